import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeXlsx, zip } from '../../test-support/write-xlsx.ts';
import { guessColumns } from './columns.ts';
import { openTable } from './open-table.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'earshot-xlsx-'))));
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const book = writeXlsx({
  Cover: [['Our survey']],
  Answers: [
    ['Report for November'],
    ['Response ID', 'Date', 'Comment'],
    [1, '16/11/2026', 'Kind & quick <nurses>'],
    [2, '17/11/2026', 'Waited all day for a scan'],
  ],
});

test('the sheet with the most rows is read, below its header', async () => {
  const table = await openTable(await write('one.xlsx', book));
  expect(table).toMatchObject({ format: 'xlsx', dialect: 'sheet "Answers"', columns: ['Response ID', 'Date', 'Comment'] });
  expect(await Array.fromAsync(table.rows())).toEqual([
    { line: 3, cells: ['1', '16/11/2026', 'Kind & quick <nurses>'] },
    { line: 4, cells: ['2', '17/11/2026', 'Waited all day for a scan'] },
  ]);
  expect(guessColumns(table.columns, table.sample).roles).toEqual({ id: [0], date: [1], text: [2] });
});

test('a sheet can be named, and one that is not there is answered with those that are', async () => {
  const path = await write('two.xlsx', book);
  expect((await openTable(path, { sheet: 'Cover' })).columns).toEqual(['Our survey']);
  await expect(openTable(path, { sheet: 'Else' })).rejects.toMatchObject({
    code: 'no-such-sheet',
    message: expect.stringContaining('"Cover", "Answers"'),
  });
});

test('a workbook that unpacks to more than fits in memory is refused without unpacking it into memory', async () => {
  const bomb = zip([['xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024)]]);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const path = await write('bomb.xlsx', bomb);
  const before = process.memoryUsage().rss;
  await expect(openTable(path)).rejects.toMatchObject({ code: 'file-too-large' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});
