import type { Clock } from '#core/clock.ts';
import { analyseJobSchema, BATCH_QUEUES, queuedOpSchema } from '#core/jobs.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { FailedJob, JobQueue } from '#core/ports/job-queue.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { quarantinedInput, quarantinedOp, quarantineId } from '../quarantine-posts.ts';
import { openBatchOf, settleBatch, sourceOfAny } from '../settle-batch.ts';
import { splitBatch } from '../split-batch.ts';

export interface SweepDeps {
  jobs: JobQueue;
  documents: DocumentStore;
  posts: PostStore;
  ledger: BatchLedger;
  metrics: Metrics;
  clock: Clock;
}

const AT_ONCE = 100;

/**
 * Empties the failed set, which nobody would look at: a failed batch is split, so that its posts are tried one by one; a failed single
 * post is set aside and settled. A record that isn't a batch at all stays where it is.
 */
export async function sweepFailedJobs(deps: SweepDeps): Promise<void> {
  for (const queue of BATCH_QUEUES) {
    for (const failed of await deps.jobs.failed(queue, AT_ONCE)) {
      const parsed = analyseJobSchema.safeParse(failed.data);
      if (!parsed.success) continue;
      const job = parsed.data;
      if (job.ops.length > 1) await splitBatch(deps, job, job.startsBefore ?? 0);
      else {
        const outcome = await setAside(deps, failed, job.ops[0]);
        await settleBatch(deps, openBatchOf(job), [outcome]);
      }
      await deps.jobs.remove(queue, failed.id);
    }
  }
}

async function setAside(deps: SweepDeps, failed: FailedJob, input: unknown) {
  const source = sourceOfAny(input);
  const parsed = queuedOpSchema.safeParse(input);
  if (parsed.success && parsed.data.op === 'upsert') {
    const { id, createdAtMs } = parsed.data.post;
    const known = await deps.posts.known([{ id, createdAtMs }]);
    if (known.get(id)?.erased) return { source, outcome: 'erased', reason: '' } as const;
  }
  const reason = /stalled|started more/.test(failed.reason) ? 'worker-died' : 'stage-failed';
  const record = parsed.success
    ? quarantinedOp(parsed.data, { reason }, deps.clock.now())
    : quarantinedInput(input, parsed.error.issues[0]?.path ?? [], deps.clock.now());
  await deps.documents.put(quarantineDocument, quarantineId(input, failed.id, 0), record, 'any');
  return { source, outcome: 'quarantined', reason: record.reason } as const;
}
