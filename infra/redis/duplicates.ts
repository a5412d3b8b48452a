import { DUPLICATE_HORIZON_MS, type DuplicateEntry, type DuplicatesIndex } from '#core/ports/coordination.ts';
import type { RedisContext } from './context.ts';
import { packEntry, type IndexedEntry } from './duplicates-record.ts';
import { createReplica, partsOf, type LogRecord } from './duplicates-replica.ts';
import { APPEND, FORGET, PRUNE } from './duplicates-scripts.ts';
import { ask, createScript } from './script.ts';

/** Records read at once: some 250 kB and 10 ms of work. */
const READ_CHUNK = 2_000;
const FORMER_PARTS = ['ids', 'entries', 'bands', 'indexed', 'last'];

/**
 * The index is a log of entries with their clusters, 118 bytes each, that every worker reads into an index of its own. A worker writes what it found
 * only if it had read the log to its end, else it reads on and looks again: so the log alone decides who was first, and Redis compares nothing.
 */
export function createDuplicatesIndex({ redis, clock, key }: RedisContext): DuplicatesIndex {
  const log = key('duplicates-2', 'log');
  const append = createScript(redis, APPEND);
  const forget = createScript(redis, FORGET);
  const prune = createScript(redis, PRUNE);
  const former = FORMER_PARTS.map((part) => key('duplicates', part));
  const replica = createReplica();
  const inTurn = createTurns();
  let lastLogId = '';

  /** Reads the log to its end. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const records = await readFrom(lastLogId || '-');
      const isOn = lastLogId === '' || records[0]?.[0].toString() === lastLogId;
      if (!isOn) {
        // The last record that was read is gone: all was pruned, or Redis lost the end of the log with its machine.
        replica.reset();
        lastLogId = '';
        if (records.length > 0) continue;
      }
      for (const record of lastLogId === '' ? records : records.slice(1)) replica.apply(record);
      lastLogId = records.at(-1)?.[0].toString() ?? '';
      if (records.length < READ_CHUNK) return;
    }
  }

  async function readFrom(logId: string): Promise<LogRecord[]> {
    return (await ask(() => redis.xrangeBuffer(log, logId, '+', 'COUNT', READ_CHUNK))) as unknown as LogRecord[];
  }

  /** Follows what other workers wrote and any has pruned. */
  async function follow(): Promise<void> {
    const [, first] = await Promise.all([catchUp(), ask(() => redis.xrange(log, '-', '+', 'COUNT', 1))]);
    if (first[0]) replica.dropBefore(first[0][0]);
  }

  /** @returns whether all was written, which it is not if another worker wrote first. */
  async function write(added: readonly IndexedEntry[]): Promise<boolean> {
    if (added.length === 0) return true;
    const reply = await append([log], [lastLogId, clock.now(), ...added.map(packEntry)]);
    if (typeof reply !== 'string') return false;
    const [ms, number] = partsOf(reply);
    for (const [n, { id }] of added.entries()) replica.confirm(id, `${ms}-${number + n}`);
    lastLogId = `${ms}-${number + added.length - 1}`;
    return true;
  }

  /** @returns null if another worker wrote first. */
  async function tryAssign(entries: readonly DuplicateEntry[]): Promise<string[] | null> {
    const added: IndexedEntry[] = [];
    let isWritten = false;
    try {
      const clusters = entries.map((entry) => {
        const known = replica.clusterOf(entry.id);
        if (known !== undefined) return known;
        const indexed = replica.place(entry);
        added.push(indexed);
        return indexed.cluster;
      });
      isWritten = await write(added);
      return isWritten ? clusters : null;
    } finally {
      if (!isWritten) for (const { id } of added) replica.remove(id);
    }
  }

  return {
    assign(entries) {
      if (entries.length === 0) return Promise.resolve([]);
      return inTurn(async () => {
        for (;;) {
          await follow();
          const clusters = await tryAssign(entries);
          if (clusters) return clusters;
        }
      });
    },

    async prune(beforeMs) {
      return Number(await prune([log, ...former], [Math.max(0, Math.trunc(beforeMs)), DUPLICATE_HORIZON_MS]));
    },

    forget(ids) {
      return inTurn(async () => {
        await catchUp();
        const held = ids.flatMap((id) => {
          const logId = replica.logIdOf(id);
          return logId === undefined ? [] : [{ id, logId }];
        });
        if (held.length === 0) return;
        await forget([log], [clock.now(), held.length, ...held.map(({ logId }) => logId), ...held.map(({ id }) => id)]);
      });
    },
  };
}

/** Calls run one after the other, in order. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
