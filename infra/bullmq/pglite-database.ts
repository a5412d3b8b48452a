import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, statfs } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { runMigrations, type PgQueryResult } from 'bullmq';

/** PostgreSQL in the process, which comes back by itself after a full disk stopped it. */
export interface PgliteDatabase extends AsyncDisposable {
  query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>>;
  /** Hears notifications until the returned function is called. `onLost`: the database was opened anew, and nobody listens on it yet. */
  listen(onNotification: (channel: string, payload: string) => void, onLost: (error: Error) => void): () => void;
}

interface Listener {
  onNotification: (channel: string, payload: string) => void;
  onLost: (error: Error) => void;
}

const SCHEMA = 'bullmq';
/** A queue needs little: the defaults (128 MB of buffers, 1 GB of log) are for a database server. */
const SETTINGS = ['shared_buffers = 16MB', 'wal_buffers = 1MB', 'min_wal_size = 32MB', 'max_wal_size = 64MB'];
/** disk_full and io_error: PGlite answers nothing more after one of them, so it is given up and opened anew. */
const FATAL_CODES = new Set(['53100', '58030']);
const MAKER = fileURLToPath(new URL('make-pglite-database.ts', import.meta.url));
const REOPEN_MS = 2_000;
/** Enough for the log that recovery may write. */
const FREE_BYTES = 32 * 1024 * 1024;

/**
 * Opens PGlite on a folder (undefined: in memory) with BullMQ's schema. The caller holds the folder's lock: PGlite takes none, and a
 * second process would destroy the data. A folder is made beside its place and moved there whole, so that a kill leaves none half made.
 * While the disk is full every query is refused, as a connection would be.
 */
export async function openPgliteDatabase(folder: string | undefined): Promise<PgliteDatabase> {
  if (folder !== undefined && !existsSync(folder)) await createFolder(folder);
  let database = await openOnce(folder);
  let broken: PromiseWithResolvers<never> = newFailure();
  let isBroken = false;
  let isClosing = false;
  let timer: NodeJS.Timeout | undefined;
  const listeners = new Set<Listener>();
  database.onNotification(tellAll);

  function tellAll(channel: string, payload: string): void {
    for (const { onNotification } of listeners) onNotification(channel, payload);
  }

  function giveUp(cause: unknown): void {
    if (isBroken) return;
    isBroken = true;
    broken.reject(awayError(cause));
    timer = setTimeout(() => void reopen(), REOPEN_MS);
  }

  async function reopen(): Promise<void> {
    if (isClosing) return;
    try {
      const { bavail, bsize } = await statfs(folder!);
      if (bavail * bsize < FREE_BYTES) throw awayError();
      database = await openOnce(folder);
      database.onNotification(tellAll);
      broken = newFailure();
      isBroken = false;
      for (const { onLost } of listeners) onLost(awayError());
    } catch {
      timer = setTimeout(() => void reopen(), REOPEN_MS);
    }
  }

  return {
    async query<R>(text: string, params?: readonly unknown[]) {
      if (isBroken) throw awayError();
      try {
        return await Promise.race([runQuery<R>(database, text, params), broken.promise]);
      } catch (error) {
        if (folder === undefined || !isFatal(error)) throw error;
        giveUp(error);
        throw awayError(error);
      }
    },
    listen(onNotification, onLost) {
      const listener = { onNotification, onLost };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      isClosing = true;
      clearTimeout(timer);
      // One that was given up would never finish closing.
      if (!isBroken) await database.close();
    },
  };
}

/** BullMQ takes it for a refused connection: its workers wait and try again what they were doing, instead of failing jobs. */
function awayError(cause?: unknown): Error {
  return Object.assign(new Error('the database of the queue is away', { cause }), { code: 'ECONNREFUSED' });
}

/** A promise that nobody has to listen to. */
function newFailure(): PromiseWithResolvers<never> {
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {});
  return failure;
}

/** Fills an empty folder with a new database that has BullMQ's schema. */
export async function makeDatabase(folder: string): Promise<void> {
  await (await openOnce(folder)).close();
}

/** In a process of its own: making a database takes over a gigabyte for a moment, which a process would keep. */
async function createFolder(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await promisify(execFile)(process.execPath, [MAKER, unfinished]);
  await chmod(unfinished, 0o700);
  await rename(unfinished, folder);
}

async function openOnce(folder: string | undefined): Promise<PGlite> {
  const database = await PGlite.create({ ...(folder === undefined ? {} : { dataDir: folder }), postgresqlconf: SETTINGS });
  try {
    await runMigrations(migrationClient(database), SCHEMA, {});
    await database.exec(`set search_path = ${SCHEMA}`);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** BullMQ's migrations ask for a client of a pool, but only ever query it. */
function migrationClient(database: PGlite) {
  const client = { query: <R>(text: string, params?: readonly unknown[]) => runQuery<R>(database, text, params) };
  return client as Parameters<typeof runMigrations>[0];
}

/** Without parameters a text may hold several statements (BullMQ's migrations do), which only the simple protocol takes. */
async function runQuery<R>(database: PGlite, text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
  if (params === undefined || params.length === 0) {
    const last = (await database.exec(text)).at(-1);
    return { rows: (last?.rows ?? []) as R[], rowCount: last?.affectedRows ?? null };
  }
  const result = await database.query<R>(text, [...params]);
  return { rows: result.rows, rowCount: result.affectedRows ?? result.rows.length };
}

/** `RuntimeError`: PostgreSQL's own code has aborted. */
function isFatal(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return FATAL_CODES.has(String(code)) || name === 'RuntimeError';
}
