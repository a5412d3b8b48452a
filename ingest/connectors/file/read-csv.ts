import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { detectDialect } from './csv-dialect.ts';
import { decodeFile, detectEncoding } from './encoding.ts';
import { MAX_COLUMNS, MAX_ROW_LENGTH, SAMPLE_ROWS, uniqueNames, type Row, type Table } from './table.ts';

const SNIFF_LENGTH = 256 * 1024;
const NAMES: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** A CSV file whatever its delimiter, encoding and preamble. Rows that are too long, too short or torn are problems of their own. */
export async function openCsv(path: string): Promise<Table> {
  const encoding = await detectEncoding(path);
  let sniff = '';
  for await (const piece of decodeFile(path, encoding)) {
    sniff += piece;
    if (sniff.length >= SNIFF_LENGTH) break;
  }
  const { delimiter, preamble, names } = detectDialect(sniff);
  const columns = uniqueNames(names).slice(0, MAX_COLUMNS);
  const rows = (progress?: Progress) => readRows(decodeFile(path, encoding, progress), delimiter, preamble, columns.length);
  const sample: (readonly string[])[] = [];
  for await (const row of rows()) {
    if ('cells' in row) sample.push(row.cells);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return { format: 'csv', dialect: `${NAMES[delimiter]}, ${encoding}`, columns, sample, rows };
}

type Progress = (share: number) => void;

interface Parsed {
  record: string[];
  info: { lines: number };
}

async function* readRows(text: AsyncGenerator<string>, delimiter: string, preamble: number, width: number): AsyncGenerator<Row> {
  const problems: Row[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    max_record_size: MAX_ROW_LENGTH,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip(error) {
      problems.push({ line: lineOf(error), problem: problemOf(error) });
      return undefined;
    },
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  let skipped = 0;
  let line = 1;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      while (problems.length) yield problems.shift()!;
      const start = line;
      line = info.lines + 1;
      if (skipped <= preamble) {
        skipped += 1;
        continue;
      }
      yield fit(record, width, start);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({ line: lineOf(error), problem: problemOf(error) });
  } finally {
    source.destroy();
  }
  yield* problems;
}

/** Cells beyond the named columns may be dropped only if they are empty: otherwise every cell may be in the wrong column. */
function fit(record: string[], width: number, line: number): Row {
  if (record.length === width) return { line, cells: record };
  if (record.length < width) return { line, cells: [...record, ...Array.from({ length: width - record.length }, () => '')] };
  if (record.slice(width).every((cell) => cell.trim() === '')) return { line, cells: record.slice(0, width) };
  return { line, problem: `has ${record.length} cells where the header has ${width}` };
}

function lineOf(error: CsvError | undefined): number {
  return typeof error?.['lines'] === 'number' ? error['lines'] : 0;
}

function problemOf(error: CsvError | undefined): string {
  if (error?.code === 'CSV_QUOTE_NOT_CLOSED') return 'opens a quote that is never closed';
  if (error?.code === 'CSV_MAX_RECORD_SIZE') return `is longer than ${MAX_ROW_LENGTH} characters: a quote may not be closed`;
  return 'is not a well-formed row';
}
