import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QUEUES, type AnalyseJob } from '#core/jobs.ts';
import { unavailable } from '#core/errors.ts';
import { erasureReceiptDocument } from '#core/erasure-receipt.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { suspectDocument } from './suspects.ts';
import { createAnalyseHandler } from './handle-analyse-job.ts';
import { jobOf, openWorkerDeps, rawPost, upsert, type WorkerTestDeps } from './test-support/open-worker-deps.ts';

describe('handling a batch', () => {
  let deps: WorkerTestDeps;
  beforeEach(async () => {
    deps = await openWorkerDeps();
  });
  afterEach(() => deps[Symbol.asyncDispose]());

  const handle = (job: AnalyseJob, starts = 1, attempt = 1) =>
    createAnalyseHandler(deps)({ id: job.batchId, data: JSON.parse(JSON.stringify(job)), starts, attempt }, new AbortController().signal);
  const waiting = async () => (await deps.jobs.counts(QUEUES.analyse)).waiting;

  it('stores the posts with their sealed references and settles the batch', async () => {
    const job = jobOf([upsert('a'), upsert('b'), upsert('empty', { text: '' })]);
    await deps.open(job);
    await handle(job);
    expect((await deps.posts.get(rawPost('a').id))?.text).toBe(rawPost('a').text);
    expect(await deps.posts.getReference(rawPost('b').id)).toBe('sealed b');
    expect(await deps.accounts()).toEqual({ 'bluesky collected': 3, 'bluesky stored': 2, 'bluesky dropped empty': 1 });
  });

  it('changes nothing when the batch is delivered again', async () => {
    const job = jobOf([upsert('a'), upsert('poison', { text: 'poison' })]);
    for (let times = 0; times < 3; times++) await handle(job);
    expect(await deps.accounts()).toEqual({ 'bluesky collected': 2, 'bluesky stored': 1, 'bluesky quarantined stage-failed': 1 });
    expect(await deps.documents.count(quarantineDocument)).toBe(1);
  });

  it('sets one bad post aside, whole, and stores the others', async () => {
    await handle(jobOf([...Array.from({ length: 199 }, (_, n) => upsert(`good ${n}`)), upsert('bad', { text: 'poison' })]));
    expect(await deps.accounts()).toMatchObject({ 'bluesky stored': 199, 'bluesky quarantined stage-failed': 1 });
    const held = await deps.documents.get(quarantineDocument, rawPost('bad').id);
    expect(held?.value).toMatchObject({ reason: 'stage-failed', stage: 'judge', errorCode: 'SyntaxError', source: 'bluesky' });
    expect(held?.value.op).toMatchObject({ op: 'upsert', post: { text: 'poison' } });
  });

  it('keeps of what does not parse only the size and the field, under the id if it has one', async () => {
    const broken = { op: 'upsert', post: { ...rawPost('broken', { text: 'canary-93' }), kind: 'rant' } };
    await handle(jobOf([broken, 'canary-93', upsert('fine')]));
    const held = await deps.documents.get(quarantineDocument, rawPost('broken').id);
    expect(held?.value).toMatchObject({ reason: 'invalid', field: 'post.kind', op: null, source: 'bluesky' });
    expect(held!.value.sizeBytes).toBeGreaterThan(100);
    const { documents } = await deps.documents.list(quarantineDocument);
    expect(documents.map(({ id }) => id).sort()).toEqual([rawPost('broken').id, 'b-test.1'].sort());
    expect(JSON.stringify(documents)).not.toContain('canary');
    expect(await deps.accounts()).toMatchObject({
      'bluesky stored': 1,
      'bluesky quarantined invalid': 1,
      'unknown quarantined invalid': 1,
    });
  });

  it('forgets a post, its duplicates entry and its quarantined record, whatever the order', async () => {
    const { id } = rawPost('a');
    await handle(jobOf([upsert('a', { text: 'poison' })], 'b-1'));
    await handle(jobOf([upsert('a'), { op: 'forget', id, source: 'bluesky', reason: 'user' }], 'b-2'));
    await handle(jobOf([upsert('a')], 'b-3'));
    expect(await deps.posts.get(id)).toBeNull();
    expect(await deps.documents.get(quarantineDocument, id)).toBeNull();
    expect(await deps.accounts()).toMatchObject({ 'bluesky erased': 3 });
  });

  it('forgets what voices said up to a time, in the store and in quarantine', async () => {
    const post = rawPost('a');
    const later = upsert('later', { voice: post.voice, collectedAtMs: post.collectedAtMs + 10, text: 'poison' });
    await handle(jobOf([upsert('a'), upsert('other'), upsert('held', { voice: post.voice, text: 'poison' }), later], 'b-1'));
    const purge = { op: 'purge-voices', source: 'bluesky', voices: [post.voice], collectedBeforeMs: post.collectedAtMs, reason: 'deleted' };
    await handle(jobOf([purge], 'b-2'));
    expect(await deps.posts.get(post.id)).toBeNull();
    expect(await deps.posts.get(rawPost('other').id)).not.toBeNull();
    expect(await deps.documents.get(quarantineDocument, rawPost('held').id)).toBeNull();
    expect(await deps.documents.get(quarantineDocument, rawPost('later').id)).not.toBeNull();
  });

  it('leaves a receipt of what was forgotten, once, which names nothing', async () => {
    const [a, b] = [rawPost('a'), rawPost('b')];
    await handle(jobOf([upsert('a'), upsert('b')], 'b-1'));
    const forget = { op: 'forget', id: a.id, source: 'bluesky', reason: 'user' };
    const unknown = { ...forget, id: rawPost('never-held').id };
    const purge = { op: 'purge-voices', source: 'bluesky', voices: [b.voice], collectedBeforeMs: b.collectedAtMs, reason: 'deleted' };
    const batch = jobOf([forget, unknown, purge], 'e-2');
    await handle(batch);
    const first = (await deps.documents.get(erasureReceiptDocument, 'e-2'))!.value;
    expect(first).toEqual({
      requestedAtMs: batch.openedAtMs,
      doneAtMs: deps.clock.now(),
      requests: [
        { source: 'bluesky', reason: 'user', posts: 2, authors: 0 },
        { source: 'bluesky', reason: 'deleted', posts: 0, authors: 1 },
      ],
      erased: 2,
    });
    expect(JSON.stringify(first)).not.toContain(a.id);
    await handle(batch);
    expect((await deps.documents.get(erasureReceiptDocument, 'e-2'))!.value).toEqual(first);
  });

  it('gives the batch back whole while a store is away, settling nothing', async () => {
    const job = jobOf([upsert('a'), upsert('b')]);
    await deps.open(job);
    const away = createAnalyseHandler({ ...deps, analyse: () => Promise.reject(unavailable('The store')) });
    const running = { id: 'b-test', data: job, starts: 1, attempt: 1 };
    await expect(away(running, new AbortController().signal)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await deps.accounts()).toEqual({ 'bluesky collected': 2, 'bluesky pending': 2 });
    expect(await deps.documents.count(quarantineDocument)).toBe(0);
  });

  describe('on which a worker died', () => {
    /** As if the worker had died while it handled the job alone. */
    const died = (batchId: string, starts: number) => deps.documents.put(suspectDocument, batchId, { starts }, 'any');

    it('starts it again whole, alone, and forgets the suspicion when it went through', async () => {
      const job = jobOf([upsert('a'), upsert('b')]);
      await handle(job, 2);
      expect(await waiting()).toBe(0);
      expect(await deps.accounts()).toMatchObject({ 'bluesky stored': 2 });
      expect(await deps.documents.count(suspectDocument)).toBe(0);
    });

    it('splits it into single posts when the worker died again, once, and counts them once', async () => {
      const job = jobOf([upsert('a'), upsert('b'), upsert('c')]);
      await deps.open(job);
      for (const starts of [3, 4]) {
        await died(job.batchId, 1);
        await handle(job, starts);
      }
      expect(await waiting()).toBe(3);
      expect(await deps.accounts()).toEqual({ 'bluesky collected': 3, 'bluesky pending': 3 });
      const parts = await deps.ledger.unsettled(Infinity, 10);
      expect(parts.map(({ id }) => id).sort()).toEqual(['b-test-0', 'b-test-1', 'b-test-2']);
    });

    it('starts a single post five times in all, then sets it aside without another start', async () => {
      let analysed = 0;
      const counting: typeof deps.analyse = (items) => {
        analysed += 1;
        return deps.analyse(items);
      };
      const single = jobOf([upsert('killer')], 'b-test-0', 2);
      const run = () =>
        createAnalyseHandler({ ...deps, analyse: counting })(
          { id: single.batchId, data: single, starts: 4, attempt: 1 },
          new AbortController().signal,
        );
      await died(single.batchId, 3);
      await run();
      expect(analysed).toBe(0);
      expect((await deps.documents.get(quarantineDocument, rawPost('killer').id))?.value).toMatchObject({ reason: 'worker-died' });
      expect(await deps.accounts()).toMatchObject({ 'bluesky quarantined worker-died': 1 });
      await died(single.batchId, 2);
      await run();
      expect(analysed).toBe(1);
    });

    it('does not count a start that ended because a store was away', async () => {
      const single = jobOf([upsert('innocent')], 'b-test-0', 2);
      const away = createAnalyseHandler({ ...deps, analyse: () => Promise.reject(unavailable('The store')) });
      const running = { id: single.batchId, data: single, starts: 2, attempt: 1 };
      for (let times = 0; times < 9; times++) await expect(away(running, new AbortController().signal)).rejects.toThrow();
      await handle(single, 2);
      expect(await deps.accounts()).toMatchObject({ 'bluesky stored': 1 });
    });

    it('does not split a batch that merely failed', async () => {
      await handle(jobOf([upsert('a'), upsert('b')]), 3, 3);
      expect(await waiting()).toBe(0);
      expect(await deps.accounts()).toMatchObject({ 'bluesky stored': 2 });
    });
  });
});
