import { queueOfBatch, type AnalyseJob } from '#core/jobs.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { JobQueue } from '#core/ports/job-queue.ts';
import { openBatchOf } from './settle-batch.ts';

type LooseJob = Omit<AnalyseJob, 'ops'> & { ops: readonly unknown[] };

/**
 * Replaces a batch by jobs of one operation each, so that the one at fault is found and the others go on. Doing it again after a kill at
 * any point changes nothing: ids follow from the batch's.
 */
export async function splitBatch(deps: { jobs: JobQueue; ledger: BatchLedger }, job: LooseJob, startsBefore: number): Promise<void> {
  const parts = job.ops.map((op, index) => ({ batchId: `${job.batchId}-${index}`, openedAtMs: job.openedAtMs, startsBefore, ops: [op] }));
  await deps.jobs.add(
    queueOfBatch(job.batchId),
    parts.map((data) => ({ id: data.batchId, data })),
  );
  await deps.ledger.split(openBatchOf(job), parts.map(openBatchOf));
}
