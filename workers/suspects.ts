import { z } from 'zod';
import { defineDocument, type DocumentStore } from '#core/ports/document-store.ts';

/** Batches on which a worker died, by batch id: how often each has been started alone since. */
export const suspectDocument = defineDocument('suspect-batch', z.object({ starts: z.number().int().positive() }));

/**
 * Runs work on a suspect, its start on record first: if the worker dies, the record stays. Work that ends otherwise, even by throwing,
 * was not what killed anything: its start is taken back.
 */
export async function onRecord<T>(documents: DocumentStore, batchId: string, starts: number, work: () => Promise<T>): Promise<T> {
  await documents.put(suspectDocument, batchId, { starts: starts + 1 }, 'any');
  try {
    return await work();
  } finally {
    if (starts === 0) await documents.remove(suspectDocument, batchId);
    else await documents.put(suspectDocument, batchId, { starts }, 'any');
  }
}

export async function startsOnRecord(documents: DocumentStore, batchId: string): Promise<number> {
  return (await documents.get(suspectDocument, batchId))?.value.starts ?? 0;
}

/** To be called when the suspect is settled or split. */
export async function clearRecord(documents: DocumentStore, batchId: string): Promise<void> {
  await documents.remove(suspectDocument, batchId);
}
