import { EarshotError, unavailable } from '#core/errors.ts';

/** Primary result codes of SQLite, from sqlite3.h. */
const CODES = { busy: 5, locked: 6, noMemory: 7, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cantOpen: 14, notADatabase: 26 };

const UNAVAILABLE = new Set([CODES.busy, CODES.locked, CODES.noMemory, CODES.readOnly, CODES.ioError, CODES.full, CODES.cantOpen]);
const DAMAGED = new Set([CODES.corrupt, CODES.notADatabase]);

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

export function isDamage(error: unknown): boolean {
  return DAMAGED.has(primaryCode(error) ?? -1);
}

/** The file is not as SQLite left it. Nothing is written to it any more. */
export function damaged(file: string, cause?: unknown): EarshotError {
  return new EarshotError(
    'damaged',
    `${file} is damaged, so Earshot did not open it and did not change it. Restore it from a backup as docs/operations.md describes under "Backup and restore", or move it away to begin with an empty one.`,
    { cause },
  );
}

/** A full disk, a locked or unreadable file is 'unavailable', a broken one 'damaged'; anything else stays as it is. */
export function fromSqlite(error: unknown, file: string): unknown {
  const code = primaryCode(error);
  if (code === undefined) return error;
  if (DAMAGED.has(code)) return damaged(file, error);
  if (code === CODES.full) {
    return new EarshotError('unavailable', `The disk of ${file} is full. Nothing was lost and reading goes on; free some space.`, {
      cause: error,
    });
  }
  return UNAVAILABLE.has(code) ? unavailable(`The store ${file}`, error) : error;
}

/** Whether the store as a whole is in trouble, and not one record of a batch. */
export function isStoreFailure(error: unknown): boolean {
  const code = primaryCode(error);
  return code !== undefined && (UNAVAILABLE.has(code) || DAMAGED.has(code));
}
