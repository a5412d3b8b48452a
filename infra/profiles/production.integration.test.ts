import { describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { QUEUES } from '#core/jobs.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { readConfig } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { testElasticsearch, testRedis, uniquePrefix } from '#infra/test-servers/in-tests.ts';
import { rawPost, upsert } from '#workers/test-support/open-worker-deps.ts';
import { startWorker } from './compose-worker.ts';
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

  it('does not start without its secret, or on servers that can not be reached, and leaves nothing open', async () => {
    const options = { logger, clock: systemClock };
    await expect(openProduction(configOf({ EARSHOT_PSEUDONYM_SECRET: '' }), options)).rejects.toMatchObject({
      setting: 'EARSHOT_PSEUDONYM_SECRET',
    });
    await expect(openProduction(configOf({ REDIS_URL: 'redis://127.0.0.1:1' }), options)).rejects.toThrow('REDIS_URL');
    await expect(openProduction(configOf({ ELASTICSEARCH_URL: 'http://127.0.0.1:1' }), options)).rejects.toThrow('ELASTICSEARCH_URL');
  });
});
