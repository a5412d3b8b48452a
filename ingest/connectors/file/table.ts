/** A row of any kind of file: its cells by column, or what is wrong with it. Problems never quote the row. */
export type Row = { line: number; cells: readonly string[] } | { line: number; problem: string };

/** A file as rows under named columns. Names are unique and never empty. */
export interface Table {
  format: FileFormat;
  /** How it was read, for people: "semicolons, windows-1252". */
  dialect: string;
  columns: readonly string[];
  /** The first rows, for guessing what the columns are. */
  sample: readonly (readonly string[])[];
  /** All rows, from the first; may be called again. `progress` is told how much of the file has been read, 0 … 1. */
  rows(progress?: (share: number) => void): AsyncIterable<Row>;
}

export const FILE_FORMATS = ['csv', 'ndjson', 'xlsx', 'ods'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const SAMPLE_ROWS = 1_000;

/** One row at most; a longer one is an unclosed quote or not a table of comments. */
export const MAX_ROW_LENGTH = 1_000_000;

export const MAX_COLUMNS = 2_000;

/** Of a workbook's sheets together: it is held in memory as a whole. */
export const MAX_CELLS = 20_000_000;

/** Names that tell columns apart, of at most MAX_COLUMNS: trimmed, the nameless numbered, the second "Comment" being "Comment (2)". */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const copies = new Map<string, number>();
  return names.slice(0, MAX_COLUMNS).map((name, index) => {
    const base = name.trim().replace(/\s+/g, ' ') || `Column ${index + 1}`;
    let unique = base;
    for (let copy = copies.get(base) ?? 2; seen.has(unique); copy++) {
      unique = `${base} (${copy})`;
      copies.set(base, copy + 1);
    }
    seen.add(unique);
    return unique;
  });
}
