import type { Clock } from '#core/clock.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { shortHash } from './identity.ts';

/** Something that was collected and never reaches the queue. */
export interface Aside {
  /** What tells it from others when it is met again; only its hash is kept. */
  key: string;
  outcome: 'dropped' | 'quarantined';
  reason: string;
  /** Path of the first field that is wrong. */
  field: string | null;
  bytes: number;
}

/** Puts what was left out into the ledger, and what is set aside into quarantine too. The same key counts once. */
export function createAccountant({ ledger, documents, clock }: { ledger: BatchLedger; documents: DocumentStore; clock: Clock }) {
  return async function account(source: string, { key, outcome, reason, field, bytes }: Aside): Promise<void> {
    const id = `${source}-${shortHash(key)}`;
    await ledger.record(`ingest-${outcome}-${id}`, source, 1, [{ outcome, reason, count: 1 }]);
    if (outcome === 'dropped') return;
    const record = {
      reason: 'invalid' as const,
      source,
      stage: 'ingest',
      errorCode: 'invalid-post',
      field: field?.slice(0, 200) ?? null,
      sizeBytes: bytes,
      quarantinedAtMs: clock.now(),
      op: null,
    };
    await documents.put(quarantineDocument, id, record, 'absent');
  };
}

/** Counts what came from a source, what was left out of it included. */
export function measureCollected(metrics: Metrics, source: string, collected: number, asides: readonly Aside[]): void {
  if (collected) metrics.count('earshot_posts_collected_total', { source }, collected);
  for (const { outcome, reason } of asides) {
    metrics.count(outcome === 'dropped' ? 'earshot_posts_dropped_total' : 'earshot_posts_quarantined_total', { source, reason });
  }
}
