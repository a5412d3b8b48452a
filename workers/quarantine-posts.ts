import type { QueuedOp } from '#core/jobs.ts';
import type { QuarantineReason } from '#core/outcome.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import { errorCodeOf, quarantineDocument, type Quarantined } from '#core/quarantine.ts';
import { sourceOfAny } from './settle-batch.ts';

/** A whole record that failed after redaction. */
export function quarantinedOp(
  op: QueuedOp,
  failure: { reason: QuarantineReason; stage?: string | undefined; cause?: unknown },
  nowMs: number,
): Quarantined {
  return {
    reason: failure.reason,
    source: op.op === 'upsert' ? op.post.source : op.source,
    stage: failure.stage ?? null,
    errorCode: errorCodeOf(failure.cause),
    field: null,
    sizeBytes: JSON.stringify(op).length,
    quarantinedAtMs: nowMs,
    op,
  };
}

/** Something that didn't parse: its content is not kept, since nobody knows what it is. */
export function quarantinedInput(input: unknown, path: readonly PropertyKey[], nowMs: number): Quarantined {
  return {
    reason: 'invalid',
    source: sourceOfAny(input),
    stage: null,
    errorCode: null,
    field: path.map(String).join('.').slice(0, 200),
    sizeBytes: (JSON.stringify(input) ?? '').length,
    quarantinedAtMs: nowMs,
    op: null,
  };
}

/** The post's id if it has a proper one, else one made from the job's: the same each time the job is delivered. */
export function quarantineId(input: unknown, jobId: string, index: number): string {
  const { post, id } = (input ?? {}) as { post?: { id?: unknown } | null; id?: unknown };
  const found = post?.id ?? id;
  return typeof found === 'string' && /^[A-Za-z0-9_-]{22}$/.test(found) ? found : `${jobId}.${index}`;
}

/** Removes posts of these voices that were collected up to a time. Looks through the quarantine, which is small. */
export async function purgeVoices(documents: DocumentStore, voices: ReadonlySet<string>, collectedBeforeMs: number): Promise<void> {
  if ((await documents.count(quarantineDocument)) === 0) return;
  let after: string | undefined;
  do {
    const page = await documents.list(quarantineDocument, { limit: 1_000, after });
    for (const { id, value } of page.documents) {
      const post = value.op?.op === 'upsert' ? value.op.post : undefined;
      if (post?.voice !== undefined && voices.has(post.voice) && post.collectedAtMs <= collectedBeforeMs) {
        await documents.remove(quarantineDocument, id);
      }
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
}
