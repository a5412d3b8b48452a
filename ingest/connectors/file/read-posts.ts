import type { RawPost } from '#core/post.ts';
import { createRowReader, type RowDrop, type RowReading } from './row-to-posts.ts';
import type { Table } from './table.ts';

/** A part of a file: its posts, and what became of the rows that gave none. */
export interface FilePage {
  posts: RawPost[];
  /** Rows read in this part. */
  rows: number;
  drops: { line: number; reason: RowDrop }[];
  problems: { line: number; problem: string }[];
  /** Lines whose date can't be read: their posts have the file's date. */
  misdated: number[];
  /** How much of the file has been read, 0 … 1. */
  share: number;
  isLast: boolean;
}

const PAGE_ROWS = 1_000;

/** Reads a file's rows as posts, so many rows at a time. A bad row never stops it. */
export async function* readPosts(table: Table, reading: RowReading, pageRows = PAGE_ROWS): AsyncGenerator<FilePage> {
  const read = createRowReader(reading);
  let share = 0;
  let page = emptyPage();
  for await (const row of table.rows((now) => (share = now))) {
    page.rows += 1;
    const result = 'cells' in row ? read(row) : row;
    if ('problem' in result) {
      page.problems.push({ line: row.line, problem: result.problem });
    } else {
      page.posts.push(...result.posts);
      if (result.drop) page.drops.push({ line: row.line, reason: result.drop });
      if (result.isMisdated) page.misdated.push(row.line);
    }
    if (page.rows === pageRows) {
      yield { ...page, share, isLast: false };
      page = emptyPage();
    }
  }
  yield { ...page, share: 1, isLast: true };
}

function emptyPage(): FilePage {
  return { posts: [], rows: 0, drops: [], problems: [], misdated: [], share: 0, isLast: false };
}
