import type { Redis } from 'ioredis';
import type { Clock } from '#core/clock.ts';
import type { Coordination } from '#core/ports/coordination.ts';
import { createBudgets } from './budgets.ts';
import { createCursors } from './cursors.ts';
import { createDuplicatesIndex } from './duplicates.ts';
import { createLedger } from './ledger.ts';
import { createLeases } from './leases.ts';

export interface RedisCoordinationOptions {
  /** Open, from `openRedis`; the caller closes it. */
  redis: Redis;
  /** Keys begin with `{prefix}:`; the braces put them all in one hash slot of a Redis Cluster. */
  prefix: string;
  clock: Clock;
}

/** Coordination in Redis. Every change is one Lua script, so that it happens whole or not at all. */
export function openRedisCoordination({ redis, prefix, clock }: RedisCoordinationOptions): Coordination {
  const context = { redis, clock, key: (...parts: string[]) => `{${prefix}}:${parts.join(':')}` };
  return {
    cursors: createCursors(context),
    leases: createLeases(context),
    budgets: createBudgets(context),
    duplicates: createDuplicatesIndex(context),
    ledger: createLedger(context),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
