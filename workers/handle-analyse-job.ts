import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { Clock } from '#core/clock.ts';
import { analyseJobSchema, queuedOpSchema, type QueuedOp } from '#core/jobs.ts';
import type { DropReason, QuarantineReason } from '#core/outcome.ts';
import type { Post } from '#core/post.ts';
import type { BatchLedger, DuplicatesIndex } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { JobHandler, JobQueue } from '#core/ports/job-queue.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { quarantineDocument, type Quarantined } from '#core/quarantine.ts';
import { forgetPosts } from './forget-posts.ts';
import { quarantinedInput, quarantinedOp, quarantineId } from './quarantine-posts.ts';
import { openBatchOf, settleBatch, sourceOfAny, type OpOutcome } from './settle-batch.ts';
import { splitBatch } from './split-batch.ts';
import { clearRecord, onRecord, startsOnRecord } from './suspects.ts';
import { createTurnstile } from './turnstile.ts';

export interface AnalyseDeps {
  /** The pipeline; its last stage stores what it keeps. Verdicts by position. */
  analyse: (items: readonly AnalyseItem[]) => Promise<readonly Verdict[]>;
  posts: PostStore;
  documents: DocumentStore;
  duplicates: DuplicatesIndex;
  ledger: BatchLedger;
  jobs: JobQueue;
  metrics: Metrics;
  clock: Clock;
}

export interface AnalyseItem {
  post: Post;
  sealedReference?: string;
  redactor?: string;
}

/** What became of a post in the pipeline. One that was kept is stored, so it doesn't come back. */
export type Verdict =
  | { type: 'keep' }
  | { type: 'drop'; reason: DropReason }
  | { type: 'quarantine'; reason: QuarantineReason; cause: unknown; stage?: string };

/** A post on which workers died this often is set aside without another try. */
export const MAX_STARTS = 5;

type LooseAnalyseJob = z.output<typeof analyseJobSchema>;
type SetAside = (index: number, record: Quarantined) => void;

interface Numbered<T> {
  index: number;
  value: T;
}

/**
 * Handles one batch: forgets what is to be forgotten, analyses and stores the posts, sets aside those at fault, and settles the batch in
 * the ledger when all of that is durable. Every step may be repeated.
 *
 * A batch on which a worker died is a suspect, as are all that were at work beside it. A suspect runs with nothing beside it, each start
 * on record. If the worker dies again it was this one's doing: it is split into single posts, and the post at fault is set aside after
 * five starts in all. Throws EarshotError 'unavailable' while a store is away: the queue gives the batch back.
 */
export function createAnalyseHandler(deps: AnalyseDeps): JobHandler {
  const turnstile = createTurnstile();
  return async (running) => {
    const job = analyseJobSchema.parse(running.data);
    const hasKilled = running.starts > running.attempt;
    if (!hasKilled && job.startsBefore === undefined) return turnstile.shared(() => handleBatch(deps, job));

    const before = job.startsBefore ?? 1;
    const alone = await startsOnRecord(deps.documents, job.batchId);
    if (job.ops.length > 1 && alone > 0) await splitBatch(deps, job, before + alone);
    else if (before + alone >= MAX_STARTS) await handleBatch(deps, job, { isDeadly: true });
    else await turnstile.alone(() => onRecord(deps.documents, job.batchId, alone, () => handleBatch(deps, job)));
    await clearRecord(deps.documents, job.batchId);
  };
}

/** `isDeadly`: sets everything aside untouched. */
async function handleBatch(deps: AnalyseDeps, job: LooseAnalyseJob, { isDeadly = false } = {}): Promise<void> {
  const startedMs = performance.now();
  const { ops, invalid } = parseOps(job.ops);
  const outcomes: OpOutcome[] = Array.from({ length: job.ops.length });
  const aside: { id: string; record: Quarantined }[] = [];
  const setAside: SetAside = (index, record) => {
    outcomes[index] = { source: sourceOfAny(job.ops[index]), outcome: 'quarantined', reason: record.reason };
    aside.push({ id: quarantineId(job.ops[index], job.batchId, index), record });
  };
  for (const { index, value } of invalid) setAside(index, quarantinedInput(job.ops[index], value, deps.clock.now()));
  if (isDeadly) {
    for (const { index, value } of ops) setAside(index, quarantinedOp(value, { reason: 'worker-died' }, deps.clock.now()));
  } else {
    // First of all, so that an upsert of the same batch already meets the tombstone.
    const forgotten = ops.flatMap(({ index, value }) => (value.op === 'upsert' ? [] : [{ index, value }]));
    await forgetPosts(
      deps,
      job,
      forgotten.map(({ value }) => value),
    );
    for (const { index, value } of forgotten) outcomes[index] = { source: value.source, outcome: 'erased', reason: '' };
    await nextTurn();
    await analyseAll(deps, ops, outcomes, setAside);
  }
  await nextTurn();
  for (const { id, record } of aside) await deps.documents.put(quarantineDocument, id, record, 'any');
  await settleBatch(deps, openBatchOf(job), outcomes);
  deps.metrics.observeSeconds('earshot_batch_duration_seconds', {}, (performance.now() - startedMs) / 1000);
}

function parseOps(inputs: readonly unknown[]) {
  const ops: Numbered<QueuedOp>[] = [];
  const invalid: Numbered<readonly PropertyKey[]>[] = [];
  for (const [index, input] of inputs.entries()) {
    const parsed = queuedOpSchema.safeParse(input);
    if (parsed.success) ops.push({ index, value: parsed.data });
    else invalid.push({ index, value: parsed.error.issues[0]?.path ?? [] });
  }
  return { ops, invalid };
}

async function analyseAll(deps: AnalyseDeps, ops: readonly Numbered<QueuedOp>[], outcomes: OpOutcome[], setAside: SetAside): Promise<void> {
  const upserts = ops.flatMap(({ index, value }) => (value.op === 'upsert' ? [{ index, op: value }] : []));
  if (upserts.length === 0) return;
  const results = await deps.analyse(
    upserts.map(({ op: { post, sealedReference, redactor } }) => ({
      post,
      ...(sealedReference === undefined ? {} : { sealedReference }),
      ...(redactor === undefined ? {} : { redactor }),
    })),
  );
  for (const [nth, { index, op }] of upserts.entries()) {
    const result = results[nth]!;
    const { source, collectedAtMs } = op.post;
    if (result.type === 'quarantine') setAside(index, quarantinedOp(op, result, deps.clock.now()));
    else if (result.type === 'keep') outcomes[index] = { source, outcome: 'stored', reason: '', collectedAtMs };
    else if (result.reason === 'erased') outcomes[index] = { source, outcome: 'erased', reason: '' };
    else outcomes[index] = { source, outcome: 'dropped', reason: result.reason };
  }
}
