/**
 * What several processes must agree on: cursors, leases, rate budgets, the duplicates index and the ledger of batches.
 * SQLite in the embedded profile, Redis in production.
 */
export interface Coordination extends AsyncDisposable {
  readonly cursors: Cursors;
  readonly leases: Leases;
  readonly budgets: Budgets;
  readonly duplicates: DuplicatesIndex;
  readonly ledger: BatchLedger;
}

export interface Cursors {
  get(key: string): Promise<StoredCursor | null>;
  /**
   * Writes if the held revision is `expectedRevision` (0: none held) and `fence` is not below the highest seen for the key.
   * @returns the new revision, or null when another owner was first.
   */
  set(key: string, value: unknown, expectedRevision: number, fence: number): Promise<number | null>;
  list(prefix: string): Promise<{ key: string; cursor: StoredCursor }[]>;
}

export interface StoredCursor {
  /** JSON, under 4 kB. */
  value: unknown;
  revision: number;
  savedAtMs: number;
}

export interface Leases {
  /** @returns null while another holder's lease lives. */
  acquire(name: string, holder: string, ttlMs: number): Promise<Lease | null>;
  /** @returns false when the lease was lost. */
  renew(lease: Lease, ttlMs: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
}

export interface Lease {
  name: string;
  holder: string;
  /** Rises with every new owner of this name: a write with a lower fence is refused. */
  fence: number;
}

export interface Budgets {
  /** Takes `cost` tokens from a bucket that refills evenly. */
  take(key: string, cost: number, rate: { capacity: number; refillPerSecond: number }): Promise<BudgetAnswer>;
  /** Nothing is granted from this bucket before `untilMs`: a server said so. */
  hold(key: string, untilMs: number): Promise<void>;
}

export interface BudgetAnswer {
  granted: boolean;
  /** 0 when granted. */
  retryAfterMs: number;
}

/** Near-copies are looked for among posts whose dates lie at most this far apart. */
export const DUPLICATE_HORIZON_MS = 72 * 3_600_000;

/** Finds near-copies of a post among those of the last 72 hours, whichever worker saw them. */
export interface DuplicatesIndex {
  /**
   * Clusters by position, each the id of its first post. Of its near-copies dated within the horizon that share a band with it (core/language/lsh-index.ts)
   * a post is put in the cluster of the most alike, of equally like ones the latest indexed; without any, in one of its own. The same id always gets the
   * same answer within the horizon, so a replay changes nothing.
   */
  assign(entries: readonly DuplicateEntry[]): Promise<string[]>;
  /** Drops entries that were indexed before `beforeMs`, and those of forgotten posts. @returns how many records that were. */
  prune(beforeMs: number): Promise<number>;
  forget(ids: readonly string[]): Promise<void>;
}

export interface DuplicateEntry {
  /** At most 255 bytes. */
  id: string;
  /** The date that the horizon is measured on. */
  atMs: number;
  /** From `signatureOf` (core/language/min-hash.ts). */
  signature: Uint8Array;
}

/**
 * The account of every batch: what went into the queue and what became of it. Both sides are recorded once for each
 * batch id, however often a job is delivered, so that
 * collected = stored + dropped + quarantined + erased + pending holds for each source at any time.
 */
export interface BatchLedger {
  /** After the queue acknowledged a batch. A second call for the same batch changes nothing. */
  open(batch: OpenBatch): Promise<void>;
  /** After a batch's outcome is durable. A second call for the same batch changes nothing; opens it if it was not. */
  settle(batch: OpenBatch, outcomes: readonly BatchOutcome[]): Promise<void>;
  /**
   * One batch replaced by others that hold the same posts between them. Of a batch that was settled whole before, the
   * parts count for nothing.
   */
  split(batch: OpenBatch, parts: readonly OpenBatch[]): Promise<void>;
  /** Posts that a connector handed over but that never reached a batch (quarantined or dropped at ingest). `key` makes it count once. */
  record(key: string, source: string, collected: number, outcomes: readonly Omit<BatchOutcome, 'source'>[]): Promise<void>;
  /** Sorted by source, their outcomes by outcome and reason. */
  accounts(): Promise<SourceAccount[]>;
  /** Batches opened before `beforeMs` and not settled, oldest first. */
  unsettled(beforeMs: number, limit: number): Promise<OpenBatch[]>;
}

export interface OpenBatch {
  id: string;
  openedAtMs: number;
  /** Operations by source. */
  counts: Record<string, number>;
}

export const ACCOUNT_OUTCOMES = ['stored', 'dropped', 'quarantined', 'erased'] as const;
export type AccountOutcome = (typeof ACCOUNT_OUTCOMES)[number];

export interface BatchOutcome {
  source: string;
  outcome: AccountOutcome;
  /** Drop or quarantine reason; empty for stored and erased. */
  reason: string;
  count: number;
}

export interface SourceAccount {
  source: string;
  collected: number;
  pending: number;
  outcomes: { outcome: AccountOutcome; reason: string; count: number }[];
}
