import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';
import { openTable } from './open-table.ts';
import type { Row } from './table.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'earshot-hostile-'))));
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function read(content: string | Buffer, extension = 'csv'): Promise<{ columns: readonly string[]; rows: Row[] }> {
  const path = join(folder, `${(files += 1)}.${extension}`);
  await writeFile(path, content);
  const table = await openTable(path);
  return { columns: table.columns, rows: await Array.fromAsync(table.rows()) };
}

const cellsOf = (rows: readonly Row[]) => rows.map((row) => ('cells' in row ? row.cells : row));
const plain = (count: number) => Array.from({ length: count }, (_, n) => `${n},comment ${n} of many`).join('\n');

describe('CSV: what can’t be a row costs itself alone', () => {
  test('a quote that is never closed', async () => {
    const { rows } = await read('id,comment\n1,"never closed\n2,ok\n3,"fine, and ""quoted"""\n4,last\n');
    expect(cellsOf(rows)).toEqual([
      ['1', 'never closed'],
      ['2', 'ok'],
      ['3', 'fine, and "quoted"'],
      ['4', 'last'],
    ]);
  });

  test('a quote that is never closed, in a row that can’t be put right', async () => {
    const { rows } = await read('id,comment\n1,"never, closed\n2,ok\n');
    expect(rows).toEqual([
      { line: 2, problem: 'opens a quote that is never closed' },
      { line: 3, cells: ['2', 'ok'] },
    ]);
  });

  test('a quote that is never closed, in front of more than a row may hold', async () => {
    const { rows } = await read(`id,comment\n1,"never closed\n${plain(60_000)}`);
    expect(rows).toHaveLength(60_001);
  });

  test.each(['x'.repeat(3_000_000), `"${'x'.repeat(3_000_000)}"`])('a row of megabytes', async (cell) => {
    const { rows } = await read(`id,comment\n1,${cell}\n2,ok`);
    expect(rows).toEqual([
      { line: 2, problem: 'is longer than 1000000 characters' },
      { line: 3, cells: ['2', 'ok'] },
    ]);
  });

  test('a cell of quotes takes no longer for being one', async () => {
    const startedMs = performance.now();
    const { rows } = await read(`id,comment\n1,"${'a"b'.repeat(300_000)}\n2,ok`);
    expect(rows.at(-1)).toEqual({ line: 3, cells: ['2', 'ok'] });
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  test('lines that end in several ways', async () => {
    expect(cellsOf((await read('id,comment\n1,a\r\n2,b\r3,c\n\n\r\n4,d')).rows)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
      ['4', 'd'],
    ]);
  });

  test('NULs between characters, and a byte that is damaged', async () => {
    expect(cellsOf((await read('id,comment\n1,he\0llo\n')).rows)).toEqual([['1', 'hello']]);
    const damaged = Buffer.concat([Buffer.from('id,comment\n1,café, naïve\n'), Buffer.from([0xe9]), Buffer.from(',b\n')]);
    expect(cellsOf((await read(Buffer.from(String(damaged).replace('café, naïve', '"café, naïve"')))).rows)[0]).toEqual([
      '1',
      'café, naïve',
    ]);
    expect(cellsOf((await read(damaged)).rows)[0]).toEqual({ line: 2, problem: 'has 3 cells where the header has 2' });
  });

  test('thousands of columns', async () => {
    const { columns, rows } = await read(`${Array.from({ length: 5_000 }, (_, n) => `c${n}`).join(',')}\n${'x,'.repeat(4_999)}x\n`);
    expect(columns).toHaveLength(2_000);
    expect('cells' in rows[0]! && rows[0].cells).toHaveLength(2_000);
  });

  test('any text at all, in pieces cut anywhere, gives the same rows and counts its lines', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' ', '\r\n', '""', ',"', '",'), maxLength: 60 });
    const rowsOf = async (pieces: string[]) => {
      async function* input() {
        yield* pieces;
      }
      return (await Array.fromAsync(csvRows(input(), { delimiter: ',', width: 2, isOldMac: false }))).flat();
    };
    await fc.assert(
      fc.asyncProperty(text, fc.nat(60), fc.nat(60), async (whole, first, second) => {
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const rows = await rowsOf([whole]);
        expect(await rowsOf([whole.slice(0, from), whole.slice(from, to), whole.slice(to)])).toEqual(rows);
        expect(rows.every((row, index) => index === 0 || row.line > rows[index - 1]!.line)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('CSV: what its header is', () => {
  test.each<[string, string, string[], (readonly string[] | object)[]]>([
    [
      'one column, whose commas separate nothing',
      'Comment\nKind, quick\nCold, late, rude\nFine\n',
      ['Comment'],
      [['Kind, quick'], ['Cold, late, rude'], ['Fine']],
    ],
    [
      'none: the first row is one of dates',
      '01/11/2026,Great nurses\n02/11/2026,Bad food\n',
      ['Column 1', 'Column 2'],
      [
        ['01/11/2026', 'Great nurses'],
        ['02/11/2026', 'Bad food'],
      ],
    ],
    [
      'none: nobody names a column like this',
      `Ward 1,${'They were kind to us. '.repeat(8)}\nWard 2,Cold\n`,
      ['Column 1', 'Column 2'],
      [
        ['Ward 1', 'They were kind to us. '.repeat(8)],
        ['Ward 2', 'Cold'],
      ],
    ],
    [
      'below lines that are padded to its width',
      'Report,,\nMade,by us,\nWhen asked,Their words,Where\n1,Great,Ward 1\n',
      ['When asked', 'Their words', 'Where'],
      [['1', 'Great', 'Ward 1']],
    ],
    ['below Excel’s word on what separates', 'sep=;\r\nid;comment\r\n1;a, b\r\n', ['id', 'comment'], [['1', 'a, b']]],
  ])('%s', async (_name, content, columns, cells) => {
    const found = await read(content);
    expect(found.columns).toEqual(columns);
    expect(cellsOf(found.rows)).toEqual(cells);
  });
});

describe('JSON lines', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const invalid = [
    '{"text":"trailing comma",}',
    '{text:"bare key"}',
    "{'text':'single quotes'}",
    '{"text":"two"}{"text":"objects"}',
    '{"text":"cut',
    '{"text":"raw\ttab"}',
    '{"text":01}',
    '{"text":+1}',
    '{"text":.5}',
    '{"text":1.}',
    '{"text":0x10}',
    '{"text":NaN}',
    '{"text":Infinity}',
    '{"text":"\\x41"}',
    '{"text":"\\u12"}',
    '{"text":tru}',
    '{"text" "no colon"}',
    '{"a":"b" "c":"d"}',
    '{"text":"a" /* comment */}',
    '\u00a0{"text":"odd space"}',
    '{"text":12345678901234567890x}',
    '{"text":1234567890.1234567890.1}',
    'not json',
    deep(100_000).slice(1),
  ];
  const noObjects = ['[]', '[{"text":"a"}]', '1', '"text"', 'null', 'true', deep(1_000)];
  const valid: [string, [name: string, value: string][]][] = [
    [
      '{"id":9007199254740993,"text":"a"}',
      [
        ['id', '9007199254740993'],
        ['text', 'a'],
      ],
    ],
    ['{"id":-9007199254740993}', [['id', '-9007199254740993']]],
    ['{"id":12345678901234567.25}', [['id', '12345678901234567.25']]],
    [`{"id":12345678901234567890,"deep":${deep(100_000)}}`, [['id', '12345678901234567890']]],
    ['{"id":1e400,"text":"no number is so large"}', [['text', 'no number is so large']]],
    ['{"id":"first","id":"second"}', [['id', 'second']]],
    ['{"text":"lone \\ud800 and \\udead"}', [['text', 'lone \ud800 and \udead']]],
    ['{"text":"a \\u0000 b"}', [['text', 'a \u0000 b']]],
    ['{"text":"she said \\"12345678901234567890\\""}', [['text', 'she said "12345678901234567890"']]],
    [
      '{"__proto__":"own","constructor":{"name":"x"}}',
      [
        ['__proto__', 'own'],
        ['constructor.name', 'x'],
      ],
    ],
    [
      '{"author":{"id":"u1","more":{"deeper":1}},"tags":["a"],"ok":true,"no":null}',
      [
        ['author.id', 'u1'],
        ['ok', 'true'],
      ],
    ],
    ['  {"text":"indented"}  ', [['text', 'indented']]],
    ['{}', []],
  ];

  test.each(invalid)('%# is one problem', async (line) => {
    const { rows } = await read(`{"text":"before"}\n${line}\n{"text":"after"}\n`, 'ndjson');
    expect(rows).toEqual([
      { line: 1, cells: ['before'] },
      { line: 2, problem: 'is not valid JSON' },
      { line: 3, cells: ['after'] },
    ]);
  });

  test.each(noObjects)('%# is no object', async (line) => {
    const { rows } = await read(`{"text":"before"}\n${line}\n`, 'ndjson');
    expect(rows[1]).toEqual({ line: 2, problem: 'is not a JSON object' });
  });

  test.each(valid)('%# is read', async (line, fields) => {
    const { columns, rows } = await read(`${line}\n{"text":"after"}\n`, 'ndjson');
    const cells = 'cells' in rows[0]! ? rows[0].cells : [];
    expect(columns.map((column, index) => [column, cells[index]]).filter(([, value]) => value)).toEqual(fields);
  });

  test('byte order marks, blank lines, carriage returns, UTF-16, and a line that is no UTF-8', async () => {
    expect(cellsOf((await read('\uFEFF{"text":"a"}\r\n\r\n{"text":"b"}\r\n', 'ndjson')).rows)).toEqual([['a'], ['b']]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"text":"café"}\n', 'utf16le')]);
    expect(cellsOf((await read(utf16, 'ndjson')).rows)).toEqual([['café']]);
    const mixed = Buffer.concat([Buffer.from('{"text":"café"}\n{"text":"'), Buffer.from([0xe9]), Buffer.from('"}\n')]);
    expect((await read(mixed, 'ndjson')).rows).toEqual([
      { line: 1, cells: ['café'] },
      { line: 2, problem: 'is not UTF-8' },
    ]);
  });

  test('a line of megabytes', async () => {
    const { rows } = await read(`{"text":"${'x'.repeat(3_000_000)}"}\n{"text":"ok"}\n`, 'ndjson');
    expect(rows).toEqual([
      { line: 1, problem: 'is longer than 1000000 bytes' },
      { line: 2, cells: ['ok'] },
    ]);
  });
});

describe('gzip', () => {
  test('a compressed file is read as what it holds', async () => {
    expect(cellsOf((await read(gzipSync('id,comment\n1,hello\n'), 'csv.gz')).rows)).toEqual([['1', 'hello']]);
    expect(cellsOf((await read(gzipSync('{"text":"hello"}\n'), 'ndjson.gz')).rows)).toEqual([['hello']]);
  });

  test.each<[string, Buffer, string]>([
    ['cut short', gzipSync(`id,comment\n${plain(20_000)}`).subarray(0, 20_000), 'file-damaged'],
    ['a bomb', gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x61)), 'file-too-large'],
  ])('%s', async (_name, content, code) => {
    await expect(read(content, 'csv.gz')).rejects.toMatchObject({ code });
  });
});
