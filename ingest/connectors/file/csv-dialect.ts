import { parse } from 'csv-parse/sync';

export interface CsvDialect {
  delimiter: string;
  /** Records before the one that holds the column names. */
  preamble: number;
  names: string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const MAX_PREAMBLE = 30;

/** Names that columns of exports bear: a record that holds some is the header. */
const KNOWN_NAMES =
  /^(?:id|date|time|text|comment|comments|comment[ _]?txt|feedback|message|body|title|author|url|source|created(?:[ _]at)?|timestamp|answer|question|full text|snippet|sentiment|language|rating|score|name|response(?: id)?|query id|headline|opening text|hit sentence|review|organisation|trust|ward|location|service|fft .*|.* (?:id|date|name|comment|comments|type|answer|question))$/i;

/** Finds delimiter and header in the first part of a CSV file. */
export function detectDialect(sample: string): CsvDialect {
  const candidates = DELIMITERS.map((delimiter) => ({ delimiter, records: records(sample, delimiter) }));
  const best = candidates.reduce((left, right) => (consistency(right.records) > consistency(left.records) ? right : left));
  const preamble = headerIndex(best.records);
  return { delimiter: best.delimiter, preamble, names: best.records[preamble] ?? [] };
}

function records(sample: string, delimiter: string): string[][] {
  try {
    return parse(sample, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      to: 200,
    });
  } catch {
    return [];
  }
}

/** How many records share the most common width, the more columns the better; 0 when nothing is separated. */
function consistency(rows: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) best = Math.max(best, (count / rows.length) * (1 + Math.log2(Math.min(width, 64)) / 10));
  return best;
}

/** The first record as wide as most are, names rather than values by its looks. */
export function headerIndex(rows: readonly string[][]): number {
  const width = commonWidth(rows);
  for (let index = 0; index < Math.min(rows.length, MAX_PREAMBLE); index++) {
    const row = rows[index]!;
    if (row.length < Math.max(1, width - 1)) continue;
    const known = row.filter((name) => KNOWN_NAMES.test(name.trim())).length;
    if (known >= Math.min(2, width)) return index;
  }
  const first = rows.findIndex((row) => row.length >= width);
  return Math.max(0, Math.min(first, MAX_PREAMBLE));
}

function commonWidth(rows: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  return [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}
