import { z } from 'zod';
import type { Clock } from '#core/clock.ts';
import { defineDocument, type DocumentStore } from '#core/ports/document-store.ts';
import { shortHash } from '../../identity.ts';

/** Pushes that were taken, by the half hour in which they were and the hash of their id: the oldest come first in a listing. */
export const pushDocument = defineDocument('taken-push', z.object({}));

const BUCKET_MS = 30 * 60_000;
const PAGE = 200;

/**
 * Remembers the ids of pushes for 30 to 60 minutes, for every process. A signature holds for ten minutes, from five before its time to five after.
 */
export function createPushMemory({ documents, clock }: { documents: DocumentStore; clock: Clock }) {
  let prunedBucket = bucketOf(clock.now());

  async function prune(bucket: number): Promise<void> {
    for (;;) {
      const { documents: found, unreadable } = await documents.list(pushDocument, { limit: PAGE });
      const old = [...found.map(({ id }) => id), ...unreadable].filter((id) => id < prefixOf(bucket - 1));
      for (const id of old) await documents.remove(pushDocument, id);
      if (old.length < PAGE) return;
    }
  }

  return {
    async has(id: string): Promise<boolean> {
      const bucket = bucketOf(clock.now());
      const found = await Promise.all([bucket, bucket - 1].map((at) => documents.get(pushDocument, documentId(at, id))));
      return found.some((document) => document !== null);
    },
    async add(id: string): Promise<void> {
      const bucket = bucketOf(clock.now());
      await documents.put(pushDocument, documentId(bucket, id), {}, 'any');
      if (bucket === prunedBucket) return;
      await prune(bucket);
      prunedBucket = bucket;
    },
  };
}

function bucketOf(atMs: number): number {
  return Math.floor(atMs / BUCKET_MS);
}

/** As wide as buckets will be for some thousand years, so that they sort as numbers do. */
function prefixOf(bucket: number): string {
  return bucket.toString().padStart(8, '0');
}

function documentId(bucket: number, id: string): string {
  return `${prefixOf(bucket)}/${shortHash(id)}`;
}
