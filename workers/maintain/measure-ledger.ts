import type { Clock } from '#core/clock.ts';
import { BATCH_QUEUES, queueOfBatch } from '#core/jobs.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { JobQueue } from '#core/ports/job-queue.ts';
import type { Metrics } from '#core/ports/metrics.ts';

export interface MeasureDeps {
  ledger: BatchLedger;
  jobs: JobQueue;
  metrics: Metrics;
  clock: Clock;
}

/** A batch younger than this may be on its way between the ledger and the queue. */
const GRACE_MS = 60_000;
const BATCHES_CHECKED = 1_000;

/** Shows the ledger and the queue as gauges, and looks for batches that are neither settled nor queued: lost work. */
export async function measureLedger(deps: MeasureDeps): Promise<void> {
  const { ledger, jobs, metrics, clock } = deps;
  for (const { source, collected, pending, outcomes } of await ledger.accounts()) {
    metrics.set('earshot_ledger_posts', { source, outcome: 'collected' }, collected);
    metrics.set('earshot_ledger_posts', { source, outcome: 'pending' }, pending);
    const sums: Record<string, number> = {};
    for (const { outcome, count } of outcomes) sums[outcome] = (sums[outcome] ?? 0) + count;
    for (const [outcome, count] of Object.entries(sums)) metrics.set('earshot_ledger_posts', { source, outcome }, count);
    const accounted = outcomes.reduce((sum, { count }) => sum + count, pending);
    metrics.set('earshot_ledger_difference', { source }, collected - accounted);
  }
  for (const queue of BATCH_QUEUES) {
    for (const [state, count] of Object.entries(await jobs.counts(queue))) metrics.set('earshot_queue_jobs', { queue, state }, count);
  }
  const oldest = await ledger.unsettled(clock.now(), BATCHES_CHECKED);
  for (const queue of BATCH_QUEUES) {
    const first = oldest.find(({ id }) => queueOfBatch(id) === queue);
    const pendingMs = first ? clock.now() - first.openedAtMs : 0;
    metrics.set('earshot_oldest_pending_age_seconds', { queue }, Math.max(0, pendingMs) / 1000);
  }
  metrics.set('earshot_batches_missing', {}, await countMissing(deps));
}

async function countMissing({ ledger, jobs, clock }: MeasureDeps): Promise<number> {
  const beforeMs = clock.now() - GRACE_MS;
  const suspects: string[] = [];
  for (const { id } of await ledger.unsettled(beforeMs, BATCHES_CHECKED)) {
    if ((await jobs.state(queueOfBatch(id), id)) === 'absent') suspects.push(id);
  }
  if (suspects.length === 0) return 0;
  // A batch that was settled in between has left the queue too.
  const stillOpen = new Set((await ledger.unsettled(beforeMs, BATCHES_CHECKED)).map(({ id }) => id));
  return suspects.filter((id) => stillOpen.has(id)).length;
}
