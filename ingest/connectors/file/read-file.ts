import { stat } from 'node:fs/promises';
import type { Op, ReadRange, SourceContext } from '../../connector.ts';
import { isWithin } from '../../is-within.ts';
import { openTable } from './open-table.ts';
import { planFile } from './plan-file.ts';
import { readPosts, type FilePage } from './read-posts.ts';
import type { FileConfig } from './schema.ts';

export type FileToRead = FileConfig & { path: string };

/** A part of a file: what is handed on, and the rows read by then. */
export interface FilePart {
  ops: Op[];
  rows: number;
  isLast: boolean;
}

/** Rows of a part: a job's size where each gives one post. */
const PART_ROWS = 200;

/**
 * The parts of a file after so many rows, of which only posts in the range are handed on. Rows are read from the first in any case: copies of a row are numbered in the file's order.
 * @throws EarshotError as `openTable` and `planFile` do.
 */
export async function* readFile(
  context: SourceContext,
  file: FileToRead,
  doneRows: number,
  range: ReadRange = {},
): AsyncGenerator<FilePart> {
  const table = await openTable(file.path, { format: file.format, sheet: file.sheet });
  const plan = await planFile(table, { columns: file.columns, genre: file.genre, dateFormat: file.dateFormat });
  const { mtimeMs } = await stat(file.path);
  const reading = {
    source: 'file',
    organisation: file.organisation,
    columns: table.columns,
    ...plan,
    now: () => context.clock.now(),
    fileDate: new Date(mtimeMs).toISOString(),
  };
  let rows = 0;
  for await (const page of readPosts(table, reading, PART_ROWS)) {
    context.signal.throwIfAborted();
    rows += page.rows;
    if (rows <= doneRows && !page.isLast) continue;
    const isKnown = rows <= doneRows;
    if (!isKnown) reportRows(context, page, `${file.path}|${mtimeMs}`);
    const posts = isKnown ? [] : page.posts.filter(({ createdAt }) => isWithin(Date.parse(createdAt), range));
    yield { ops: posts.map((item) => ({ op: 'upsert', item: { genre: plan.genre, ...item } })), rows, isLast: page.isLast };
  }
}

function reportRows(context: Pick<SourceContext, 'malformed' | 'dropped' | 'warn'>, page: FilePage, file: string): void {
  const keyOf = (line: number) => `${file}|${line}`;
  for (const { line } of page.problems) context.malformed({ key: keyOf(line), field: `line ${line}`, bytes: 0 });
  for (const { line } of page.drops) context.dropped({ key: keyOf(line), reason: 'empty' });
  if (page.misdated.length) context.warn(`${page.misdated.length} rows have a date that can't be read: they have the file's.`);
}
