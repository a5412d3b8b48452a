import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import type { MalformedItem, Page } from '../../connector.ts';
import { fileConnector } from './index.ts';
import { fileConfigSchema, fileCursorSchema, type Cursor } from './schema.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'earshot-connector-'))));
afterAll(() => rm(folder, { recursive: true }));

const noNetwork = () => Promise.reject(new Error('a file needs no network'));

async function read(path: string, from?: Cursor, signal = new AbortController().signal) {
  const malformed: MalformedItem[] = [];
  const dropped: string[] = [];
  const [partition] = fileConnector.partitions(fileConfigSchema.parse({ path })).values();
  const context = {
    clock: createVirtualClock(),
    http: { send: noNetwork },
    openSocket: noNetwork,
    signal,
    attempt: 0,
    dropped: () => {},
    warn: () => {},
  };
  const pages: Page<Cursor>[] = await Array.fromAsync(
    fileConnector.read(
      {
        ...context,
        partition: partition!,
        malformed: (item) => void malformed.push(item),
        dropped: (item) => void dropped.push(item.reason),
        warn: () => undefined,
      },
      from,
    ),
  );
  return { pages, malformed, dropped, ids: pages.flatMap((page) => page.ops.map((op) => (op.op === 'upsert' ? op.item.nativeId : ''))) };
}

async function write(name: string, rows: number): Promise<string> {
  const path = join(folder, name);
  const lines = Array.from(
    { length: rows },
    (_, n) => `16/11/2026,${n % 7 === 0 ? 'Kind and quick as ever' : `It took ${n} calls to get through`}`,
  );
  await writeFile(path, ['date,comment', ...lines].join('\n'));
  return path;
}

test('it hands on all rows once, and after any page the rest', async () => {
  const path = await write('all.csv', 2_500);
  const { pages, ids } = await read(path);
  expect(new Set(ids).size).toBe(2_500);
  expect(pages.map((page) => page.ops.length)).toEqual([...Array.from({ length: 12 }, () => 200), 100]);
  expect(pages.map((page) => page.hasMore)).toEqual([...Array.from({ length: 12 }, () => true), false]);
  for (const [index, page] of pages.entries()) {
    expect(fileCursorSchema.parse(JSON.parse(JSON.stringify(page.cursor)))).toEqual(page.cursor);
    expect((await read(path, page.cursor)).ids).toEqual(ids.slice((index + 1) * 200));
  }
});

test('a file that changed is read again, and the rows it had keep their ids', async () => {
  const path = await write('more.csv', 10);
  const before = await read(path);
  await write('more.csv', 12);
  await utimes(path, new Date(), new Date(Date.now() + 60_000));
  expect((await read(path, before.pages.at(-1)!.cursor)).ids.slice(0, 10)).toEqual(before.ids);
});

test('a row that can’t be read is set aside by its line', async () => {
  const path = join(folder, 'bad.csv');
  await writeFile(path, 'id,comment\n1,The nurses were kind to us\n2,a,b\n3,We waited all day long\n4,N/A\n');
  const { ids, malformed, dropped } = await read(path);
  expect(ids).toEqual(['1', '3']);
  expect(malformed).toMatchObject([{ field: 'line 3' }]);
  expect(dropped).toEqual(['empty']);
});

test('a file that is not there is a matter of configuration, and no path reads nothing', async () => {
  await expect(read(join(folder, 'none.csv'))).rejects.toMatchObject({ outcome: { type: 'config', setting: 'sources.file.path' } });
  expect(fileConnector.partitions(fileConfigSchema.parse({})).size).toBe(0);
});

test('a file that holds no table of comments is told of without a word of it', async () => {
  const path = join(folder, 'headless.csv');
  await writeFile(path, 'Jane Roe,7700900123\nJohn Doe,7700900456\n');
  const refused = read(path);
  await expect(refused).rejects.toMatchObject({ outcome: { setting: 'sources.file.columns' } });
  await expect(refused).rejects.not.toThrow(/Roe|7700|headless/);
});

test('an abort ends it', async () => {
  const path = await write('abort.csv', 10);
  await expect(read(path, undefined, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
});
