import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runLineFilter, type LineFilter } from './line-filter.ts';

const schema = z.object({ id: z.string(), text: z.string() });
type Row = z.infer<typeof schema>;

async function run(input: string | Buffer | (string | Buffer)[], overrides: Partial<LineFilter<Row, unknown>> = {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const chunks = (Array.isArray(input) ? input : [input]).map((chunk) => Buffer.from(chunk as string));
  const out = stdout.toArray();
  const err = stderr.toArray();
  const code = await runLineFilter(
    { stdin: Readable.from(chunks), stdout, stderr, signal: new AbortController().signal },
    { schema, handle: (rows) => rows.map((row) => ({ id: row.id })), ...overrides },
  );
  stdout.end();
  stderr.end();
  return { code, out: (await out).join(''), err: (await err).join('') };
}

test('good lines come out in order, blank lines are skipped', async () => {
  const { code, out, err } = await run('{"id":"1","text":"a"}\n\n  \n{"id":"2","text":"b"}');
  expect({ code, out, err }).toEqual({ code: 0, out: '{"id":"1"}\n{"id":"2"}\n', err: '' });
});

test('a bad line is one error line that never quotes it, and the rest goes on', async () => {
  const { code, out, err } = await run('{"id":"1","text":"a"}\nsecret words\n{"id":3,"text":"b"}\n{"id":"4"}\n{"id":"5","text":"c"}\n');
  expect(code).toBe(1);
  expect(out).toBe('{"id":"1"}\n{"id":"5"}\n');
  expect(err.split('\n').map((line) => line.split(':')[0])).toEqual(['line 2', 'line 3', 'line 4', '']);
  expect(err).toContain('line 3: "id": Invalid input: expected string, received number');
  expect(err).not.toContain('secret');
});

test('a line longer than the limit is reported and skipped, whatever its chunks', async () => {
  const chunks = ['{"id":"1","text":"a"}\n', 'x'.repeat(60), 'y'.repeat(60), '\n{"id":"2","text":"b"}\n'];
  const { out, err } = await run(chunks, { maxLineBytes: 100 });
  expect(out).toBe('{"id":"1"}\n{"id":"2"}\n');
  expect(err).toBe('line 2: is longer than 100 bytes\n');
});

test('characters split between chunks, a byte order mark and CRLF are understood', async () => {
  const bytes = Buffer.from('\uFEFF{"id":"é","text":""}\r\n{"id":"2","text":""}\r\n');
  const { out } = await run([bytes.subarray(0, 11), bytes.subarray(11, 12), bytes.subarray(12)]);
  expect(out).toBe('{"id":"é"}\n{"id":"2"}\n');
});

test('bytes that are not UTF-8 are a bad line', async () => {
  const { code, err } = await run(Buffer.from([0x7b, 0xff, 0xfe, 0x0a]));
  expect(code).toBe(1);
  expect(err).toBe('line 1: is not UTF-8\n');
});

test('rows that arrive together are handled together, and one that fails does not take the others with it', async () => {
  const sizes: number[] = [];
  const lines = [1, 2, 3, 4].map((id) => `{"id":"${id}","text":""}\n`).join('');
  const { code, out, err } = await run(lines, {
    batchSize: 3,
    handle(rows) {
      sizes.push(rows.length);
      if (rows.some((row) => row.id === '2')) throw new Error('with the words of the comment');
      return rows.map((row) => ({ id: row.id }));
    },
  });
  expect(sizes).toEqual([3, 1, 1, 1, 1]);
  expect({ code, out, err }).toEqual({ code: 1, out: '{"id":"1"}\n{"id":"3"}\n{"id":"4"}\n', err: 'line 2: could not be processed\n' });
});

test('a slow reader holds the filter back, and one that goes away ends it', async () => {
  const stdout = new PassThrough({ highWaterMark: 16 });
  let produced = 0;
  async function* endless() {
    for (;;) {
      produced += 1;
      yield Buffer.from(`{"id":"${produced}","text":""}\n`);
    }
  }
  const run = runLineFilter(
    {
      stdin: Readable.from(endless(), { objectMode: true, highWaterMark: 1 }),
      stdout,
      stderr: new PassThrough(),
      signal: new AbortController().signal,
    },
    { schema, handle: (rows) => rows.map((row) => ({ id: row.id })) },
  );
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(produced).toBeLessThan(50);
  stdout.destroy();
  expect(await run).toBe(0);
});
