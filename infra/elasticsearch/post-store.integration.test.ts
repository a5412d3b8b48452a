import { Client } from '@elastic/elasticsearch';
import { afterAll, describe } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { describePostStoreContract } from '#core/ports/post-store.contract.ts';
import { testElasticsearch, uniquePrefix } from '../test-servers/in-tests.ts';
import { openElasticsearchPostStore } from './post-store.ts';
import { removeIndices } from './test-support/with-indices.ts';

const url = await testElasticsearch();

describe.skipIf(!url)('Elasticsearch', () => {
  const client = new Client({ node: url ?? 'http://127.0.0.1' });
  afterAll(() => client.close());

  describePostStoreContract('Elasticsearch', async () => {
    const prefix = uniquePrefix();
    const store = await openElasticsearchPostStore({ client, prefix, clock: systemClock });
    return { ...store, [Symbol.asyncDispose]: () => removeIndices(client, prefix) };
  });
});
