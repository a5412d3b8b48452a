import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#core/clock.ts';
import type { Cursors, StoredCursor } from '#core/ports/coordination.ts';
import { inTransaction, prepare } from '../statement.ts';

interface Row {
  key: string;
  value: string;
  revision: number;
  fence: number;
  savedAtMs: number;
}

const COLUMNS = 'key, value, revision, fence, saved_at_ms AS savedAtMs';

export function createCursors(database: DatabaseSync, clock: Clock): Cursors {
  const select = prepare<Row>(database, `SELECT ${COLUMNS} FROM cursors WHERE key = ?`);
  const upsert = prepare(database, 'INSERT OR REPLACE INTO cursors (key, value, revision, fence, saved_at_ms) VALUES (?, ?, ?, ?, ?)');
  const list = prepare<Row>(database, `SELECT ${COLUMNS} FROM cursors WHERE key >= ? AND substr(key, 1, length(?)) = ? ORDER BY key`);

  return {
    async get(key) {
      const row = select.get(key);
      return row ? cursorOf(row) : null;
    },
    async set(key, value, expectedRevision, fence) {
      const json = JSON.stringify(value);
      return inTransaction(database, () => {
        const held = select.get(key);
        if ((held?.revision ?? 0) !== expectedRevision || fence < (held?.fence ?? 0)) return null;
        upsert.run(key, json, expectedRevision + 1, fence, clock.now());
        return expectedRevision + 1;
      });
    },
    list: async (prefix) => list.all(prefix, prefix, prefix).map((row) => ({ key: row.key, cursor: cursorOf(row) })),
  };
}

function cursorOf({ value, revision, savedAtMs }: Row): StoredCursor {
  return { value: JSON.parse(value) as unknown, revision, savedAtMs };
}
