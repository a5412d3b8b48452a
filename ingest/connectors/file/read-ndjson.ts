import { readLines } from '../../read-lines.ts';
import { decodeFile, detectUtf16 } from './encoding.ts';
import { parseJsonObject } from './parse-json-object.ts';
import { readBytes } from './read-bytes.ts';
import { MAX_COLUMNS, MAX_ROW_LENGTH, SAMPLE_ROWS, type Row, type Table } from './table.ts';

/** One JSON object a line. Its keys are the columns; the fields of an object in it are "author.id" and so on, one level deep. */
export async function openNdjson(path: string): Promise<Table> {
  const names = new Set<string>();
  const heads: Map<string, string>[] = [];
  for await (const row of readObjects(path)) {
    if (!('fields' in row)) continue;
    heads.push(row.fields);
    for (const name of row.fields.keys()) if (names.size < MAX_COLUMNS) names.add(name);
    if (heads.length >= SAMPLE_ROWS) break;
  }
  const columns = [...names];
  const toCells = (fields: ReadonlyMap<string, string>) => columns.map((name) => fields.get(name) ?? '');
  return {
    format: 'ndjson',
    dialect: 'JSON lines',
    columns,
    sample: heads.map(toCells),
    async *rows(progress): AsyncGenerator<Row> {
      for await (const row of readObjects(path, progress)) yield 'fields' in row ? { line: row.line, cells: toCells(row.fields) } : row;
    },
  };
}

type ObjectRow = { line: number; fields: Map<string, string> } | { line: number; problem: string };

async function* readObjects(path: string, progress?: (share: number) => void): AsyncGenerator<ObjectRow> {
  const encoding = await detectUtf16(path);
  const input = encoding ? decodeFile(path, encoding, progress) : readBytes(path, progress);
  for await (const lines of readLines(input, MAX_ROW_LENGTH)) {
    for (const line of lines) {
      if ('problem' in line) yield { line: line.number, problem: line.problem };
      else if (line.text.trim() !== '') yield { line: line.number, ...parseJsonObject(line.text) };
    }
  }
}
