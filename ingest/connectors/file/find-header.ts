import { detectDateFormat } from './date-format.ts';

const MAX_PREAMBLE = 30;

/** Names that columns of exports bear: a record that holds some is the header. */
const KNOWN_NAMES =
  /^(?:id|date|time|text|comment|comments|comment[ _]?txt|feedback|message|body|title|author|url|source|created(?:[ _]at)?|timestamp|answer|question|full text|snippet|sentiment|language|rating|score|name|response(?: id)?|query id|headline|opening text|hit sentence|review|organisation|trust|ward|location|service|fft .*|.* (?:id|date|name|code|comment|comments|type|answer|question))$/i;

/** No name is so long: it is what somebody wrote. */
const LONGEST_NAME = 120;
const LINK_OR_ADDRESS = /^https?:\/\/\S+$|^[^\s@]+@[^\s@]+\.\w+$/i;
const LONG_NUMBER = /^\+?\d[\d ]{5,}$/;

export interface Header {
  /** Which of the rows holds the names; −1 if none does. */
  header: number;
  names: string[];
}

/** Finds the row that names the columns, below lines that a tool or a person put above it. A table may have none. */
export function findHeader(rows: readonly string[][]): Header {
  const header = headerIndex(rows);
  const names = rows[header] ?? [];
  return holdsValues(names) ? { header: header - 1, names: names.map(() => '') } : { header, names };
}

/** The first record as wide as most are, names rather than values by its looks. */
function headerIndex(rows: readonly string[][]): number {
  const width = commonWidth(rows);
  const first = rows.slice(0, MAX_PREAMBLE);
  for (const [index, row] of first.entries()) {
    if (row.length < Math.max(1, width - 1)) continue;
    const known = row.filter((name) => KNOWN_NAMES.test(name.trim())).length;
    if (known >= Math.min(2, width)) return index;
  }
  // Lines above a table fill fewer of its cells than the names do.
  const filled = first.map((row) => (row.length < width ? 0 : row.filter((cell) => cell.trim()).length));
  const most = Math.max(0, ...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count > 0 && count >= most * 0.75),
  );
}

function commonWidth(rows: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  return [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

function holdsValues(names: readonly string[]): boolean {
  const plain = names.map((name) => name.trim());
  if (plain.some((name) => KNOWN_NAMES.test(name))) return false;
  return plain.some(
    (name) =>
      name.length > LONGEST_NAME || LINK_OR_ADDRESS.test(name) || LONG_NUMBER.test(name) || (name !== '' && detectDateFormat([name])),
  );
}
