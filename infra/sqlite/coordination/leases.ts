import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#core/clock.ts';
import type { Leases } from '#core/ports/coordination.ts';
import { inTransaction, prepare } from '../statement.ts';

interface Row {
  holder: string;
  fence: number;
  expiresAtMs: number;
}

export function createLeases(database: DatabaseSync, clock: Clock): Leases {
  const select = prepare<Row>(database, 'SELECT holder, fence, expires_at_ms AS expiresAtMs FROM leases WHERE name = ?');
  const upsert = prepare(database, 'INSERT OR REPLACE INTO leases (name, holder, fence, expires_at_ms) VALUES (?, ?, ?, ?)');
  const extend = prepare(database, 'UPDATE leases SET expires_at_ms = ? WHERE name = ? AND holder = ? AND fence = ? AND expires_at_ms > ?');
  const end = prepare(database, 'UPDATE leases SET expires_at_ms = 0 WHERE name = ? AND holder = ? AND fence = ?');

  return {
    async acquire(name, holder, ttlMs) {
      return inTransaction(database, () => {
        const held = select.get(name);
        const nowMs = clock.now();
        const isLive = held !== undefined && held.expiresAtMs > nowMs;
        if (isLive && held.holder !== holder) return null;
        const fence = isLive ? held.fence : (held?.fence ?? 0) + 1;
        upsert.run(name, holder, fence, nowMs + ttlMs);
        return { name, holder, fence };
      });
    },
    async renew({ name, holder, fence }, ttlMs) {
      const nowMs = clock.now();
      return extend.run(nowMs + ttlMs, name, holder, fence, nowMs) > 0;
    },
    async release({ name, holder, fence }) {
      end.run(name, holder, fence);
    },
  };
}
