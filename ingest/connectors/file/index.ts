import { stat } from 'node:fs/promises';
import { EarshotError } from '#core/errors.ts';
import type { Connector, Page, ReadContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { openTable } from './open-table.ts';
import { planFile, type FilePlan } from './plan-file.ts';
import { readPosts, type FilePage } from './read-posts.ts';
import { fileConfigSchema, fileCursorSchema, type FileConfig, type FileCursor } from './schema.ts';
import type { Table } from './table.ts';

type FilePartition = FileConfig & { path: string };

/** A file of comments on the machine. It is read to its end; when it changes it is read again, and the same rows are the same posts. */
export const fileConnector: Connector<FileConfig, FilePartition, FileCursor> = {
  meta: {
    id: 'file',
    mode: 'file',
    genre: 'feedback',
    about: {
      what: 'CSV, XLSX and NDJSON files',
      needs: 'A file on this machine.',
      limits: '–',
      terms: 'Whoever brings the file answers for the right to use it.',
      triedOn: 'recordings',
    },
    configSchema: fileConfigSchema,
    cursorSchema: fileCursorSchema,
    pollSeconds: 60,
    rate: { capacity: 10, refillPerSecond: 10 },
    isUserGiven: false,
    capabilities: { backfill: false, edits: true, deletes: 'none' },
    policy: {
      retentionDays: null,
      deleteWithinHours: null,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'quotes',
      enabledByDefault: false,
    },
  },
  partitions: (config) => new Map(config.path === undefined ? [] : [[config.path, { ...config, path: config.path }]]),
  async *read(context, from) {
    const { path } = context.partition;
    const { table, plan } = await open(context.partition);
    const file = await stat(path);
    const isSame = from?.modifiedMs === file.mtimeMs && from.bytes === file.size;
    const done = isSame ? from.rows : 0;
    yield* pagesOf(context, table, plan, { rows: done, modifiedMs: file.mtimeMs, bytes: file.size });
  },
};

async function open(config: FilePartition): Promise<{ table: Table; plan: FilePlan }> {
  try {
    const table = await openTable(config.path, { format: config.format, sheet: config.sheet });
    return { table, plan: planFile(table, { columns: config.columns, genre: config.genre, dateFormat: config.dateFormat }) };
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    throw new SourceError({ type: 'config', setting: 'file.path' }, error.message, { cause: error });
  }
}

/** Rows are read from the first whatever the cursor: copies of a row are numbered in the file's order. */
async function* pagesOf(
  context: ReadContext<FilePartition>,
  table: Table,
  plan: FilePlan,
  from: FileCursor,
): AsyncGenerator<Page<FileCursor>> {
  const reading = {
    source: 'file',
    genre: plan.genre,
    organisation: context.partition.organisation,
    columns: table.columns,
    roles: plan.roles,
    dateFormat: plan.dateFormat,
    observedAt: new Date(context.clock.now()).toISOString(),
    fileDate: new Date(from.modifiedMs).toISOString(),
  };
  let rows = 0;
  for await (const page of readPosts(table, reading)) {
    context.signal.throwIfAborted();
    rows += page.rows;
    if (rows <= from.rows && !page.isLast) continue;
    const isKnown = rows <= from.rows;
    if (!isKnown) reportRows(context, page, from.modifiedMs);
    yield {
      ops: isKnown ? [] : page.posts.map((item) => ({ op: 'upsert', item })),
      cursor: { ...from, rows },
      hasMore: !page.isLast,
    };
  }
}

function reportRows(context: ReadContext<FilePartition>, page: FilePage, modifiedMs: number): void {
  const keyOf = (line: number) => `${context.partition.path}|${modifiedMs}|${line}`;
  for (const { line } of page.problems) context.malformed({ key: keyOf(line), field: `line ${line}`, bytes: 0 });
  for (const { line } of page.drops) context.dropped({ key: keyOf(line), reason: 'empty' });
  if (page.misdated.length) context.warn(`${page.misdated.length} rows have a date that can't be read: they have the file's.`);
}
