import type { AnalysedPost } from '#core/insight.ts';
import { BATCH_QUEUES, type AnalyseJob, type QueuedOp } from '#core/jobs.ts';
import type { Post } from '#core/post.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { JobQueue } from '#core/ports/job-queue.ts';
import { drop, keep, quarantine } from '#core/outcome.ts';
import { sequence } from '#core/stage.ts';
import { hasCode } from '#core/errors.ts';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { openPgliteQueue } from '#infra/bullmq/pglite-queue.ts';
import { SHORT } from '#infra/bullmq/test-support/timings.ts';
import { createIntake } from '#infra/bullmq/intake.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import type { AnalyseItem } from '../handle-analyse-job.ts';
import { openBatchOf } from '../settle-batch.ts';

let queue: Promise<JobQueue> | undefined;

/** One queue for a whole test file, since PGlite takes a second to open; without what the last test left in it. */
async function emptyQueue(): Promise<JobQueue> {
  queue ??= openPgliteQueue({ folder: undefined, logger: createLogger('silent'), timings: SHORT });
  const jobs = await queue;
  for (const name of BATCH_QUEUES) {
    for (const { id } of await jobs.failed(name, 1_000)) await jobs.remove(name, id);
    let { waiting: left } = await jobs.counts(name);
    if (left === 0) continue;
    const emptied = Promise.withResolvers<void>();
    const discard = () => {
      left -= 1;
      if (left === 0) emptied.resolve();
      return Promise.resolve();
    };
    await using _worker = await jobs.work(name, discard, { concurrency: 1 });
    await emptied.promise;
  }
  return jobs;
}

/** A post as ingest makes it. */
export function rawPost(name: string, overrides: Partial<Post> = {}): Post {
  const { version: _v, analysedAtMs: _a, insight: _i, words: _w, stems: _s, places: _p, themeIds: _t, ...post } = buildPost({ name });
  return { ...post, voice: idOf(`voice of ${name}`), ...overrides };
}

export function upsert(name: string, overrides: Partial<Post> = {}): QueuedOp {
  return { op: 'upsert', post: rawPost(name, overrides), sealedReference: `sealed ${name}` };
}

export function jobOf(ops: unknown[], batchId = 'b-test', startsBefore?: number): AnalyseJob {
  return { batchId, openedAtMs: 1_000, ops: ops as QueuedOp[], ...(startsBefore === undefined ? {} : { startsBefore }) };
}

/** All that the handlers need, over SQLite and PGlite in memory, with a pipeline of two stages: one that judges by the text, one that stores. */
export async function openWorkerDeps() {
  const stack = new AsyncDisposableStack();
  const clock = createVirtualClock();
  const posts = stack.use(await openSqlitePostStore({ file: ':memory:', clock }));
  const documents = stack.use(await openSqliteDocumentStore({ file: ':memory:' }));
  const coordination = stack.use(await openSqliteCoordination({ file: ':memory:', clock }));
  const jobs = await emptyQueue();
  const analyse = sequence<AnalysedPost>(
    [
      function judge(batch: readonly AnalyseItem[]) {
        return batch.map((item) => {
          if (item.post.text.includes('poison')) return quarantine('stage-failed', new SyntaxError(item.post.text));
          return item.post.text === '' ? drop('empty') : keep(item);
        });
      },
      async function store(batch: readonly AnalyseItem[]) {
        const analysed = batch.map(({ post }) => buildPost({ ...post, version: post.contentMs * 1024 }));
        const results = await posts.save(analysed.map((post, n) => ({ post, sealedReference: batch[n]!.sealedReference })));
        return results.map((result, n) => (result.type === 'erased' ? drop('erased') : keep(analysed[n]!)));
      },
    ],
    { isTransient: (error) => hasCode(error, 'unavailable') },
  );
  const { ledger, duplicates } = coordination;
  const metrics = createMetrics();
  return {
    analyse,
    posts,
    documents,
    ledger,
    duplicates,
    jobs,
    metrics,
    clock,
    intake: createIntake({ jobs, ledger, clock }),
    /** The ledger in short: source, outcome and reason with their counts, pending included. */
    accounts: () => accountsOf(ledger),
    open: (job: AnalyseJob) => ledger.open(openBatchOf(job)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export type WorkerTestDeps = Awaited<ReturnType<typeof openWorkerDeps>>;

async function accountsOf(ledger: BatchLedger): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { source, pending, collected, outcomes } of await ledger.accounts()) {
    counts[`${source} collected`] = collected;
    if (pending) counts[`${source} pending`] = pending;
    for (const { outcome, reason, count } of outcomes) counts[[source, outcome, reason].filter(Boolean).join(' ')] = count;
  }
  return counts;
}
