import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { odsOf, writeOds } from '../../test-support/write-ods.ts';
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

test.each(['XFD1048576', 'A99999999', 'ZZZZZ9'])('a cell far out at %s is refused before the sheet is laid out', async (place) => {
  const far = zip([
    [
      'xl/worksheets/sheet1.xml',
      Buffer.from(`<worksheet><sheetData><row r="2"><c r="${place}"><v>1</v></c></row><row r="900"/></sheetData></worksheet>`),
    ],
  ]);
  await expect(openTable(await write('far.xlsx', far))).rejects.toMatchObject({ code: 'file-too-large' });
});

test('a number that a sheet has rounded is seen to be one', async () => {
  const table = await openTable(
    await write(
      'long.xlsx',
      writeXlsx({
        A: [
          ['Tweet ID', 'Comment'],
          [199e16, 'Waited'],
        ],
      }),
    ),
  );
  expect(await Array.fromAsync(table.rows())).toEqual([{ line: 2, cells: ['1.99e+18', 'Waited'] }]);
});

test('which sheet is read can be left to whoever knows what is looked for', async () => {
  const path = await write('choice.xlsx', book);
  const table = await openTable(path, { sheet: (sheets) => sheets.find(({ rows }) => rows === 1)?.name });
  expect(table.dialect).toBe('sheet "Cover"');
});

describe('OpenDocument', () => {
  test('texts of several lines, dates, numbers and shares, below a title and above a million empty rows', async () => {
    const path = await write(
      'survey.ods',
      writeOds({
        Notes: [['Published in <November>']],
        Data: [
          ['Our survey'],
          ['Response ID', 'Date', 'Share', 'Comment'],
          [1, { date: '2026-11-16' }, { percentage: 0.94 }, 'Kind & quick "nurses"\nand a long wait'],
          ['', '', '', ''],
          [2, { date: '2026-11-17T10:30:00' }, { percentage: 0.5 }, 'Café shut'],
        ],
      }),
    );
    const table = await openTable(path);
    expect(table).toMatchObject({ format: 'ods', dialect: 'sheet "Data"', columns: ['Response ID', 'Date', 'Share', 'Comment'] });
    expect(await Array.fromAsync(table.rows())).toEqual([
      { line: 3, cells: ['1', '2026-11-16', '0.94', 'Kind & quick "nurses"\nand a long wait'] },
      { line: 5, cells: ['2', '2026-11-17T10:30:00', '0.5', 'Café shut'] },
    ]);
  });

  test('repeated cells and rows, spaces, line breaks, notes and formatted parts of a text', async () => {
    const p = (inner: string) => `<table:table-cell office:value-type="string"><text:p>${inner}</text:p></table:table-cell>`;
    const row = (cells: string, attributes = '') => `<table:table-row${attributes}>${cells}</table:table-row>`;
    const note = '<office:annotation><text:p>a note of the editor</text:p></office:annotation>';
    const path = await write(
      'parts.ods',
      odsOf(
        `<table:table table:name='A'>${row(p('Comment') + p('Ward') + p('Site'))}${row(
          `${p('one<text:s text:c="3"/>two<text:line-break/><text:span>th</text:span>ree')}<table:table-cell office:value-type="string" table:number-columns-repeated="2">${note}<text:p>same</text:p></table:table-cell>`,
          ' table:number-rows-repeated="2"',
        )}</table:table>`,
      ),
    );
    expect(await Array.fromAsync((await openTable(path)).rows())).toEqual([
      { line: 2, cells: ['one   two\nthree', 'same', 'same'] },
      { line: 3, cells: ['one   two\nthree', 'same', 'same'] },
    ]);
  });

  test.each<[string, string, string]>([
    [
      'too many cells',
      `<table:table-row table:number-rows-repeated="9000"><table:table-cell office:value-type="string" table:number-columns-repeated="9000"><text:p>x</text:p></table:table-cell></table:table-row>`,
      'file-too-large',
    ],
    [
      'a row wider than any',
      `<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="99999999"/></table:table-row>`,
      'file-too-large',
    ],
    ['nothing', '', 'no-such-sheet'],
  ])('%s', async (_name, rows, code) => {
    const body = rows && `<table:table table:name="A">${rows}</table:table>`;
    await expect(openTable(await write('hostile.ods', odsOf(body)))).rejects.toMatchObject({ code });
  });

  test('what looks like markup and never ends takes no time', async () => {
    const path = await write('markup.ods', odsOf(`<table:table table:name="A">${'<'.repeat(300_000)}"${'<a "'.repeat(100_000)}`));
    await expect(openTable(path)).rejects.toMatchObject({ code: 'file-empty' });
  });
});
