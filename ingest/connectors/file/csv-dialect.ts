import { firstRows } from './csv-rows.ts';
import { findHeader } from './find-header.ts';

export interface CsvDialect {
  /** Empty: a line is one cell. */
  delimiter: string;
  /** Rows before the first with values: lines of the tool's own, and the names. */
  skip: number;
  names: string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 200;
/** Excel's own first line, which says what separates cells. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
/** A column of comments without delimiter: where its commas stand is chance. */
const LONE_NAME = /^"?(?:comments?|feedback|text|verbatim|answers?|responses?|reviews?|free ?text)"?$/i;
const CONSISTENT = 0.8;

/**
 * Finds delimiter and header in the first part of a CSV file.
 * @param isWhole the sample is the whole file.
 */
export function detectDialect(sample: string, isWhole: boolean): CsvDialect {
  const stated = SEPARATOR_LINE.exec(sample);
  const body = stated ? sample.slice(stated[0].length) : sample;
  const candidates = (stated ? [stated[1]!] : DELIMITERS).map((delimiter) => {
    const rows = firstRows(body, delimiter, isWhole, SAMPLE_ROWS);
    return { delimiter, rows, ...consistencyOf(rows) };
  });
  const best = candidates.reduce((left, right) => (right.score > left.score ? right : left));
  const isSingle = best.score === 0 || isOneColumn(best.rows, best.share);
  const rows = isSingle ? firstRows(body, '', isWhole, SAMPLE_ROWS) : best.rows;
  const { header, names } = findHeader(rows);
  return { delimiter: isSingle ? '' : best.delimiter, skip: header + 1 + (stated ? 1 : 0), names };
}

function isOneColumn(rows: readonly string[][], share: number): boolean {
  const [first = []] = rows;
  return first.length === 1 && (LONE_NAME.test(first[0]!.trim()) || share < CONSISTENT);
}

/** How many rows share the most common width, the more columns the better; 0 when nothing is separated. */
function consistencyOf(rows: readonly string[][]): { score: number; share: number } {
  const widths = new Map<number, number>();
  for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let best = { score: 0, share: 0 };
  for (const [width, count] of widths) {
    const share = count / rows.length;
    const score = share * (1 + Math.log2(Math.min(width, 64)) / 10);
    if (score > best.score) best = { score, share };
  }
  return best;
}
