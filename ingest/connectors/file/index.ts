import { stat } from 'node:fs/promises';
import type { Connector, Page, ReadContext, ReadRange } from '../../connector.ts';
import { toSourceFault } from './file-faults.ts';
import { readFile, type FileToRead } from './read-file.ts';
import { readFolder } from './read-folder.ts';
import { cursorSchema, fileConfigSchema, type Cursor, type FileConfig, type FileCursor } from './schema.ts';

type Partition = FileToRead | (FileConfig & { folder: string });

/** Comments in files on the machine: one file, or all that come into a folder. What changes is read again, and the same rows are the same posts. */
export const fileConnector: Connector<FileConfig, Partition, Cursor> = {
  meta: {
    id: 'file',
    mode: 'file',
    genre: 'feedback',
    about: {
      what: 'CSV, XLSX, ODS and NDJSON files: one, or all that come into a folder',
      needs: 'A file or a folder on this machine.',
      limits: 'A folder is looked at every minute; a file is read once it has not changed for ten seconds.',
      terms: 'Whoever brings the file answers for the right to use it.',
      triedOn: 'documentation',
    },
    configSchema: fileConfigSchema,
    cursorSchema,
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
  partitions({ path, folder, ...config }) {
    const partitions = new Map<string, Partition>();
    if (path !== undefined) partitions.set(path, { ...config, path });
    if (folder !== undefined) partitions.set(folder, { ...config, folder });
    return partitions;
  },
  read(context, from, range) {
    const { partition } = context;
    if (isFolder(partition)) return readFolder(context, partition, from && 'done' in from ? from : undefined, range);
    return readOneFile(context, partition, from && 'rows' in from ? from : undefined, range);
  },
};

function isFolder(partition: Partition): partition is FileConfig & { folder: string } {
  return partition.folder !== undefined;
}

async function* readOneFile(
  context: ReadContext<unknown>,
  file: FileToRead,
  from: FileCursor | undefined,
  range: ReadRange | undefined,
): AsyncGenerator<Page<FileCursor>> {
  const found = await stat(file.path).catch(() => undefined);
  const now = { modifiedMs: found?.mtimeMs ?? 0, bytes: found?.size ?? 0 };
  const isSame = from?.modifiedMs === now.modifiedMs && from.bytes === now.bytes;
  try {
    for await (const { ops, rows, isLast } of readFile(context, file, isSame ? from.rows : 0, range)) {
      yield { ops, cursor: { ...now, rows }, hasMore: !isLast };
    }
  } catch (error) {
    if (context.signal.aborted) throw error;
    throw toSourceFault(error);
  }
}
