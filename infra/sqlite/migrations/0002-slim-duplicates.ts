import type { DatabaseSync } from 'node:sqlite';

/**
 * A quarter of the room for an entry. What was there is left out, since a near-copy is looked for within 72 hours only: one of a post from before the
 * update gets a cluster of its own.
 */
export function slimDuplicates(database: DatabaseSync): void {
  database.exec(`
    DROP TABLE duplicate_entries;

    -- cluster: NULL where it is the post itself. Entries are made in order of time, so the oldest are those with the least numbers.
    CREATE TABLE duplicate_entries (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      cluster TEXT,
      at_ms INTEGER NOT NULL,
      indexed_at_ms INTEGER NOT NULL,
      signature BLOB NOT NULL
    ) STRICT;
  `);
}
