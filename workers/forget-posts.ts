import type { Clock } from '#core/clock.ts';
import { erasureReceiptDocument, type ErasureReceipt } from '#core/erasure-receipt.ts';
import type { QueuedOp } from '#core/jobs.ts';
import type { ForgetReason } from '#core/post.ts';
import type { DuplicatesIndex } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { purgeVoices } from './quarantine-posts.ts';

export interface ForgetDeps {
  posts: PostStore;
  documents: DocumentStore;
  duplicates: DuplicatesIndex;
  clock: Clock;
}

export type ForgetOp = Exclude<QueuedOp, { op: 'upsert' }>;

/** Forgets what a batch asks for, everywhere, and leaves a receipt. Every step may be repeated. */
export async function forgetPosts(
  deps: ForgetDeps,
  batch: { batchId: string; openedAtMs: number },
  ops: readonly ForgetOp[],
): Promise<void> {
  if (ops.length === 0) return;
  const idsByReason = new Map<ForgetReason, string[]>();
  let erased = 0;
  for (const op of ops) {
    if (op.op === 'forget') idsByReason.set(op.reason, [...(idsByReason.get(op.reason) ?? []), op.id]);
    else {
      const { voices, collectedBeforeMs, reason } = op;
      erased += (await deps.posts.forget({ type: 'voices', voices, collectedBeforeMs, reason })).forgotten;
      await purgeVoices(deps.documents, new Set(voices), collectedBeforeMs);
    }
  }
  for (const [reason, ids] of idsByReason) {
    erased += (await deps.posts.forget({ type: 'posts', ids, reason })).forgotten;
    await deps.duplicates.forget(ids);
    for (const id of ids) await deps.documents.remove(quarantineDocument, id);
  }
  const receipt = { requestedAtMs: batch.openedAtMs, doneAtMs: deps.clock.now(), requests: requestsOf(ops), erased };
  await deps.documents.put(erasureReceiptDocument, batch.batchId, receipt, 'absent');
}

function requestsOf(ops: readonly ForgetOp[]): ErasureReceipt['requests'] {
  const requests = new Map<string, ErasureReceipt['requests'][number]>();
  for (const { op, source, reason } of ops) {
    const key = `${source} ${reason}`;
    const request = requests.get(key) ?? { source, reason, posts: 0, authors: 0 };
    if (op === 'forget') request.posts += 1;
    else request.authors += 1;
    requests.set(key, request);
  }
  return [...requests.values()];
}
