import { describe } from 'vitest';
import { testElasticsearch, testRedis, uniquePrefix } from '#infra/test-servers/in-tests.ts';
import { organisationsContract } from './organisations.contract.ts';

const REDIS_URL = testRedis();
const ELASTICSEARCH_URL = await testElasticsearch();

describe.skipIf(!REDIS_URL || !ELASTICSEARCH_URL)('production', () => {
  organisationsContract('Redis and Elasticsearch', () => ({
    REDIS_URL: REDIS_URL ?? '',
    ELASTICSEARCH_URL: ELASTICSEARCH_URL ?? '',
    EARSHOT_PSEUDONYM_SECRET: 's'.repeat(40),
    EARSHOT_INDEX_PREFIX: uniquePrefix(),
  }));
});
