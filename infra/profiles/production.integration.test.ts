import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '#core/calendar.ts';
import { systemClock } from '#core/clock.ts';
import { QUEUES } from '#core/jobs.ts';
import { MATCH_ALL } from '#core/query.ts';
import { BUILT_AT_MS, buildPost } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { readConfig } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { testElasticsearch, testRedis, uniquePrefix } from '#infra/test-servers/in-tests.ts';
import { VERSIONS } from '#workers/pipeline/versions.ts';
import { createHistory } from '#workers/reprocess/history.ts';
import { createReanalyse } from '#workers/reprocess/reanalyse.ts';
import { reprocessPosts } from '#workers/reprocess/reprocess-posts.ts';
import { rawPost, upsert } from '#workers/test-support/open-worker-deps.ts';
import { startWorker } from './compose-worker.ts';
import { loadKnowledge } from './knowledge.ts';
import { loadRedactor } from './redactor.ts';
import { openProduction } from './production.ts';
import { redeliveryContract } from './redelivery.contract.ts';

const REDIS_URL = testRedis();
const ELASTICSEARCH_URL = await testElasticsearch();
const logger = createLogger('silent');

function configOf(settings: Record<string, string> = {}) {
  return readConfig({
    REDIS_URL: REDIS_URL ?? undefined,
    ELASTICSEARCH_URL: ELASTICSEARCH_URL ?? undefined,
    EARSHOT_PSEUDONYM_SECRET: 's'.repeat(40),
    EARSHOT_INDEX_PREFIX: uniquePrefix(),
    ...settings,
  });
}

describe.skipIf(!REDIS_URL || !ELASTICSEARCH_URL)('the production profile', () => {
  redeliveryContract('production', {
    createClock: createVirtualClock,
    open: (clock) => openProduction(configOf(), { logger, clock }),
  });

  it('takes posts from the queue into the index, in whichever process', async () => {
    const config = configOf();
    const metrics = createMetrics();
    await using ingest = await openProduction(config, { logger, clock: systemClock });
    await using worker = await openProduction(config, { logger, clock: systemClock, metrics });
    await using _work = await startWorker(worker, { config, logger, metrics });
    for (const probe of Object.values(ingest.probes)) await probe();
    await ingest.intake.submit([upsert('a'), upsert('b', { text: 'Waited nine hours at the hospital and nobody came to see us' })]);
    await expect.poll(() => ingest.coordination.ledger.accounts(), { timeout: 20_000 }).toMatchObject([{ collected: 2, pending: 0 }]);
    expect((await ingest.posts.get(rawPost('a').id))?.text).toBe(rawPost('a').text);
    expect(await ingest.jobs.counts(QUEUES.analyse)).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  it('analyses its history again, and brings back neither what is erased nor what is edited meanwhile', async () => {
    await using profile = await openProduction(configOf(), { logger, clock: systemClock });
    const { posts } = profile;
    const old = Array.from({ length: 250 }, (_, n) =>
      buildPost({ name: `post ${n}`, createdAtMs: BUILT_AT_MS + n * HOUR_MS, cluster: 'c' }),
    );
    await posts.save(old.map((post) => ({ post, sealedReference: `sealed ${post.id}` })));
    const [erased, edited] = [old[3]!, old[4]!];
    const edit = buildPost({
      ...edited,
      text: 'Now they say twelve hours',
      contentMs: edited.contentMs + 1,
      version: edited.version + 1_024,
    });
    const analyse = createReanalyse(loadKnowledge(), loadRedactor(), systemClock);
    const stop = new AbortController();
    const history = createHistory(profile);
    const options = { chosen: {}, rate: 10_000 };
    const stopped = await reprocessPosts(
      {
        history,
        clock: systemClock,
        signal: stop.signal,
        async reanalyse(held) {
          const again = await analyse(held);
          await posts.forget({ type: 'posts', ids: [erased.id], reason: 'user' });
          await posts.save([{ post: edit }]);
          stop.abort('SIGINT');
          return again;
        },
      },
      options,
    );
    expect(stopped).toMatchObject({ isFinished: false, tally: { erased: 1, newer: 1 } });
    const signal = new AbortController().signal;
    const finished = await reprocessPosts({ history, reanalyse: analyse, clock: systemClock, signal }, options);
    const done = stopped.tally.reanalysed + 2;
    expect(finished).toMatchObject({ isFinished: true, resumedAfter: done, tally: { reanalysed: 248, erased: 1, newer: 1, rejected: 0 } });
    await posts.refresh();
    expect((await posts.totals({ where: MATCH_ALL })).posts).toBe(249);
    expect([await posts.get(erased.id), (await posts.get(edited.id))?.text]).toEqual([null, edit.text]);
    const last = old.at(-1)!;
    expect((await posts.get(last.id))?.insight).toMatchObject({ versions: VERSIONS, cluster: 'c' });
    expect(await posts.getReference(last.id)).toBe(`sealed ${last.id}`);
  });

  it('does not start without its secret, or on servers that can not be reached, and leaves nothing open', async () => {
    const options = { logger, clock: systemClock };
    await expect(openProduction(configOf({ EARSHOT_PSEUDONYM_SECRET: '' }), options)).rejects.toMatchObject({
      setting: 'EARSHOT_PSEUDONYM_SECRET',
    });
    await expect(openProduction(configOf({ REDIS_URL: 'redis://127.0.0.1:1' }), options)).rejects.toThrow('REDIS_URL');
    await expect(openProduction(configOf({ ELASTICSEARCH_URL: 'http://127.0.0.1:1' }), options)).rejects.toThrow('ELASTICSEARCH_URL');
  });
});
