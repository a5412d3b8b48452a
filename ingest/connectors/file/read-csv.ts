import { detectDialect } from './csv-dialect.ts';
import { csvRows, type CsvShape } from './csv-rows.ts';
import { decodeFile, detectEncoding } from './encoding.ts';
import { MAX_COLUMNS, SAMPLE_ROWS, uniqueNames, type Row, type Table } from './table.ts';

const SNIFF_LENGTH = 256 * 1024;
const NAMES: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars', '': 'one column' };

/** A CSV file whatever its delimiter, encoding and preamble. Rows that are too long, too short or torn are problems of their own. */
export async function openCsv(path: string): Promise<Table> {
  const encoding = await detectEncoding(path);
  const { sniff, isWhole } = await sniffText(decodeFile(path, encoding));
  const { delimiter, skip, names } = detectDialect(sniff, isWhole);
  const columns = uniqueNames(names);
  const shape = { delimiter, width: names.length, isOldMac: !sniff.includes('\n') };
  const rows = (progress?: Progress) => readRows(decodeFile(path, encoding, progress), shape, skip);
  const sample: (readonly string[])[] = [];
  if (columns.length > 0) {
    for await (const row of rows()) {
      if ('cells' in row) sample.push(row.cells);
      if (sample.length >= SAMPLE_ROWS) break;
    }
  }
  return { format: 'csv', dialect: `${NAMES[delimiter] ?? `"${delimiter}"`}, ${encoding}`, columns, sample, rows };
}

type Progress = (share: number) => void;

async function sniffText(text: AsyncIterable<string>): Promise<{ sniff: string; isWhole: boolean }> {
  let sniff = '';
  for await (const piece of text) {
    sniff += piece;
    if (sniff.length >= SNIFF_LENGTH) return { sniff, isWhole: false };
  }
  return { sniff, isWhole: true };
}

async function* readRows(text: AsyncIterable<string>, shape: CsvShape, skip: number): AsyncGenerator<Row> {
  let skipped = 0;
  for await (const rows of csvRows(text, shape)) {
    for (const row of rows) {
      if ('cells' in row && skipped < skip) skipped += 1;
      else yield 'cells' in row ? fit(row.cells, shape.width, row.line) : row;
    }
  }
}

/** Cells beyond the named columns may be dropped only if they are empty: otherwise every cell may be in the wrong column. */
function fit(cells: readonly string[], width: number, line: number): Row {
  if (cells.length === width && width <= MAX_COLUMNS) return { line, cells };
  if (cells.length < width) return fit([...cells, ...Array.from({ length: width - cells.length }, () => '')], width, line);
  if (cells.slice(width).every((cell) => cell.trim() === '')) return { line, cells: cells.slice(0, Math.min(width, MAX_COLUMNS)) };
  return { line, problem: `has ${cells.length} cells where the header has ${width}` };
}
