import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { EarshotError } from '#core/errors.ts';
import { damaged, fromSqlite, isDamage } from './sqlite-error.ts';
import { inTransaction, prepare } from './statement.ts';

/** The steps that lead from an empty database to today's schema of one part. Each step, once released, never changes. */
export interface Migrations {
  /** What the tables belong to: a file may hold several parts, each with its own numbering. */
  part: string;
  /** Step 1 first. */
  steps: readonly ((database: DatabaseSync) => void)[];
}

export interface DatabaseOptions {
  /** Path, or `:memory:`. */
  file: string;
  migrations: Migrations;
  /** Refuse to grow above this size, as a full disk would. */
  maxBytes?: number | undefined;
}

/** A complete check of a file above this size takes seconds, so only its length is compared with its header. */
const FULL_CHECK_BYTES = 128 * 1024 * 1024;
const HEADER_BYTES = 100;

/**
 * Opens a database of Earshot, made with mode 0600 if it is new, and brings it to today's schema. Posts are best kept in a file
 * of their own: their bulk writes and long reads then hold up neither the write-ahead log of documents nor that of coordination,
 * which are small and written often. All parts may also share one file.
 *
 * @throws EarshotError 'damaged' for a truncated or broken file, 'schema-too-new' for one that a later version wrote.
 */
export function openDatabase(options: DatabaseOptions): DatabaseSync {
  const { file } = options;
  const isMemory = file === ':memory:';
  if (!isMemory) prepareFile(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 5_000 });
    // secure_delete: what is forgotten must not stay in free pages. synchronous FULL: an acknowledged write survives a power cut.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32768');
    // A checkpoint after 32 MB instead of 4: the same pages are written back less often, and a third less is waited for the disk.
    database.exec('PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF');
    if (!isMemory && statSync(file).size <= FULL_CHECK_BYTES) checkWhole(database, file);
    migrate(database, options);
    if (options.maxBytes !== undefined) limitSize(database, options.maxBytes);
    return database;
  } catch (error) {
    database?.close();
    throw isDamage(error) ? damaged(file, error) : fromSqlite(error, file);
  }
}

/** Opens the same file for reads only, with the schema as it is. */
export function openForReading(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  database.exec('PRAGMA cache_size = -32768');
  return database;
}

/** Makes a new file with mode 0600; looks at an old one before SQLite, which might write to it, does. */
function prepareFile(file: string): void {
  try {
    inspect(file);
  } catch (error) {
    if (error instanceof EarshotError) throw error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new EarshotError('unavailable', `${file} can't be opened${code}. Its folder must exist and both must be readable and writable.`, {
      cause: error,
    });
  }
}

function inspect(file: string): void {
  if (!existsSync(file)) {
    closeSync(openSync(file, 'a', 0o600));
    return;
  }
  const size = statSync(file).size;
  if (size === 0) return;
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(file, 'r');
  const read = readSync(descriptor, header, 0, HEADER_BYTES, 0);
  closeSync(descriptor);
  if (read < HEADER_BYTES || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged(file);
  const rawPageSize = header.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
  if (size < header.readUInt32BE(28) * pageSize) throw damaged(file);
}

function checkWhole(database: DatabaseSync, file: string): void {
  const result = prepare<{ quick_check: string }>(database, 'PRAGMA quick_check(1)').get();
  if (result?.quick_check !== 'ok') throw damaged(file);
}

function migrate(database: DatabaseSync, { file, migrations }: DatabaseOptions): void {
  const { part, steps } = migrations;
  inTransaction(database, () => {
    database.exec('CREATE TABLE IF NOT EXISTS schema_version (part TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT');
    const held = prepare<{ version: number }>(database, 'SELECT version FROM schema_version WHERE part = ?').get(part)?.version ?? 0;
    if (held > steps.length) {
      throw new EarshotError(
        'schema-too-new',
        `${file} was written by a later version of Earshot (schema ${held} of its ${part}; this version knows ${steps.length}). Start that version, or restore a backup from before the upgrade.`,
      );
    }
    if (held === steps.length) return;
    for (const step of steps.slice(held)) step(database);
    prepare(
      database,
      'INSERT INTO schema_version (part, version) VALUES (?, ?) ON CONFLICT (part) DO UPDATE SET version = excluded.version',
    ).run(part, steps.length);
  });
}

function limitSize(database: DatabaseSync, maxBytes: number): void {
  const pageSize = prepare<{ page_size: number }>(database, 'PRAGMA page_size').get()?.page_size ?? 4_096;
  database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`);
}
