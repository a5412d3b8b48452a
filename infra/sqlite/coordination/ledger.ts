import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS } from '#core/calendar.ts';
import type { Clock } from '#core/clock.ts';
import { ACCOUNT_OUTCOMES, type BatchLedger, type BatchOutcome, type OpenBatch, type SourceAccount } from '#core/ports/coordination.ts';
import { inTransaction, prepare } from '../statement.ts';

/** `split`: its parts stand for it. `void`: a part of a batch that was settled whole. */
type State = 'open' | 'settled' | 'split' | 'void';

interface Row {
  id: string;
  openedAtMs: number;
  counts: string;
}

/** Long after a queue has given up on a job, so that no late delivery meets a batch that was forgotten. */
const KEPT_MS = 60 * DAY_MS;
const PRUNE_EVERY_MS = 3_600_000;
const PRUNED_AT_ONCE = 1_000;

export function createLedger(database: DatabaseSync, clock: Clock): BatchLedger {
  const selectState = prepare<{ state: State }>(database, 'SELECT state FROM batches WHERE id = ?');
  const upsertBatch = prepare(
    database,
    `INSERT INTO batches (id, state, opened_at_ms, closed_at_ms, counts) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, closed_at_ms = excluded.closed_at_ms`,
  );
  const addTotals = prepare(
    database,
    `INSERT INTO account_totals (source, collected, pending) VALUES (?, ?, ?)
      ON CONFLICT (source) DO UPDATE SET collected = collected + excluded.collected, pending = pending + excluded.pending`,
  );
  const addOutcome = prepare(
    database,
    `INSERT INTO account_outcomes (source, outcome, reason, count) VALUES (?, ?, ?, ?)
      ON CONFLICT (source, outcome, reason) DO UPDATE SET count = count + excluded.count`,
  );
  const insertRecord = prepare(database, 'INSERT OR IGNORE INTO ledger_records (key, recorded_at_ms) VALUES (?, ?)');
  const selectTotals = prepare<{ source: string; collected: number; pending: number }>(
    database,
    'SELECT source, collected, pending FROM account_totals ORDER BY source',
  );
  const selectOutcomes = prepare<{ source: string; outcome: string; reason: string; count: number }>(
    database,
    'SELECT source, outcome, reason, count FROM account_outcomes ORDER BY source, outcome, reason',
  );
  const selectOpen = prepare<Row>(
    database,
    `SELECT id, opened_at_ms AS openedAtMs, counts FROM batches WHERE state = 'open' AND opened_at_ms < ? ORDER BY opened_at_ms, id LIMIT ?`,
  );
  const pruneBatches = prepare(database, 'DELETE FROM batches WHERE id IN (SELECT id FROM batches WHERE closed_at_ms < ? LIMIT ?)');
  const pruneRecords = prepare(
    database,
    'DELETE FROM ledger_records WHERE key IN (SELECT key FROM ledger_records WHERE recorded_at_ms < ? LIMIT ?)',
  );
  let prunedAtMs = -Infinity;

  function setState(batch: OpenBatch, state: State): void {
    upsertBatch.run(batch.id, state, batch.openedAtMs, state === 'open' ? null : clock.now(), JSON.stringify(batch.counts));
  }

  function addCounts(batch: OpenBatch, collected: 1 | 0 | -1, pending: 1 | 0 | -1): void {
    for (const [source, count] of Object.entries(batch.counts)) addTotals.run(source, collected * count, pending * count);
  }

  function addOutcomes(outcomes: readonly BatchOutcome[]): void {
    for (const { source, outcome, reason, count } of outcomes) if (count !== 0) addOutcome.run(source, outcome, reason, count);
  }

  function open(batch: OpenBatch): void {
    if (selectState.get(batch.id)) return;
    setState(batch, 'open');
    addCounts(batch, 1, 1);
  }

  function settle(batch: OpenBatch, outcomes: readonly BatchOutcome[]): void {
    const held = selectState.get(batch.id)?.state;
    if (held !== undefined && held !== 'open') return;
    setState(batch, 'settled');
    addCounts(batch, held === 'open' ? 0 : 1, held === 'open' ? -1 : 0);
    addOutcomes(outcomes);
  }

  function split(batch: OpenBatch, parts: readonly OpenBatch[]): void {
    const held = selectState.get(batch.id)?.state;
    if (held === 'split') return;
    if (held === 'settled' || held === 'void') {
      for (const part of parts) cancel(part);
      return;
    }
    if (held === 'open') addCounts(batch, -1, -1);
    setState(batch, 'split');
    for (const part of parts) open(part);
  }

  function cancel(part: OpenBatch): void {
    const held = selectState.get(part.id)?.state;
    if (held === 'open') addCounts(part, -1, -1);
    if (held === undefined || held === 'open') setState(part, 'void');
  }

  function prune(): void {
    const nowMs = clock.now();
    if (nowMs - prunedAtMs < PRUNE_EVERY_MS) return;
    pruneBatches.run(nowMs - KEPT_MS, PRUNED_AT_ONCE);
    pruneRecords.run(nowMs - KEPT_MS, PRUNED_AT_ONCE);
    prunedAtMs = nowMs;
  }

  return {
    async open(batch) {
      inTransaction(database, () => {
        open(batch);
        prune();
      });
    },
    async settle(batch, outcomes) {
      inTransaction(database, () => settle(batch, outcomes));
    },
    async split(batch, parts) {
      inTransaction(database, () => split(batch, parts));
    },
    async record(key, source, collected, outcomes) {
      inTransaction(database, () => {
        if (insertRecord.run(key, clock.now()) === 0) return;
        addTotals.run(source, collected, 0);
        addOutcomes(outcomes.map((outcome) => ({ ...outcome, source })));
      });
    },
    async accounts() {
      const outcomes = Map.groupBy(selectOutcomes.all(), (row) => row.source);
      return selectTotals.all().map(({ source, collected, pending }): SourceAccount => ({
        source,
        collected,
        pending,
        outcomes: (outcomes.get(source) ?? []).flatMap(({ outcome: name, reason, count }) => {
          const outcome = ACCOUNT_OUTCOMES.find((known) => known === name);
          return outcome ? [{ outcome, reason, count }] : [];
        }),
      }));
    },
    async unsettled(beforeMs, limit) {
      return selectOpen
        .all(beforeMs, limit)
        .map(({ id, openedAtMs, counts }) => ({ id, openedAtMs, counts: JSON.parse(counts) as Record<string, number> }));
    },
  };
}
