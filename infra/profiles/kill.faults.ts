import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testElasticsearch, testRedis, uniquePrefix } from '#infra/test-servers/in-tests.ts';
import { killProduction } from './test-support/kill-production.ts';
import { killUnderLoad } from './test-support/kill-under-load.ts';

const POSTS = 20_000;
const REDIS_URL = testRedis();
const ELASTICSEARCH_URL = await testElasticsearch();

describe('killed 20 times at random points under load', () => {
  it('the embedded program holds every post exactly once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-kill-'));
    const report = await killUnderLoad({ folder, posts: POSTS, kills: 20, seed: 20 });
    await rm(folder, { recursive: true, force: true });
    expect(report.found.toSorted()).toEqual(report.wanted.toSorted());
    const { collected, pending, outcomes } = report.account!;
    expect([collected, pending, outcomes.reduce((sum, { count }) => sum + count, 0)]).toEqual([POSTS, 0, POSTS]);
    expect(report.stopped.code).toBe(0);
    expect(report.stopped.seconds).toBeLessThan(30);
  });

  it.skipIf(!REDIS_URL || !ELASTICSEARCH_URL)('ingest and workers of the production profile hold every post exactly once', async () => {
    const settings = { REDIS_URL: REDIS_URL!, ELASTICSEARCH_URL: ELASTICSEARCH_URL!, EARSHOT_INDEX_PREFIX: uniquePrefix() };
    const report = await killProduction({ settings, posts: POSTS, kills: 20, seed: 21 });
    expect(report.missing).toEqual([]);
    expect(report.total).toBe(POSTS);
    expect(report.quarantined).toBe(0);
    expect(report.account.pending).toBe(0);
    expect(report.account.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(report.account.collected);
  });
});
