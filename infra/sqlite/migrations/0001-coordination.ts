import type { DatabaseSync } from 'node:sqlite';

export function createCoordination(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE cursors (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      revision INTEGER NOT NULL,
      fence INTEGER NOT NULL,
      saved_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A released or lapsed lease stays, for its fence.
    CREATE TABLE leases (
      name TEXT PRIMARY KEY,
      holder TEXT NOT NULL,
      fence INTEGER NOT NULL,
      expires_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE budgets (
      key TEXT PRIMARY KEY,
      tokens REAL,
      refilled_at_ms INTEGER NOT NULL,
      held_until_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- bands: 64-bit floats (hash-key.ts); signature: 32-bit integers; both in the machine's byte order.
    CREATE TABLE duplicate_entries (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      cluster TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      indexed_at_ms INTEGER NOT NULL,
      bands BLOB NOT NULL,
      signature BLOB NOT NULL
    ) STRICT;
    CREATE INDEX duplicate_entries_by_age ON duplicate_entries (indexed_at_ms);

    CREATE TABLE batches (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('open', 'settled', 'split', 'void')),
      opened_at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      counts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batches_open ON batches (opened_at_ms) WHERE state = 'open';
    CREATE INDEX batches_closed ON batches (closed_at_ms) WHERE closed_at_ms IS NOT NULL;

    CREATE TABLE ledger_records (key TEXT PRIMARY KEY, recorded_at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX ledger_records_by_age ON ledger_records (recorded_at_ms);

    CREATE TABLE account_totals (source TEXT PRIMARY KEY, collected INTEGER NOT NULL, pending INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE account_outcomes (
      source TEXT NOT NULL,
      outcome TEXT NOT NULL,
      reason TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (source, outcome, reason)
    ) STRICT, WITHOUT ROWID;
  `);
}
