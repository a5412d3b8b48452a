import { stat } from 'node:fs/promises';
import { EarshotError } from '#core/errors.ts';
import type { Op, ReadContext, SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { openTable } from './open-table.ts';
import { planFile, type FilePlan } from './plan-file.ts';
import { readPosts, type FilePage } from './read-posts.ts';
import type { FileConfig } from './schema.ts';
import type { Table } from './table.ts';

export type FileToRead = FileConfig & { path: string };

/** A part of a file: what is handed on, and the rows read by then. */
export interface FilePart {
  ops: Op[];
  rows: number;
  isLast: boolean;
}

/**
 * The parts of a file after so many rows. Rows are read from the first in any case: copies of a row are numbered in the file's order.
 * @throws SourceError 'config' where it can't be read as a table.
 */
export async function* readFile(context: SourceContext, file: FileToRead, doneRows: number): AsyncGenerator<FilePart> {
  const { table, plan } = await open(file);
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
  for await (const page of readPosts(table, reading)) {
    context.signal.throwIfAborted();
    rows += page.rows;
    if (rows <= doneRows && !page.isLast) continue;
    const isKnown = rows <= doneRows;
    if (!isKnown) reportRows(context, page, `${file.path}|${mtimeMs}`);
    yield {
      ops: isKnown ? [] : page.posts.map((item) => ({ op: 'upsert', item: { genre: plan.genre, ...item } })),
      rows,
      isLast: page.isLast,
    };
  }
}

/** By the code of the error, whose own message is for whoever imports a file: it names columns, which in a file without a header are what people wrote. */
const FAULTS: Record<string, readonly [keyof FileConfig, string]> = {
  'no-such-file': ['path', 'There is no such file'],
  'file-empty': ['path', 'The file is empty'],
  'file-too-large': ['path', 'The workbook is too large; CSV has no limit'],
  'no-such-sheet': ['sheet', 'The workbook has no sheet of this name'],
  'no-text-column': ['columns', 'No column of the file looks like comments'],
  'no-such-column': ['columns', 'A column that is named is not in the file'],
  'no-date-format': ['dateFormat', 'The file’s dates are of no known format'],
};

async function open(config: FileToRead): Promise<{ table: Table; plan: FilePlan }> {
  try {
    const table = await openTable(config.path, { format: config.format, sheet: config.sheet });
    return { table, plan: await planFile(table, { columns: config.columns, genre: config.genre, dateFormat: config.dateFormat }) };
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    const [key, message] = FAULTS[error.code] ?? ['path', 'The file can’t be read as a table of comments'];
    const setting = `sources.file.${key}`;
    throw new SourceError({ type: 'config', setting }, `${message}: check ${setting}.`, { cause: error });
  }
}

function reportRows(context: Pick<ReadContext<unknown>, 'malformed' | 'dropped' | 'warn'>, page: FilePage, file: string): void {
  const keyOf = (line: number) => `${file}|${line}`;
  for (const { line } of page.problems) context.malformed({ key: keyOf(line), field: `line ${line}`, bytes: 0 });
  for (const { line } of page.drops) context.dropped({ key: keyOf(line), reason: 'empty' });
  if (page.misdated.length) context.warn(`${page.misdated.length} rows have a date that can't be read: they have the file's.`);
}
