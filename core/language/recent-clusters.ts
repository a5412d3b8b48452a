import { bandsOf, similarity, signatureOf } from './min-hash.ts';

interface Entry {
  id: string;
  cluster: string;
  atMs: number;
  bands: string[];
  signature: Uint32Array;
}

export interface RecentClustersOptions {
  /** Texts remembered at most. */
  capacity: number;
  horizonMs: number;
  minSimilarity: number;
}

/** Later copies of a text that is already in a band find its first ones: more would only slow the search. */
const MAX_IN_BAND = 50;

/**
 * Near-duplicate clusters within one stream, in bounded memory: the rule of `DuplicatesIndex`, for text that is not stored.
 *
 * @returns a function that gives the id of the first text of the cluster that a text belongs to, itself if it is the first.
 */
export function createRecentClusters({ capacity, horizonMs, minSimilarity }: RecentClustersOptions) {
  const entries: Entry[] = [];
  const byBand = new Map<string, Entry[]>();
  let oldest = 0;

  function forgetOldest(): void {
    const entry = entries[oldest % capacity]!;
    for (const band of entry.bands) {
      const others = byBand.get(band)?.filter((other) => other !== entry);
      if (others?.length) byBand.set(band, others);
      else byBand.delete(band);
    }
    oldest++;
  }

  function findFirst(bands: readonly string[], signature: Uint32Array, atMs: number): Entry | undefined {
    for (const band of bands) {
      const found = byBand
        .get(band)
        ?.find((entry) => Math.abs(entry.atMs - atMs) <= horizonMs && similarity(entry.signature, signature) >= minSimilarity);
      if (found) return found;
    }
    return undefined;
  }

  let added = 0;
  return function clusterOf(id: string, atMs: number, words: readonly string[]): string {
    const signature = signatureOf(words);
    const bands = bandsOf(signature);
    const cluster = findFirst(bands, signature, atMs)?.cluster ?? id;
    if (added - oldest >= capacity) forgetOldest();
    const entry = { id, cluster, atMs, bands, signature };
    entries[added % capacity] = entry;
    added++;
    for (const band of bands) {
      const others = byBand.get(band);
      if (!others) byBand.set(band, [entry]);
      else if (others.length < MAX_IN_BAND) others.push(entry);
    }
    return cluster;
  };
}
