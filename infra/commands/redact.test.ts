import { readFile } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { UsageError } from './command.ts';
import { command } from './redact.ts';
import { redactInput, redactOutput } from './redact-format.ts';

async function run(lines: string[], args: string[] = []) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [stdout.toArray(), stderr.toArray()];
  const io = { stdin: Readable.from([Buffer.from(lines.join('\n'))]), stdout, stderr, signal: new AbortController().signal };
  const code = await command.run(args, io);
  stdout.end();
  stderr.end();
  const output = (await out).join('').trim();
  return { code, rows: output ? output.split('\n').map((line) => JSON.parse(line) as unknown) : [], err: (await err).join('') };
}

test('each line comes back redacted, with spans in the input’s UTF-16 offsets', async () => {
  const text = '😀 Ring 020 7946 0123 or see http://example.org/x';
  const { code, rows } = await run([JSON.stringify({ id: '1', text, other: true }), JSON.stringify({ id: '2', text: '' })]);
  expect(code).toBe(0);
  expect(rows).toEqual([
    {
      id: '1',
      text: '😀 Ring [phone] or see [url example.org]',
      spans: [
        { start: 8, end: 21, type: 'PHONE' },
        { start: 29, end: text.length, type: 'URL' },
      ],
    },
    { id: '2', text: '', spans: [] },
  ]);
  for (const row of rows) expect(redactOutput.safeParse(row).success).toBe(true);
});

test('a bad line is told and the exit code is 1, a flag is a usage error', async () => {
  const { code, rows, err } = await run(['{"id":"1"}', '{"id":"2","text":"ok"}']);
  expect({ code, rows: rows.length, err }).toEqual({
    code: 1,
    rows: 1,
    err: 'line 1: "text": Invalid input: expected string, received undefined\n',
  });
  await expect(run([], ['--fast'])).rejects.toThrow(UsageError);
});

test.each([
  ['redact-input', redactInput, 'input'],
  ['redact-output', redactOutput, 'output'],
] as const)('docs/schemas/%s.json is what the command reads or writes', async (name, schema, io) => {
  const held: unknown = JSON.parse(await readFile(new URL(`../../docs/schemas/${name}.json`, import.meta.url), 'utf8'));
  expect(held).toEqual(z.toJSONSchema(schema, { io }));
});
