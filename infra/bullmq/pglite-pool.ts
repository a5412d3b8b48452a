import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { runMigrations, type PgPool, type PgPoolClient, type PgQueryResult } from 'bullmq';

/** PostgreSQL in the process, shaped like the `pg.Pool` that BullMQ takes. */
export type PglitePool = PgPool & AsyncDisposable;

const SCHEMA = 'bullmq';
/** A queue needs little: the defaults (128 MB of buffers, 1 GB of log) are for a database server. */
const SETTINGS = ['shared_buffers = 16MB', 'wal_buffers = 1MB', 'min_wal_size = 32MB', 'max_wal_size = 64MB'];

/**
 * Opens PGlite on a folder (undefined: in memory) with BullMQ's schema. The caller holds the folder's lock: PGlite takes none, and a
 * second process would destroy the data. A folder is made beside its place and moved there whole, so that a kill leaves none half made.
 */
export async function openPglitePool(folder: string | undefined): Promise<PglitePool> {
  if (folder !== undefined && !existsSync(folder)) {
    const unfinished = `${folder}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    const database = await openDatabase(unfinished);
    await database.close();
    await chmod(unfinished, 0o700);
    await rename(unfinished, folder);
  }
  return createPool(await openDatabase(folder));
}

async function openDatabase(folder: string | undefined): Promise<PGlite> {
  const database = await PGlite.create({ ...(folder === undefined ? {} : { dataDir: folder }), postgresqlconf: SETTINGS });
  try {
    await runMigrations(createSession(database), SCHEMA, {});
    await database.exec(`set search_path = ${SCHEMA}`);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function createPool(database: PGlite): PglitePool {
  const events = new EventEmitter();
  const pool = {
    // BullMQ asks this before it lets an idle worker wait long: there is no connection here that could be cut.
    options: { keepAlive: true },
    query: <R>(text: string, params?: readonly unknown[]) => runQuery<R>(database, text, params),
    connect: () => Promise.resolve(createSession(database)),
    end: () => Promise.resolve(),
    on(event: string, listener: (...args: never[]) => void) {
      events.on(event, listener as (...args: unknown[]) => void);
      return pool;
    },
    removeAllListeners(event?: string) {
      events.removeAllListeners(event);
      return pool;
    },
    async [Symbol.asyncDispose]() {
      await database.close();
    },
  };
  return pool as PglitePool;
}

/** One "connection": all of them share PGlite's only session, each with listeners of its own. */
function createSession(database: PGlite): PgPoolClient {
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const stopListening = database.onNotification((channel, payload) => events.emit('notification', { channel, payload }));
  const session = {
    query: <R>(text: string, params?: readonly unknown[]) => runQuery<R>(database, text, params),
    on(event: string, listener: (...args: never[]) => void) {
      events.on(event, listener as (...args: unknown[]) => void);
      return session;
    },
    removeListener(event: string, listener: (...args: never[]) => void) {
      events.removeListener(event, listener as (...args: unknown[]) => void);
      return session;
    },
    removeAllListeners(event?: string) {
      events.removeAllListeners(event);
      return session;
    },
    release() {
      stopListening();
      events.removeAllListeners();
    },
  };
  return session as PgPoolClient;
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
