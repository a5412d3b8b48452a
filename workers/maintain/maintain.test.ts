import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '#core/calendar.ts';
import { MAINTENANCE, QUEUES, type AnalyseJob } from '#core/jobs.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { createAnalyseHandler } from '../handle-analyse-job.ts';
import { jobOf, openWorkerDeps, rawPost, upsert, type WorkerTestDeps } from '../test-support/open-worker-deps.ts';
import { createMaintainHandler } from './create-maintain-handler.ts';
import { measureLedger } from './measure-ledger.ts';

describe('maintenance', () => {
  let deps: WorkerTestDeps;
  beforeEach(async () => {
    deps = await openWorkerDeps();
  });
  afterEach(() => deps[Symbol.asyncDispose]());

  const run = (task: string) =>
    createMaintainHandler({ ...deps, retentionDays: 396 })({ id: 'x', data: task, starts: 1, attempt: 1 }, new AbortController().signal);

  /** Queues a job and lets it fail for good. */
  async function fail(job: AnalyseJob): Promise<void> {
    await deps.open(job);
    await deps.jobs.add(QUEUES.analyse, [{ id: job.batchId, data: job }]);
    await using _worker = await deps.jobs.work(QUEUES.analyse, () => Promise.reject(new Error('no')), { concurrency: 1 });
    await expect.poll(() => deps.jobs.state(QUEUES.analyse, job.batchId), { timeout: 60_000, interval: 100 }).toBe('failed');
  }

  it('has a handler for each schedule, and leaves what it does not know to a later version', async () => {
    for (const task of Object.keys(MAINTENANCE)) await run(task);
    await run('of-a-later-version');
  });

  it('splits a failed batch into single posts, and sets single posts that fail aside', async () => {
    const batch = jobOf([upsert('a'), upsert('b')]);
    await fail(batch);
    await run('sweep-failed');
    expect(await deps.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 2, failed: 0 });
    expect(await deps.accounts()).toEqual({ 'bluesky collected': 2, 'bluesky pending': 2 });
    const handle = createAnalyseHandler(deps);
    {
      await using _worker = await deps.jobs.work(
        QUEUES.analyse,
        (job, signal) => (job.id.endsWith('-0') ? handle(job, signal) : Promise.reject(new Error('no'))),
        { concurrency: 1 },
      );
      await expect
        .poll(() => deps.jobs.counts(QUEUES.analyse), { timeout: 60_000, interval: 100 })
        .toMatchObject({ failed: 1, delayed: 0 });
    }
    await run('sweep-failed');
    expect(await deps.accounts()).toEqual({ 'bluesky collected': 2, 'bluesky stored': 1, 'bluesky quarantined stage-failed': 1 });
    expect((await deps.documents.get(quarantineDocument, rawPost('b').id))?.value.op).toMatchObject({ post: { id: rawPost('b').id } });
    expect(await deps.jobs.counts(QUEUES.analyse)).toMatchObject({ waiting: 0, failed: 0 });
  }, 120_000);

  it('does not set aside a post that was erased meanwhile', async () => {
    await fail(jobOf([upsert('gone')]));
    await deps.posts.forget({ type: 'posts', ids: [rawPost('gone').id], reason: 'user' });
    await run('sweep-failed');
    expect(await deps.documents.count(quarantineDocument)).toBe(0);
    expect(await deps.accounts()).toMatchObject({ 'bluesky erased': 1 });
  }, 60_000);

  it('forgets posts that are older than the retention', async () => {
    const nowMs = deps.clock.now();
    const old = { createdAtMs: nowMs - 397 * DAY_MS, contentMs: nowMs - 397 * DAY_MS };
    const recent = { createdAtMs: nowMs - 395 * DAY_MS, contentMs: nowMs - 395 * DAY_MS };
    const job = jobOf([upsert('old', old), upsert('recent', recent)]);
    await createAnalyseHandler(deps)({ id: 'b', data: job, starts: 1, attempt: 1 }, new AbortController().signal);
    await run('expire-posts');
    expect(await deps.posts.get(rawPost('old').id)).toBeNull();
    expect(await deps.posts.get(rawPost('recent').id)).not.toBeNull();
  });

  it('forgets earlier what a source lets nobody keep for as long', async () => {
    const atMs = deps.clock.now() - 40 * DAY_MS;
    const dates = { createdAtMs: atMs, contentMs: atMs };
    const job = jobOf([upsert('theirs', { ...dates, source: 'youtube' }), upsert('other', dates)]);
    await createAnalyseHandler(deps)({ id: 'b', data: job, starts: 1, attempt: 1 }, new AbortController().signal);
    const handle = createMaintainHandler({ ...deps, retentionDays: 396, sourceRetentionDays: { youtube: 30, rss: 900 } });
    await handle({ id: 'x', data: 'expire-posts', starts: 1, attempt: 1 }, new AbortController().signal);
    expect(await deps.posts.get(rawPost('theirs').id)).toBeNull();
    expect(await deps.posts.get(rawPost('other').id)).not.toBeNull();
  });

  it('shows the ledger, the queue and lost batches as metrics', async () => {
    await deps.intake.submit([upsert('a'), upsert('b')]);
    await deps.open(jobOf([upsert('lost')], 'b-lost'));
    await deps.clock.advance(120_000);
    await measureLedger(deps);
    const text = await deps.metrics.expose();
    expect(text).toContain('earshot_ledger_posts{source="bluesky",outcome="collected"} 3');
    expect(text).toContain('earshot_ledger_difference{source="bluesky"} 0');
    expect(text).toContain('earshot_queue_jobs{queue="analyse",state="waiting"} 1');
    expect(text).toContain('earshot_batches_missing 1');
    expect(text).toMatch(/earshot_oldest_pending_age_seconds\{queue="analyse"\} \d{3,}/);
  });
});
