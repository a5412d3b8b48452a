import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import { LshIndex } from '#core/language/lsh-index.ts';
import { DUPLICATE_HORIZON_MS, type DuplicateEntry, type DuplicatesIndex } from '#core/ports/coordination.ts';
import { inTransaction, prepare } from '../statement.ts';

interface Row {
  seq: number;
  atMs: number;
  signature: Uint8Array;
}

/** Rows handled before the event loop gets its turn. */
const CHUNK = 2_000;
/** A flood of variations on one text makes a batch slow; it must not hold up everything else. */
const TURN_MS = 25;

/**
 * The table holds entries in order; each client finds near-copies in an index in memory that it reads from there. An index of bands in SQLite would
 * touch a random page for each band of each entry, thousands a batch.
 */
export function createDuplicatesIndex(database: DatabaseSync, clock: Clock): DuplicatesIndex {
  const selectCluster = prepare<{ cluster: string }>(
    database,
    'SELECT coalesce(cluster, id) AS cluster FROM duplicate_entries WHERE id = ?',
  );
  const selectClusterOf = prepare<{ cluster: string }>(
    database,
    'SELECT coalesce(cluster, id) AS cluster FROM duplicate_entries WHERE seq = ?',
  );
  const selectNew = prepare<Row>(
    database,
    'SELECT seq, at_ms AS atMs, signature FROM duplicate_entries WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const selectFirst = prepare<{ first: number | null }>(database, 'SELECT min(seq) AS first FROM duplicate_entries');
  const insert = prepare<{ seq: number }>(
    database,
    'INSERT INTO duplicate_entries (id, cluster, at_ms, indexed_at_ms, signature) VALUES (?, ?, ?, ?, ?) RETURNING seq',
  );
  const deleteById = prepare(database, 'DELETE FROM duplicate_entries WHERE id = ?');
  const deleteOld = prepare(
    database,
    `DELETE FROM duplicate_entries WHERE indexed_at_ms < ? AND seq IN (SELECT seq FROM duplicate_entries ORDER BY seq LIMIT ?)`,
  );
  let index = new LshIndex<number>();
  let lastSeq = 0;

  function add(seq: number, entry: Pick<DuplicateEntry, 'atMs' | 'signature'>): void {
    index.add(entry, seq);
    lastSeq = seq;
  }

  /** Adds what this or another client has written since. @returns whether there may be more. */
  function readMore(limit: number): boolean {
    const rows = selectNew.all(lastSeq, limit);
    for (const row of rows) add(row.seq, row);
    return rows.length === limit;
  }

  /** What any client has pruned are the oldest entries. */
  function dropPruned(): void {
    const first = selectFirst.get()?.first ?? Infinity;
    index.dropWhile((seq) => seq < first);
  }

  function assignOne({ id, atMs, signature }: DuplicateEntry): string {
    const known = selectCluster.get(id);
    if (known) return known.cluster;
    const entry = { atMs: Math.trunc(atMs), signature };
    const cluster = findCluster(entry);
    const { seq } = insert.get(id, cluster ?? null, entry.atMs, clock.now(), signature)!;
    add(seq, entry);
    return cluster ?? id;
  }

  /** As many of the entries, from the first, as may be done in one turn of the event loop, in one transaction. */
  function assignSome(entries: readonly DuplicateEntry[]): string[] {
    const untilMs = performance.now() + TURN_MS;
    try {
      return inTransaction(database, () => {
        while (readMore(CHUNK));
        const clusters: string[] = [];
        for (const entry of entries) {
          clusters.push(assignOne(entry));
          if (performance.now() > untilMs) break;
        }
        return clusters;
      });
    } catch (error) {
      // The index may hold entries whose writing was rolled back.
      index = new LshIndex();
      lastSeq = 0;
      throw error;
    }
  }

  /** An entry that another client forgot may still be in the index, but no longer in the table. */
  function findCluster(entry: Pick<DuplicateEntry, 'atMs' | 'signature'>): string | undefined {
    for (;;) {
      const found = index.find(entry, DUPLICATE_HORIZON_MS);
      if (!found) return undefined;
      const held = selectClusterOf.get(found.item);
      if (held) return held.cluster;
      index.remove(found.place);
    }
  }

  return {
    async assign(entries) {
      dropPruned();
      const clusters: string[] = [];
      while (clusters.length < entries.length) {
        while (readMore(CHUNK)) await nextTurn();
        clusters.push(...assignSome(entries.slice(clusters.length)));
        if (clusters.length < entries.length) await nextTurn();
      }
      return clusters;
    },

    async prune(beforeMs) {
      let pruned = 0;
      for (;;) {
        const removed = deleteOld.run(beforeMs, CHUNK);
        pruned += removed;
        if (removed < CHUNK) break;
        await nextTurn();
      }
      return pruned;
    },

    async forget(ids) {
      inTransaction(database, () => {
        for (const id of ids) deleteById.run(id);
      });
    },
  };
}
