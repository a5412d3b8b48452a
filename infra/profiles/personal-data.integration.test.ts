import { Client } from '@elastic/elasticsearch';
import { Redis } from 'ioredis';
import { afterAll, describe } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { readConfig } from '#infra/config.ts';
import { testElasticsearch, testRedis, uniquePrefix } from '#infra/test-servers/in-tests.ts';
import { personalDataContract } from './personal-data.contract.ts';
import { openProduction } from './production.ts';

const REDIS_URL = testRedis();
const ELASTICSEARCH_URL = await testElasticsearch();

describe.skipIf(!REDIS_URL || !ELASTICSEARCH_URL)('with Redis and Elasticsearch', () => {
  const elasticsearch = new Client({ node: ELASTICSEARCH_URL ?? 'http://127.0.0.1' });
  const redis = new Redis(REDIS_URL ?? 'redis://127.0.0.1', { lazyConnect: true });
  afterAll(async () => {
    await elasticsearch.close();
    redis.disconnect();
  });

  personalDataContract('production', async () => {
    const prefix = uniquePrefix();
    const config = readConfig({
      REDIS_URL: REDIS_URL ?? undefined,
      ELASTICSEARCH_URL: ELASTICSEARCH_URL ?? undefined,
      EARSHOT_PSEUDONYM_SECRET: 's'.repeat(40),
      EARSHOT_INDEX_PREFIX: prefix,
    });
    return {
      config,
      open: (logger) => openProduction(config, { logger, clock: systemClock }),
      // Every key of the server as Redis itself would write it to disk, and every document of our indices.
      async written() {
        const keys = await redis.keys('*');
        const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
        const { hits } = await elasticsearch.search({ index: `${prefix}*`, size: 1_000, expand_wildcards: 'all' });
        return [...keys.map((key) => Buffer.from(key)), ...dumps.filter((dump) => dump !== null), Buffer.from(JSON.stringify(hits))];
      },
    };
  });
});
