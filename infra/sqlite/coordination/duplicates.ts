import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import { DUPLICATE_HORIZON_MS, type DuplicateEntry, type DuplicatesIndex } from '#core/ports/coordination.ts';
import { hashKey } from '../hash-key.ts';
import { inTransaction, prepare } from '../statement.ts';
import { BandIndex, type IndexedEntry } from './band-index.ts';

interface Row {
  seq: number;
  atMs: number;
  bands: Uint8Array;
  signature: Uint8Array;
}

/** Rows handled before the event loop gets its turn. */
const CHUNK = 2_000;
/** A flood of variations on one text makes a batch slow; it must not hold up everything else. */
const TURN_MS = 25;

export function createDuplicatesIndex(database: DatabaseSync, clock: Clock): DuplicatesIndex {
  const selectCluster = prepare<{ cluster: string }>(database, 'SELECT cluster FROM duplicate_entries WHERE id = ?');
  const selectClusterOf = prepare<{ cluster: string }>(database, 'SELECT cluster FROM duplicate_entries WHERE seq = ?');
  const selectNew = prepare<Row>(
    database,
    'SELECT seq, at_ms AS atMs, bands, signature FROM duplicate_entries WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const selectFirst = prepare<{ first: number | null }>(database, 'SELECT min(seq) AS first FROM duplicate_entries');
  const insert = prepare<{ seq: number }>(
    database,
    'INSERT INTO duplicate_entries (id, cluster, at_ms, indexed_at_ms, bands, signature) VALUES (?, ?, ?, ?, ?, ?) RETURNING seq',
  );
  const deleteById = prepare(database, 'DELETE FROM duplicate_entries WHERE id = ?');
  const deleteOld = prepare(
    database,
    'DELETE FROM duplicate_entries WHERE seq IN (SELECT seq FROM duplicate_entries WHERE indexed_at_ms < ? LIMIT ?)',
  );
  let index = new BandIndex();

  /** Adds what this or another client has written since. @returns whether there may be more. */
  function readMore(limit: number): boolean {
    const rows = selectNew.all(index.lastSeq, limit);
    for (const { seq, atMs, bands, signature } of rows) {
      index.add({ seq, atMs, bands: new Float64Array(copyOf(bands)), signature: new Uint32Array(copyOf(signature)) });
    }
    return rows.length === limit;
  }

  /** What any client has pruned, the oldest entries, stays in memory until it outnumbers the rest: then the rest is read anew. */
  function limitMemory(): void {
    const first = selectFirst.get()?.first ?? Infinity;
    if (index.size > CHUNK && index.size > 2 * Math.max(0, index.lastSeq - first + 1)) index = new BandIndex();
  }

  function assignOne(entry: DuplicateEntry, minSimilarity: number): string {
    const known = selectCluster.get(entry.id);
    if (known) return known.cluster;
    const bands = Float64Array.from(entry.bands, hashKey);
    const { signature } = entry;
    const atMs = Math.trunc(entry.atMs);
    const cluster = findCluster({ atMs, bands, signature }, minSimilarity) ?? entry.id;
    const { seq } = insert.get(entry.id, cluster, atMs, clock.now(), bytesOf(bands), bytesOf(signature))!;
    index.add({ seq, atMs, bands, signature });
    return cluster;
  }

  /** As many of the entries, from the first, as may be done in one turn of the event loop, in one transaction. */
  function assignSome(entries: readonly DuplicateEntry[], minSimilarity: number): string[] {
    const untilMs = performance.now() + TURN_MS;
    try {
      return inTransaction(database, () => {
        while (readMore(CHUNK));
        const clusters: string[] = [];
        for (const entry of entries) {
          clusters.push(assignOne(entry, minSimilarity));
          if (performance.now() > untilMs) break;
        }
        return clusters;
      });
    } catch (error) {
      // The index may hold entries whose writing was rolled back.
      index = new BandIndex();
      throw error;
    }
  }

  /** An entry that was forgotten or pruned may still be in the index, but no longer in the table. */
  function findCluster(entry: Omit<IndexedEntry, 'seq'>, minSimilarity: number): string | undefined {
    for (const seq of index.alike(entry, minSimilarity, DUPLICATE_HORIZON_MS)) {
      const held = selectClusterOf.get(seq);
      if (held) return held.cluster;
    }
    return undefined;
  }

  return {
    async assign(entries, minSimilarity) {
      limitMemory();
      const clusters: string[] = [];
      while (clusters.length < entries.length) {
        while (readMore(CHUNK)) await nextTurn();
        clusters.push(...assignSome(entries.slice(clusters.length), minSimilarity));
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

function bytesOf(list: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
}

/** A copy begins at an aligned address, as views of wider numbers need. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
