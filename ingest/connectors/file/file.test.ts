import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { stringify } from '../../test-support/stringify-csv.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guessColumns } from './columns.ts';
import { openTable } from './open-table.ts';
import { planFile } from './plan-file.ts';
import { readPosts } from './read-posts.ts';
import type { Row, Table } from './table.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'earshot-file-'))));
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function open(content: string | Buffer, extension = 'csv'): Promise<Table> {
  const path = join(folder, `${(files += 1)}.${extension}`);
  await writeFile(path, content);
  return openTable(path);
}

async function rowsOf(table: Table): Promise<Row[]> {
  return Array.fromAsync(table.rows());
}

async function cellsOf(content: string | Buffer): Promise<unknown[]> {
  return (await rowsOf(await open(content))).map((row) => ('cells' in row ? row.cells : row));
}

const utf16le = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf16be = (text: string) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);

describe('CSV of every kind', () => {
  test.each<[string, string | Buffer, string]>([
    ['a byte order mark', '\uFEFFid,comment\n1,café\n', 'commas, utf-8'],
    ['UTF-16 from Excel, tabs', utf16le('id\tcomment\r\n1\tcafé\r\n'), 'tabs, utf-16le'],
    ['UTF-16, the other way round', utf16be('id;comment\r\n1;café\r\n'), 'semicolons, utf-16be'],
    ['windows-1252', Buffer.from('id,comment\n1,caf\xe9\n', 'latin1'), 'commas, windows-1252'],
    ['semicolons', 'id;comment\n1;café\n', 'semicolons, utf-8'],
    ['bars', 'id|comment\n1|café\n', 'bars, utf-8'],
    ['lines that end with a carriage return', 'id,comment\r1,café\r', 'commas, utf-8'],
  ])('%s', async (_, content, dialect) => {
    const table = await open(content);
    expect(table).toMatchObject({ format: 'csv', dialect, columns: ['id', 'comment'] });
    expect(await rowsOf(table)).toEqual([{ line: 2, cells: ['1', 'café'] }]);
  });

  test('lines before the header are left out, and lines are counted in the file', async () => {
    const table = await open(
      'Report:,Weekly\nFrom:,2026-11-01\n\nDate,Title,Full Text\n2026-11-02,One,"two\nlines"\n2026-11-03,Three,four\n',
    );
    expect(table.columns).toEqual(['Date', 'Title', 'Full Text']);
    expect((await rowsOf(table)).map((row) => row.line)).toEqual([5, 7]);
  });

  test('columns of the same name and of none are told apart', async () => {
    const table = await open('Comment,Comment,,Comment (2)\na,b,c,d\n');
    expect(table.columns).toEqual(['Comment', 'Comment (2)', 'Column 3', 'Comment (2) (2)']);
  });

  test('short rows are filled, empty cells too many dropped, others too many a problem', async () => {
    expect(await cellsOf('id,comment\n1\n2,b,,\n3,c,d\n4,e\n')).toEqual([
      ['1', ''],
      ['2', 'b'],
      { line: 4, problem: 'has 3 cells where the header has 2' },
      ['4', 'e'],
    ]);
  });

  test('quotes where none belong are kept as they are', async () => {
    expect(await cellsOf('id,comment\n1,she said "no"\n2,"yes"\n')).toEqual([
      ['1', 'she said "no"'],
      ['2', 'yes'],
    ]);
  });

  test('a table that is written reads back the same', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\t', '|', '😀', ' ') }).map((text) => `x${text}x`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (rows, delimiter) => {
          const content = stringify([['id', 'comment', 'date'], ...rows], delimiter);
          expect(await cellsOf(content)).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  const SPECTRUM = fileURLToPath(new URL('../../../../shared/fixtures/csv/spectrum/', import.meta.url));
  test.skipIf(!existsSync(SPECTRUM))('the dialects of csv-spectrum', async () => {
    for (const name of readdirSync(join(SPECTRUM, 'csvs'))) {
      // Its bytes were damaged where it was published.
      if (name === 'location_coordinates.csv') continue;
      const table = await openTable(join(SPECTRUM, 'csvs', name));
      const objects = (await rowsOf(table)).map(
        (row) => 'cells' in row && Object.fromEntries(table.columns.map((column, index) => [column, row.cells[index]])),
      );
      expect(objects, name).toEqual(JSON.parse(readFileSync(join(SPECTRUM, 'json', name.replace('.csv', '.json')), 'utf8')));
    }
  });
});

test.each([
  ['nothing', '', 'file-empty'],
  ['a PDF', '%PDF-1.7', 'file-format'],
  ['a JSON array', '[{"text":"a"}]', 'file-format'],
  ['a web page', '<!DOCTYPE html><html><p>Sign in</p></html>', 'file-format'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-format'],
  ['a damaged workbook', Buffer.from('PK\x03\x04 and nothing more'), 'file-damaged'],
])('%s is refused with a reason', async (_, content, code) => {
  await expect(open(content, 'dat')).rejects.toMatchObject({ code });
});

const SHAPES: [name: string, header: string, row: string, roles: Record<string, string[]>][] = [
  [
    'a survey of two questions',
    'Response ID,Submitted at,Ward,What did we do well?,What could we do better?',
    '{n},1{m}/11/2026 10:00,Ward 5,The staff were lovely to my mother {n},The car park was full again {n}',
    { text: ['What did we do well?', 'What could we do better?'], date: ['Submitted at'], id: ['Response ID'], place: ['Ward'] },
  ],
  [
    'a survey whose questions are numbered',
    'Date,Comment 1,Comment 1 (clean),Comment 2,Comment sentiment,Comment category',
    '1{m}/11/2026,The staff were lovely {n},the staff were lovely {n},The car park was full {n},Mixed,Staff manner & personal attributes',
    { text: ['Comment 1', 'Comment 2'], date: ['Date'] },
  ],
  [
    'comments that were labelled',
    'id,date,label,category,sentiment,text,key phrases',
    'c{n},2026-11-0{m},Staff manner and attributes of staff,Access to care and treatment,negative,Rang {n} times,ring back tomorrow at eight {n}',
    { text: ['text'], date: ['date'], id: ['id'] },
  ],
  [
    'posts of an API',
    'id,text,created_at,author_id,conversation_id,lang,like_count',
    '19{n}0000000000000001,Waited {n} hours again,2026-11-0{m}T10:00:00.000Z,90071992547409{n},18{n}0000000000000001,en,2',
    { text: ['text'], date: ['created_at'], id: ['id'], author: ['author_id'], thread: ['conversation_id'], language: ['lang'] },
  ],
  [
    'posts that have links and no ids',
    'Link,Posted at,Post,Likes',
    'https://example.org/{n},0{m}/11/2026 10:00,They rang me {n} times in one morning,{n}',
    { text: ['Post'], date: ['Posted at'], url: ['Link'], id: ['Link'] },
  ],
];

test.each(SHAPES)('the columns of %s are understood', async (_, header, row, roles) => {
  const lines = Array.from({ length: 9 }, (__, n) => row.replaceAll('{n}', String(n + 1)).replaceAll('{m}', String((n % 9) + 1)));
  const table = await open([header, ...lines].join('\n'));
  const guess = guessColumns(table.columns, table.sample);
  const named = Object.fromEntries(
    Object.entries(guess.roles).map(([role, indices]) => [role, indices.map((index) => table.columns[index])]),
  );
  expect(named).toEqual(roles);
});

async function postsOf(content: string, overrides: Partial<Parameters<typeof readPosts>[1]> = {}) {
  const table = await open(content);
  const plan = await planFile(table, { columns: {}, genre: 'feedback', dateFormat: undefined });
  const reading = {
    source: 'file',
    columns: table.columns,
    ...plan,
    now: () => Date.UTC(2026, 10, 16, 9),
    fileDate: '2026-11-10T00:00:00.000Z',
  };
  return (await Array.fromAsync(readPosts(table, { ...reading, ...overrides })))[0]!;
}

test('a row becomes a post, a filler none, an unreadable date the file’s', async () => {
  const page = await postsOf(
    [
      'id,date,ward,comment',
      '1,25/12/2026,Ward 5,Kind nurses and a long wait',
      '2,26/12/2026,Ward 5,N/A',
      '3,next week,Ward 5,The food was cold both days',
      ...Array.from({ length: 10 }, (_, n) => `${n + 4},27/12/2026,Ward 5,They rang me back within ${n} hours`),
    ].join('\n'),
  );
  expect(page.posts[0]).toEqual({
    source: 'file',
    nativeId: '1',
    canonicalId: '1@25/12/2026',
    kind: 'review',
    text: 'Kind nurses and a long wait',
    place: 'Ward 5',
    createdAt: '2026-12-25T00:00:00.000Z',
    observedAt: '2026-11-16T09:00:00.000Z',
  });
  expect(page.drops).toEqual([{ line: 3, reason: 'no comment' }]);
  expect(page.misdated).toEqual([4]);
  expect(page.posts[1]).toMatchObject({ nativeId: '3', createdAt: '2026-11-10T00:00:00.000Z' });
});

test('without an id column a row is known by its content: the same in any file, twice where two people wrote the same', async () => {
  const one = await postsOf(
    'date,comment\n01/11/2026,Lovely staff and a clean ward\n01/11/2026,Lovely staff and a clean ward\n02/11/2026,Too long a wait for the scan\n',
  );
  const other = await postsOf('comment,date\nToo long a wait for the scan,02/11/2026\nLovely staff and a clean ward,01/11/2026\n');
  const ids = one.posts.map((post) => post.nativeId);
  expect(new Set(ids).size).toBe(3);
  expect(other.posts.map((post) => post.nativeId)).toEqual([ids[2], ids[0]]);
});
