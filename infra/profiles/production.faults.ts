import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { hasCode } from '#core/errors.ts';
import { QUEUES, type QueuedOp } from '#core/jobs.ts';
import { MATCH_ALL } from '#core/query.ts';
import { quarantineDocument } from '#core/quarantine.ts';
import { readConfig } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { testElasticsearch, testRedis, uniquePrefix } from '#infra/test-servers/in-tests.ts';
import { startRedis } from '#infra/test-servers/redis.ts';
import type { TestServer } from '#infra/test-servers/server-process.ts';
import { startWorker } from './compose-worker.ts';
import { openProduction } from './production.ts';
import type { Profile } from './profile.ts';
import { openFaultyProxy, type FaultyProxy, type Trouble } from './test-support/faulty-proxy.ts';
import { seededUpsert } from './test-support/seeded-upsert.ts';

/** The suite's own length; a shorter one is for trying it out. */
const OUTAGE_SECONDS = Number(process.env['EARSHOT_FAULT_SECONDS'] ?? 60);
const ELASTICSEARCH_URL = testRedis() ? await testElasticsearch() : null;
const POSTS = 4_000;
const BATCH = 200;

describe.skipIf(!ELASTICSEARCH_URL)('the production profile in trouble', () => {
  let redis: TestServer;
  let proxy: FaultyProxy;
  let resources: AsyncDisposableStack;
  let ingest: Profile;
  let log: string;

  beforeEach(async () => {
    resources = new AsyncDisposableStack();
    log = '';
    const logger = createLogger('debug', { write: (line) => void (log += line) });
    redis = resources.use(await startRedis());
    proxy = resources.use(await openFaultyProxy(ELASTICSEARCH_URL!));
    const config = readConfig({
      REDIS_URL: redis.url,
      ELASTICSEARCH_URL: proxy.url,
      EARSHOT_PSEUDONYM_SECRET: 's'.repeat(40),
      EARSHOT_INDEX_PREFIX: uniquePrefix(),
    });
    const metrics = createMetrics();
    ingest = resources.use(await openProduction(config, { logger, clock: systemClock }));
    const worker = resources.use(await openProduction(config, { logger, clock: systemClock, metrics }));
    resources.use(await startWorker(worker, { config, logger, metrics }));
  });
  afterEach(() => resources.disposeAsync());

  /** Hands a batch over until it is acknowledged, as a source does with its cursor. */
  async function handOver(ops: QueuedOp[]): Promise<void> {
    for (;;) {
      try {
        return await ingest.intake.submit(ops);
      } catch (error) {
        if (!hasCode(error, 'unavailable')) throw error;
        await sleep(200);
      }
    }
  }

  async function handOverAll(ops: QueuedOp[], onBatch: (n: number) => Promise<void> = () => Promise.resolve()): Promise<void> {
    for (let n = 0; n * BATCH < ops.length; n++) {
      await onBatch(n);
      await handOver(ops.slice(n * BATCH, (n + 1) * BATCH));
    }
  }

  async function expectAll(ops: QueuedOp[]): Promise<void> {
    await expect
      .poll(async () => (await ingest.coordination.ledger.accounts()).reduce((sum, { pending }) => sum + pending, 0), {
        timeout: 180_000,
        interval: 500,
      })
      .toBe(0);
    await ingest.posts.refresh();
    expect((await ingest.posts.totals({ where: MATCH_ALL })).posts).toBe(ops.length);
    const held = await Promise.all(ops.map((op) => ingest.posts.get(op.op === 'upsert' ? op.post.id : '')));
    expect(held.filter((post) => post === null)).toHaveLength(0);
    expect(await ingest.documents.count(quarantineDocument)).toBe(0);
    expect(await ingest.jobs.counts(QUEUES.analyse)).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    const [account] = await ingest.coordination.ledger.accounts();
    expect(account!.collected).toBe(account!.outcomes.reduce((sum, { count }) => sum + count, 0));
    for (const op of ops) if (op.op === 'upsert') expect(log.includes(op.post.text)).toBe(false);
  }

  it.each([3, 20])(
    'loses nothing when Redis is killed and comes back after %d s, and consumes again within 5 s',
    async (seconds) => {
      const ops = Array.from({ length: POSTS }, (_, n) => seededUpsert(n, seconds));
      let outage: Promise<number> | undefined;
      await handOverAll(ops, async (n) => {
        if (n !== 7) return;
        await redis.kill();
        outage = sleep(seconds * 1_000)
          .then(() => redis.start())
          .then(() => Date.now());
      });
      const upAtMs = await outage!;
      const before = await settled(ingest);
      await expect.poll(() => settled(ingest), { timeout: 5_000 }).toBeGreaterThan(Math.min(before, POSTS - 1));
      expect(Date.now() - upAtMs).toBeGreaterThan(0);
      await expectAll(ops);
    },
    400_000,
  );

  it.each<Trouble>(['items', 'too-many', 'unavailable', 'reset', 'hang', 'slow', 'read-only'])(
    'waits out an Elasticsearch in trouble (%s): few requests, no failed job, nothing lost',
    async (trouble) => {
      const ops = Array.from({ length: POSTS }, (_, n) => seededUpsert(n, 40));
      await handOverAll(ops.slice(0, 1_000));
      const erased = seededUpsert(5, 40) as Extract<QueuedOp, { op: 'upsert' }>;
      await expect.poll(() => ingest.posts.get(erased.post.id), { timeout: 60_000 }).not.toBeNull();
      proxy.begin(trouble);
      const rest = handOverAll(ops.slice(1_000));
      await sleep(OUTAGE_SECONDS * 1_000);
      const { requests } = proxy;
      expect(process.memoryUsage().rss).toBeLessThan(1_024 * 1_024 * 1_024);
      expect((await ingest.jobs.counts(QUEUES.analyse)).failed).toBe(0);
      proxy.begin('none');
      await rest;
      await expectAll(ops);
      // The first moments may see one request from each batch at work.
      expect(requests).toBeLessThanOrEqual(OUTAGE_SECONDS + 20);
    },
    400_000,
  );

  it('lets an erasure pass while the index takes no writes', async () => {
    const ops = Array.from({ length: 2_000 }, (_, n) => seededUpsert(n, 60));
    await handOver(ops.slice(0, 200));
    const [first] = ops as Extract<QueuedOp, { op: 'upsert' }>[];
    await expect.poll(() => ingest.posts.get(first!.post.id), { timeout: 60_000 }).not.toBeNull();
    proxy.begin('read-only');
    await handOver(ops.slice(200));
    await handOver([{ op: 'forget', id: first!.post.id, source: 'rss', reason: 'user' }]);
    await expect.poll(() => ingest.posts.get(first!.post.id), { timeout: 60_000 }).toBeNull();
    expect((await ingest.jobs.counts(QUEUES.analyse)).waiting).toBeGreaterThan(0);
    proxy.begin('none');
  }, 200_000);
});

async function settled(profile: Profile): Promise<number> {
  return (await profile.coordination.ledger.accounts()).reduce((sum, { collected, pending }) => sum + collected - pending, 0);
}
