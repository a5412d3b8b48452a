import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import { batchIdOf, MAX_BATCH, QUEUES, sourceOf, type AnalyseJob, type BatchQueue, type QueuedOp } from '#core/jobs.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { JobQueue } from '#core/ports/job-queue.ts';

const MAX_BATCH_BYTES = 1_000_000;
/** Batches that are added in one go: bounds the size of one command to the queue. */
const BATCHES_AT_ONCE = 20;

/**
 * Queues operations in batches of at most 200 and about 1 MB, what is to be forgotten apart and first. A batch's id is the hash of its content, so the same batch handed over twice
 * is queued and counted once. The ledger learns of a batch after the queue has acknowledged it.
 */
export function createIntake(deps: { jobs: JobQueue; ledger: BatchLedger; clock: Clock }): Intake {
  const { jobs, ledger, clock } = deps;
  return {
    async submit(ops) {
      await submitTo(
        QUEUES.erase,
        ops.filter(({ op }) => op !== 'upsert'),
      );
      await submitTo(
        QUEUES.analyse,
        ops.filter(({ op }) => op === 'upsert'),
      );
    },
  };

  async function submitTo(queue: BatchQueue, ops: readonly QueuedOp[]): Promise<void> {
    const batches = splitIntoBatches(queue, ops);
    for (let start = 0; start < batches.length; start += BATCHES_AT_ONCE) {
      await nextTurn();
      const group = batches.slice(start, start + BATCHES_AT_ONCE);
      const opened = group.map(({ id, ops }) => ({ batchId: id, openedAtMs: clock.now(), ops }) satisfies AnalyseJob);
      await jobs.add(
        queue,
        opened.map((data) => ({ id: data.batchId, data })),
      );
      for (const { batchId, openedAtMs, ops } of opened) await ledger.open({ id: batchId, openedAtMs, counts: countBySource(ops) });
    }
  }
}

interface Batch {
  id: string;
  ops: QueuedOp[];
}

function splitIntoBatches(queue: BatchQueue, ops: readonly QueuedOp[]): Batch[] {
  const batches: Batch[] = [];
  let pending: { op: QueuedOp; json: string }[] = [];
  let bytes = 0;
  const close = () => {
    if (pending.length === 0) return;
    batches.push({ id: batchIdOf(queue, hashOf(pending.map(({ json }) => json))), ops: pending.map(({ op }) => op) });
    pending = [];
    bytes = 0;
  };
  for (const op of ops) {
    const json = JSON.stringify(op);
    const size = Buffer.byteLength(json);
    if (pending.length === MAX_BATCH || bytes + size > MAX_BATCH_BYTES) close();
    pending.push({ op, json });
    bytes += size;
  }
  close();
  return batches;
}

function hashOf(parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}

function countBySource(ops: readonly QueuedOp[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const op of ops) counts[sourceOf(op)] = (counts[sourceOf(op)] ?? 0) + 1;
  return counts;
}
