import { LshIndex } from './lsh-index.ts';
import { signatureOf } from './min-hash.ts';

export interface RecentClustersOptions {
  /** Texts remembered at most. */
  capacity: number;
  horizonMs: number;
}

/**
 * Near-duplicate clusters within one stream, in bounded memory: the rule of `DuplicatesIndex`, for text that is not stored.
 *
 * @returns a function that gives the id of the first text of the cluster that a text belongs to, itself if it is the first.
 */
export function createRecentClusters({ capacity, horizonMs }: RecentClustersOptions) {
  const index = new LshIndex<string>({ maxSize: capacity });

  return function clusterOf(id: string, atMs: number, words: readonly string[]): string {
    const entry = { signature: signatureOf(words), atMs };
    const cluster = index.find(entry, horizonMs)?.item ?? id;
    index.add(entry, cluster);
    return cluster;
  };
}
