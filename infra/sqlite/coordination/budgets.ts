import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#core/clock.ts';
import type { Budgets } from '#core/ports/coordination.ts';
import { inTransaction, prepare } from '../statement.ts';

interface Row {
  /** Null until the first taking says how much the bucket holds. */
  tokens: number | null;
  refilledAtMs: number;
  heldUntilMs: number;
}

/** Refills are sums of fractions: a bucket that lacks a millionth of a token is full enough. */
const TOLERANCE = 1e-6;

export function createBudgets(database: DatabaseSync, clock: Clock): Budgets {
  const select = prepare<Row>(
    database,
    'SELECT tokens, refilled_at_ms AS refilledAtMs, held_until_ms AS heldUntilMs FROM budgets WHERE key = ?',
  );
  const upsert = prepare(database, 'INSERT OR REPLACE INTO budgets (key, tokens, refilled_at_ms, held_until_ms) VALUES (?, ?, ?, ?)');

  return {
    async take(key, cost, { capacity, refillPerSecond }) {
      return inTransaction(database, () => {
        const nowMs = clock.now();
        const held = select.get(key);
        const heldUntilMs = held?.heldUntilMs ?? 0;
        if (heldUntilMs > nowMs) return { granted: false, retryAfterMs: heldUntilMs - nowMs };
        const elapsedMs = Math.max(0, nowMs - (held?.refilledAtMs ?? nowMs));
        const tokens = Math.min(capacity, (held?.tokens ?? capacity) + (elapsedMs / 1000) * refillPerSecond);
        const missing = cost - tokens;
        const granted = missing <= TOLERANCE;
        upsert.run(key, granted ? Math.max(0, tokens - cost) : tokens, nowMs, heldUntilMs);
        return { granted, retryAfterMs: granted ? 0 : Math.ceil((missing / refillPerSecond) * 1000) };
      });
    },
    async hold(key, untilMs) {
      inTransaction(database, () => {
        const held = select.get(key);
        upsert.run(key, held?.tokens ?? null, held?.refilledAtMs ?? clock.now(), Math.max(held?.heldUntilMs ?? 0, untilMs));
      });
    },
  };
}
