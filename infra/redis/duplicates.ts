import { DUPLICATE_HORIZON_MS, type DuplicateEntry, type DuplicatesIndex } from '#core/ports/coordination.ts';
import type { RedisContext } from './context.ts';
import { ASSIGN, FORGET, PRUNE } from './duplicates-scripts.ts';
import { createScript } from './script.ts';

/** So many entries are dropped in one step: some 5 ms, in which Redis serves nobody else. */
const DROP_CHUNK = 200;

export function createDuplicatesIndex({ redis, clock, key }: RedisContext): DuplicatesIndex {
  const assign = createScript(redis, ASSIGN);
  const forget = createScript(redis, FORGET);
  const prune = createScript(redis, PRUNE);
  const keys = ['ids', 'entries', 'bands', 'indexed', 'last'].map((part) => key('duplicates', part));

  return {
    async assign(entries, minSimilarity) {
      if (entries.length === 0) return [];
      return (await assign(keys, [clock.now(), minSimilarity, DUPLICATE_HORIZON_MS, entries.length, ...flatten(entries)])) as string[];
    },
    async prune(beforeMs) {
      for (let pruned = 0; ;) {
        const dropped = Number(await prune(keys, [beforeMs, DROP_CHUNK]));
        pruned += dropped;
        if (dropped === 0) return pruned;
      }
    },
    async forget(ids) {
      for (let from = 0; from < ids.length; from += DROP_CHUNK) await forget(keys, ids.slice(from, from + DROP_CHUNK));
    },
  };
}

function flatten(entries: readonly DuplicateEntry[]): (string | number | Buffer)[] {
  return [
    ...entries.map((entry) => entry.id),
    ...entries.map((entry) => entry.atMs),
    ...entries.map(({ signature }) => Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength)),
    ...entries.map((entry) => entry.bands.length),
    ...entries.flatMap((entry) => entry.bands),
  ];
}
