import { readChunks } from './encoding.ts';
import { readLines } from '../../read-lines.ts';
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
  for await (const lines of readLines(readChunks(path, progress), MAX_ROW_LENGTH)) {
    for (const line of lines) {
      if ('problem' in line) yield { line: line.number, problem: line.problem };
      else if (line.text.trim() !== '') yield parseLine(line.number, line.text);
    }
  }
}

function parseLine(line: number, text: string): ObjectRow {
  let value: unknown;
  try {
    value = /\d{16}/.test(text) ? JSON.parse(text, keepLongNumbers) : JSON.parse(text);
  } catch {
    return { line, problem: 'is not valid JSON' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { line, problem: 'is not a JSON object' };
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (field !== null && typeof field === 'object' && !Array.isArray(field)) {
      for (const [inner, leaf] of Object.entries(field)) add(fields, `${name}.${inner}`, leaf);
    } else {
      add(fields, name, field);
    }
  }
  return { line, fields };
}

/** Ids above 2^53 would lose their last digits as numbers. */
function keepLongNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(context?.source ?? '') ? context!.source : value;
}

function add(fields: Map<string, string>, name: string, value: unknown): void {
  if (typeof value === 'string') fields.set(name, value);
  else if (typeof value === 'number' || typeof value === 'boolean') fields.set(name, String(value));
}
