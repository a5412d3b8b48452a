import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import { DUPLICATE_HORIZON_MS, type DuplicateEntry, type DuplicatesIndex } from '#core/ports/coordination.ts';
import { hashKey } from '../hash-key.ts';
import { inTransaction, prepare } from '../statement.ts';
import { BandIndex } from './band-index.ts';

interface Row {
  cluster: string;
  atMs: number;
  signature: Uint8Array;
}

/** Rows handled before the event loop gets its turn. */
const CHUNK = 2_000;

export function createDuplicatesIndex(database: DatabaseSync, clock: Clock): DuplicatesIndex {
  const selectCluster = prepare<{ cluster: string }>(database, 'SELECT cluster FROM duplicate_entries WHERE id = ?');
  const selectEntry = prepare<Row>(database, 'SELECT cluster, at_ms AS atMs, signature FROM duplicate_entries WHERE seq = ?');
  const selectNew = prepare<{ seq: number; bands: Uint8Array }>(
    database,
    'SELECT seq, bands FROM duplicate_entries WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const selectCount = prepare<{ held: number }>(database, 'SELECT count(*) AS held FROM duplicate_entries');
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
    for (const { seq, bands } of rows) index.add(seq, new Float64Array(copyOf(bands)));
    return rows.length === limit;
  }

  function assignOne(entry: DuplicateEntry, minSimilarity: number): string {
    const known = selectCluster.get(entry.id);
    if (known) return known.cluster;
    const bands = Float64Array.from(entry.bands, hashKey);
    const cluster = findCluster(entry, bands, minSimilarity) ?? entry.id;
    const { seq } = insert.get(entry.id, cluster, Math.trunc(entry.atMs), clock.now(), bytesOf(bands), bytesOf(entry.signature))!;
    index.add(seq, bands);
    return cluster;
  }

  function findCluster(entry: DuplicateEntry, bands: Float64Array, minSimilarity: number): string | undefined {
    for (const seq of index.sharing(bands)) {
      const held = selectEntry.get(seq);
      if (!held || Math.abs(held.atMs - entry.atMs) > DUPLICATE_HORIZON_MS) continue;
      if (similarity(new Uint32Array(copyOf(held.signature)), entry.signature) >= minSimilarity) return held.cluster;
    }
    return undefined;
  }

  return {
    async assign(entries, minSimilarity) {
      if (entries.length === 0) return [];
      while (readMore(CHUNK)) await nextTurn();
      try {
        return inTransaction(database, () => {
          while (readMore(CHUNK));
          return entries.map((entry) => assignOne(entry, minSimilarity));
        });
      } catch (error) {
        // The index may hold entries whose writing was rolled back.
        index = new BandIndex();
        throw error;
      }
    },

    async prune(beforeMs) {
      let pruned = 0;
      for (;;) {
        const removed = deleteOld.run(beforeMs, CHUNK);
        pruned += removed;
        if (removed < CHUNK) break;
        await nextTurn();
      }
      if (index.entries > CHUNK && index.entries > 2 * (selectCount.get()?.held ?? 0)) index = new BandIndex();
      return pruned;
    },

    async forget(ids) {
      inTransaction(database, () => {
        for (const id of ids) deleteById.run(id);
      });
    },
  };
}

/** Share of equal values at equal places: an estimate of the Jaccard similarity of what was hashed. */
function similarity(left: Uint32Array, right: Uint32Array): number {
  if (left.length !== right.length || left.length === 0) return 0;
  let equal = 0;
  for (let n = 0; n < left.length; n++) if (left[n] === right[n]) equal++;
  return equal / left.length;
}

function bytesOf(list: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
}

/** A copy begins at an aligned address, as views of wider numbers need. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
