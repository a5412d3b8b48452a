import type { Clock } from '#core/clock.ts';
import type { AnalyseJob } from '#core/jobs.ts';
import type { BatchLedger, BatchOutcome, OpenBatch } from '#core/ports/coordination.ts';
import type { Metrics } from '#core/ports/metrics.ts';

/** What became of one operation of a batch. `reason` is the drop or quarantine reason, else empty. */
export interface OpOutcome extends Omit<BatchOutcome, 'count'> {
  /** When a stored post was collected. */
  collectedAtMs?: number | undefined;
}

/**
 * Enters a batch's outcomes in the ledger, once for each batch however often it is delivered, and counts them for this process.
 * To be called when they are durable.
 */
export async function settleBatch(
  deps: { ledger: BatchLedger; metrics: Metrics; clock: Clock },
  batch: OpenBatch,
  outcomes: readonly OpOutcome[],
): Promise<void> {
  await deps.ledger.settle(batch, sumUp(outcomes));
  const nowMs = deps.clock.now();
  for (const { source, outcome, reason, collectedAtMs } of outcomes) {
    if (outcome === 'stored') deps.metrics.count('earshot_posts_stored_total', { source });
    else if (outcome === 'erased') deps.metrics.count('earshot_posts_erased_total', { source });
    else if (outcome === 'dropped') deps.metrics.count('earshot_posts_dropped_total', { source, reason });
    else deps.metrics.count('earshot_posts_quarantined_total', { source, reason });
    if (collectedAtMs !== undefined) {
      deps.metrics.observeSeconds('earshot_searchable_lag_seconds', { source }, Math.max(0, nowMs - collectedAtMs) / 1000);
    }
  }
}

/** The ledger's view of a job. Operations whose source can't be read are accounted to `unknown`. */
export function openBatchOf(job: Pick<AnalyseJob, 'batchId' | 'openedAtMs'> & { ops: readonly unknown[] }): OpenBatch {
  const counts: Record<string, number> = {};
  for (const op of job.ops) counts[sourceOfAny(op)] = (counts[sourceOfAny(op)] ?? 0) + 1;
  return { id: job.batchId, openedAtMs: job.openedAtMs, counts };
}

/** The source of an operation that may not fit its schema. */
export function sourceOfAny(op: unknown): string {
  const { source, post } = (op ?? {}) as { source?: unknown; post?: { source?: unknown } | null };
  const found = source ?? post?.source;
  return typeof found === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(found) ? found : 'unknown';
}

function sumUp(outcomes: readonly OpOutcome[]): BatchOutcome[] {
  const sums = new Map<string, BatchOutcome>();
  for (const { source, outcome, reason } of outcomes) {
    const key = `${source} ${outcome} ${reason}`;
    const sum = sums.get(key) ?? { source, outcome, reason, count: 0 };
    sum.count += 1;
    sums.set(key, sum);
  }
  return [...sums.values()];
}
