import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page, ReadContext } from '../../connector.ts';
import { shortHash } from '../../identity.ts';
import { SourceError } from '../../source-error.ts';
import { readFile, type FileToRead } from './read-file.ts';
import { FOLDER_MARK_LENGTH, MAX_DONE_FILES, type FileConfig, type FolderCursor } from './schema.ts';

const EXTENSIONS = new Set(['.csv', '.tsv', '.xlsx', '.ndjson', '.jsonl']);
/** What programs name files that they are still writing, or have open. */
const UNFINISHED = /^(?:\.|~\$)|\.(?:part|tmp|crdownload|filepart)$/i;
/** A file that has not changed for so long is whole. */
const SETTLED_MS = 10_000;

interface Entry {
  path: string;
  extension: string;
  mark: string;
  /** When it came to be here, or last changed. */
  atMs: number;
}

const NOTHING_DONE: FolderCursor = { done: '', forgottenMs: 0 };

/**
 * Every file that lies directly in the folder, once, in the order of names; again when it changes. Links aren't followed. A file that can't be read is
 * told of and left until it changes; the rest are read.
 * @throws SourceError 'config' where the folder can't be listed.
 */
export async function* readFolder(
  context: ReadContext<unknown>,
  config: FileConfig & { folder: string },
  from: FolderCursor | undefined,
): AsyncGenerator<Page<FolderCursor>> {
  const entries = await list(config.folder);
  let cursor = from ?? NOTHING_DONE;
  const open = entries.filter((entry) => !isDone(entry, cursor) && context.clock.now() - entry.atMs >= SETTLED_MS);
  if (open.length === 0) yield { ops: [], cursor, hasMore: false };
  for (const [index, entry] of open.entries()) {
    const hasMore = index + 1 < open.length;
    const doneRows = cursor.current?.mark === entry.mark ? cursor.current.rows : 0;
    try {
      for await (const { ops, rows, isLast } of readFile(context, fileOf(config, entry), doneRows)) {
        cursor = isLast ? done(cursor, entry, entries) : { ...cursor, current: { mark: entry.mark, rows } };
        yield { ops, cursor, hasMore: !isLast || hasMore };
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const number = entries.indexOf(entry) + 1;
      // A file's name may hold a person's: it is told by its place among the others.
      context.warn(
        `File ${number} of ${entries.length} in the folder (${entry.extension}, in the order of names) can’t be read and is left until it changes.`,
      );
      context.malformed({ key: entry.mark, field: 'file', bytes: 0 });
      cursor = done(cursor, entry, entries);
      yield { ops: [], cursor, hasMore };
    }
  }
}

async function list(folder: string): Promise<Entry[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new SourceError(
      { type: 'config', setting: 'sources.file.folder' },
      'The folder of sources.file.folder can’t be listed: check that it is there and may be read.',
      {
        cause: error,
      },
    );
  });
  const wanted = found.filter(
    (entry) => entry.isFile() && !UNFINISHED.test(entry.name) && EXTENSIONS.has(extname(entry.name).toLowerCase()),
  );
  const names = wanted.map(({ name }) => name).sort((left, right) => (left < right ? -1 : 1));
  const entries: Entry[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => undefined);
    if (!file) continue;
    const mark = shortHash(JSON.stringify([name, file.size, file.mtimeMs])).slice(0, FOLDER_MARK_LENGTH);
    entries.push({ path, extension: extname(name).toLowerCase(), mark, atMs: Math.max(file.mtimeMs, file.ctimeMs) });
  }
  return entries;
}

function fileOf(config: FileConfig & { folder: string }, { path }: Entry): FileToRead {
  return { ...config, path };
}

function isDone({ mark, atMs }: Entry, { done: marks, forgottenMs }: FolderCursor): boolean {
  return atMs <= forgottenMs || marksIn(marks).includes(mark);
}

/** When more files lie there than can be remembered one by one, the oldest are remembered by when they came. */
function done(cursor: FolderCursor, entry: Entry, entries: readonly Entry[]): FolderCursor {
  const here = new Map(entries.map(({ mark, atMs }) => [mark, atMs]));
  const marks = [entry.mark, ...marksIn(cursor.done)].filter((mark) => here.has(mark));
  const kept = marks.toSorted((left, right) => here.get(right)! - here.get(left)!);
  const forgotten = kept.splice(MAX_DONE_FILES).map((mark) => here.get(mark)!);
  return { done: kept.join(''), forgottenMs: Math.max(cursor.forgottenMs, ...forgotten) };
}

function marksIn(marks: string): string[] {
  return marks.match(/.{8}/g) ?? [];
}
