import { lstat, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page, ReadContext, ReadRange } from '../../connector.ts';
import { shortHash } from '../../identity.ts';
import { SourceError } from '../../source-error.ts';
import { faultOf, isPassing, toSourceFault } from './file-faults.ts';
import { readFile } from './read-file.ts';
import { FOLDER_MARK_LENGTH, MAX_DONE_FILES, type FileConfig, type FolderCursor } from './schema.ts';

const EXTENSIONS = /\.(?:xlsx|ods|(?:csv|tsv|tab|ndjson|jsonl)(?:\.gz)?)$/i;
/** What programs name files that they are still writing, or have open. */
const UNFINISHED = /^(?:\.|~\$)|\.(?:part|tmp|crdownload|filepart)(?:\.|$)/i;
/** A file that has not changed for so long is whole. */
const SETTLED_MS = 10_000;

interface Entry {
  path: string;
  extension: string;
  /** Tells the file as it is now from any other, and from itself when it has changed. */
  mark: string;
  /** The same of a file that could not be read: another owner or other rights are a change too. */
  faultMark: string;
  /** When it came to be here, was renamed or last changed, by the clock of the machine: dates that it brought along don't count. */
  atMs: number;
}

const NOTHING_DONE: FolderCursor = { done: '', forgottenMs: 0, forgottenMark: '' };

/**
 * Every file that lies directly in the folder, once, in the order of names; again when it changes. Links aren't followed. A file that can't be read is
 * told of and left until it changes; the rest are read.
 * @throws SourceError 'config' where the folder can't be listed, 'retry' where its disk doesn't answer.
 */
export async function* readFolder(
  context: ReadContext<unknown>,
  config: FileConfig & { folder: string },
  from: FolderCursor | undefined,
  range: ReadRange | undefined,
): AsyncGenerator<Page<FolderCursor>> {
  const entries = await list(config.folder);
  let cursor = from ?? NOTHING_DONE;
  const open = inOrder(unread(entries, cursor, context));
  if (open.length === 0) yield { ops: [], cursor, hasMore: false };
  for (const [index, entry] of open.entries()) {
    const hasMore = index + 1 < open.length;
    const doneRows = cursor.current?.mark === entry.mark ? cursor.current.rows : 0;
    try {
      for await (const { ops, rows, isLast } of readFile(context, { ...config, path: entry.path }, doneRows, range)) {
        cursor = isLast ? done(cursor, entry.mark, entries) : { ...cursor, current: { mark: entry.mark, rows } };
        yield { ops, cursor, hasMore: !isLast || hasMore };
      }
    } catch (error) {
      if (context.signal.aborted || error instanceof SourceError) throw error;
      if (isGone(error)) continue;
      if (isPassing(error)) throw toSourceFault(error);
      // A file's name may hold a person's: it is told by its place among the others.
      const place = `File ${entries.indexOf(entry) + 1} of ${entries.length} in the folder (${entry.extension}, in the order of names)`;
      context.warn(`${place} is left until it changes. ${faultOf(error).message}.`);
      context.malformed({ key: entry.faultMark, field: 'file', bytes: 0 });
      cursor = done(cursor, entry.faultMark, entries);
      yield { ops: [], cursor, hasMore };
    }
  }
}

async function list(folder: string): Promise<Entry[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isPassing(error)) throw toSourceFault(error);
    const setting = 'sources.file.folder';
    throw new SourceError(
      { type: 'config', setting },
      `The folder of ${setting} can’t be listed: check that it is there and may be read.`,
      { cause: error },
    );
  });
  const wanted = found.filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name) && EXTENSIONS.test(entry.name));
  const names = wanted.map(({ name }) => name).sort((left, right) => (left < right ? -1 : 1));
  const entries: Entry[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const file = await lstat(path).catch(() => undefined);
    if (!file?.isFile()) continue;
    const state = [name, file.size, file.mtimeMs];
    entries.push({
      path,
      extension: extname(name).toLowerCase(),
      mark: markOf(state),
      faultMark: markOf([...state, file.ctimeMs]),
      atMs: file.ctimeMs,
    });
  }
  return entries;
}

function markOf(state: readonly unknown[]): string {
  return shortHash(JSON.stringify(state)).slice(0, FOLDER_MARK_LENGTH);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'no-such-file');
}

/** Asked for once, what is there now is taken for whole. */
function unread(
  entries: readonly Entry[],
  cursor: FolderCursor,
  { clock, isOnce }: Pick<ReadContext<unknown>, 'clock' | 'isOnce'>,
): Entry[] {
  const marks = new Set(marksIn(cursor.done));
  const limit = { atMs: cursor.forgottenMs, mark: cursor.forgottenMark };
  return entries.filter(
    (entry) =>
      !marks.has(entry.mark) &&
      !marks.has(entry.faultMark) &&
      compareAge(entry, limit) > 0 &&
      (isOnce || clock.now() - entry.atMs >= SETTLED_MS),
  );
}

/**
 * By name; but where more files wait than can be remembered one by one, the oldest of them come first, so that what is forgotten was always read.
 */
function inOrder(entries: readonly Entry[]): Entry[] {
  const byAge = entries.toSorted(compareAge);
  const ordered: Entry[] = [];
  for (let from = 0; from < byAge.length; from += MAX_DONE_FILES) {
    ordered.push(...byAge.slice(from, from + MAX_DONE_FILES).sort((left, right) => (left.path < right.path ? -1 : 1)));
  }
  return ordered;
}

/** When more files lie there than can be remembered one by one, the oldest are remembered by when they came. */
function done(cursor: FolderCursor, mark: string, entries: readonly Entry[]): FolderCursor {
  const here = new Map(entries.flatMap((entry) => [entry.mark, entry.faultMark].map((each) => [each, entry] as const)));
  const marks = [mark, ...marksIn(cursor.done)].filter((each) => here.has(each));
  const kept = marks.toSorted((left, right) => compareAge(here.get(right)!, here.get(left)!));
  const [newest] = kept.splice(MAX_DONE_FILES);
  const forgotten = newest === undefined ? undefined : here.get(newest)!;
  const isLater = forgotten && compareAge(forgotten, { atMs: cursor.forgottenMs, mark: cursor.forgottenMark }) > 0;
  return {
    done: kept.join(''),
    forgottenMs: isLater ? forgotten.atMs : cursor.forgottenMs,
    forgottenMark: isLater ? forgotten.mark : cursor.forgottenMark,
  };
}

/** Files that came in the same instant are told apart by their marks. */
function compareAge(left: Pick<Entry, 'atMs' | 'mark'>, right: Pick<Entry, 'atMs' | 'mark'>): number {
  return left.atMs - right.atMs || (left.mark < right.mark ? -1 : left.mark > right.mark ? 1 : 0);
}

function marksIn(marks: string): string[] {
  return marks.match(/.{8}/g) ?? [];
}
