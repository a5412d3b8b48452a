import type { DatabaseSync } from 'node:sqlite';

export function createDocuments(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE documents (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      value TEXT NOT NULL,
      UNIQUE (kind, id)
    ) STRICT;
  `);
}
