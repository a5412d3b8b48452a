import type { Clock } from '#core/clock.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import { PUSH_SOURCE } from '#core/push.ts';
import { sourceStatusDocument } from '#core/ports/source-status.ts';
import { noteCoverage } from '#core/source-coverage.ts';

/** A further push within this time isn't worth another write. */
const QUIET_MS = 15_000;

/**
 * State of the entrance for pushes, which several processes may keep: what another wrote is read before each write. That nobody pushes is no outage,
 * so nothing is noted of it.
 */
export function createPushStatus({ documents, clock }: { documents: DocumentStore; clock: Clock }) {
  let writtenMs = Number.NEGATIVE_INFINITY;

  async function write(receivedMs: number | null): Promise<void> {
    const held = (await documents.get(sourceStatusDocument, PUSH_SOURCE))?.value;
    const status = {
      id: PUSH_SOURCE,
      mode: 'push' as const,
      state: 'collecting' as const,
      detail: null,
      collectedSinceMs: held?.collectedSinceMs ?? receivedMs,
      lastSuccessAtMs: receivedMs ?? held?.lastSuccessAtMs ?? null,
      nextTryAtMs: null,
      gaps: [],
      updatedAtMs: clock.now(),
    };
    await documents.put(sourceStatusDocument, PUSH_SOURCE, status, 'any');
    if (receivedMs === null || typeof held?.collectedSinceMs === 'number') return;
    const began = { kind: 'began' as const, fromMs: 0, toMs: receivedMs, share: 1, reason: 'Collection began.', notedAtMs: receivedMs };
    await noteCoverage(documents, PUSH_SOURCE, began);
  }

  return {
    /** Pushes are taken from now on. */
    open: () => write(null),
    /** Something was taken just now. */
    async received(): Promise<void> {
      const nowMs = clock.now();
      if (nowMs - writtenMs < QUIET_MS) return;
      writtenMs = nowMs;
      await write(nowMs);
    },
  };
}
