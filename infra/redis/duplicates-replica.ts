import { LshIndex } from '#core/language/lsh-index.ts';
import { DUPLICATE_HORIZON_MS, type DuplicateEntry } from '#core/ports/coordination.ts';
import { unpackEntry, type IndexedEntry } from './duplicates-record.ts';

/** A record of the log: its id in the stream, then a field and its value. */
export type LogRecord = [logId: Buffer, fields: [field: Buffer, value: Buffer]];

interface Held {
  id: string;
  cluster: string;
  /** Empty until it is written. */
  logId: string;
  place: number;
}

/** What one process knows of the log: some 380 bytes an entry. Processes that have read the same records give the same answers. */
export function createReplica() {
  let index = new LshIndex<Held>();
  const byId = new Map<string, Held>();

  function hold({ id, cluster, ...entry }: IndexedEntry, logId: string): Held {
    const held: Held = { id, cluster, logId, place: 0 };
    held.place = index.add(entry, held);
    byId.set(id, held);
    return held;
  }

  function remove(id: string): void {
    const held = byId.get(id);
    if (!held) return;
    byId.delete(id);
    index.remove(held.place);
  }

  return {
    reset(): void {
      index = new LshIndex();
      byId.clear();
    },

    apply([logId, [field, value]]: LogRecord): void {
      if (field.toString() === 'entry') hold(unpackEntry(value), logId.toString());
      else remove(value.toString());
    },

    /** Forgets what was pruned, given the id of the first record that is left. */
    dropBefore(firstLogId: string): void {
      for (const { id } of index.dropWhile(({ logId }) => compareLogIds(logId, firstLogId) < 0)) byId.delete(id);
    },

    clusterOf(id: string): string | undefined {
      return byId.get(id)?.cluster;
    },

    logIdOf(id: string): string | undefined {
      return byId.get(id)?.logId;
    },

    /** Finds an entry's cluster and holds it, to be `confirmed` when it is written or `removed` when it can't be. */
    place(entry: DuplicateEntry): IndexedEntry {
      const found = index.find({ ...entry, atMs: Math.trunc(entry.atMs) }, DUPLICATE_HORIZON_MS);
      const indexed = { ...entry, atMs: Math.trunc(entry.atMs), cluster: found?.item.cluster ?? entry.id };
      hold(indexed, '');
      return indexed;
    },

    confirm(id: string, logId: string): void {
      const held = byId.get(id);
      if (held) held.logId = logId;
    },

    remove,
  };
}

/** Numeric parts of a stream's id: the time in milliseconds and the number within it. */
export function partsOf(logId: string): [ms: number, number: number] {
  const dash = logId.indexOf('-');
  return [Number(logId.slice(0, dash)), Number(logId.slice(dash + 1))];
}

function compareLogIds(left: string, right: string): number {
  const [[leftMs, leftNumber], [rightMs, rightNumber]] = [partsOf(left), partsOf(right)];
  return leftMs - rightMs || leftNumber - rightNumber;
}
