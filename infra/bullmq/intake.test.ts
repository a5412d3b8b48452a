import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyseJobSchema, queueOfBatch, QUEUES, type QueuedOp } from '#core/jobs.ts';
import { openWorkerDeps, rawPost, upsert, type WorkerTestDeps } from '#workers/test-support/open-worker-deps.ts';

describe('intake', () => {
  let deps: WorkerTestDeps;
  beforeEach(async () => {
    deps = await openWorkerDeps();
  });
  afterEach(() => deps[Symbol.asyncDispose]());

  async function takeAll(): Promise<{ id: string; ops: QueuedOp[] }[]> {
    const { waiting } = await deps.jobs.counts(QUEUES.analyse);
    const taken: { id: string; ops: QueuedOp[] }[] = [];
    const done = Promise.withResolvers<void>();
    await using _worker = await deps.jobs.work(
      QUEUES.analyse,
      (job) => {
        taken.push({ id: job.id, ops: analyseJobSchema.parse(job.data).ops as QueuedOp[] });
        if (taken.length === waiting) done.resolve();
        return Promise.resolve();
      },
      { concurrency: 1 },
    );
    await done.promise;
    return taken;
  }

  it('queues batches of at most 200 in order, and opens each in the ledger', async () => {
    const ops = Array.from({ length: 450 }, (_, n) => upsert(`post ${n}`, { source: n % 2 ? 'rss' : 'bluesky' }));
    await deps.intake.submit(ops);
    expect(await deps.accounts()).toEqual({
      'bluesky collected': 225,
      'bluesky pending': 225,
      'rss collected': 225,
      'rss pending': 225,
    });
    const batches = await takeAll();
    expect(batches.map((batch) => batch.ops.length)).toEqual([200, 200, 50]);
    expect(batches.flatMap((batch) => batch.ops)).toEqual(ops);
    expect((await deps.ledger.unsettled(Infinity, 10)).map(({ id }) => id).sort()).toEqual(batches.map(({ id }) => id).sort());
  });

  it('keeps a batch below a megabyte', async () => {
    await deps.intake.submit(Array.from({ length: 60 }, (_, n) => upsert(`long ${n}`, { text: 'é'.repeat(30_000) })));
    const batches = await takeAll();
    expect(batches.map((batch) => batch.ops.length)).toEqual([16, 16, 16, 12]);
  });

  it('queues and counts the same operations once, however often they are handed over', async () => {
    const ops = [upsert('a'), upsert('b')];
    await deps.intake.submit(ops);
    await deps.clock.advance(5_000);
    await deps.intake.submit(ops);
    expect(await deps.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 1 });
    expect(await deps.accounts()).toEqual({ 'bluesky collected': 2, 'bluesky pending': 2 });
  });

  it('queues what is to be forgotten apart, so that it waits behind no backlog', async () => {
    const forget: QueuedOp = { op: 'forget', id: rawPost('a').id, source: 'bluesky', reason: 'user' };
    await deps.intake.submit([upsert('a'), forget, upsert('b')]);
    expect(await deps.jobs.counts(QUEUES.erase)).toMatchObject({ waiting: 1 });
    expect(await deps.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 1 });
    const batches = await deps.ledger.unsettled(Infinity, 10);
    const counts = Object.fromEntries(batches.map(({ id, counts }) => [queueOfBatch(id), counts]));
    expect(counts).toEqual({ analyse: { bluesky: 2 }, erase: { bluesky: 1 } });
  });

  it('takes nothing for nothing', async () => {
    await deps.intake.submit([]);
    expect(await deps.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 0 });
  });
});
