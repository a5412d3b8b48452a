import { Client } from '@elastic/elasticsearch';
import { afterAll, describe } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { openElasticsearchDocumentStore } from '#infra/elasticsearch/document-store.ts';
import { removeIndices } from '#infra/elasticsearch/test-support/with-indices.ts';
import { testElasticsearch, uniquePrefix } from '#infra/test-servers/in-tests.ts';
import { keepAdditionsContract } from './keep-additions.contract.ts';

const url = await testElasticsearch();

describe.skipIf(!url)('Elasticsearch', () => {
  const client = new Client({ node: url ?? 'http://127.0.0.1' });
  afterAll(() => client.close());

  keepAdditionsContract('Elasticsearch', async () => {
    const prefix = uniquePrefix();
    const open = () => openElasticsearchDocumentStore({ client, prefix, clock: systemClock });
    const [one, other] = [await open(), await open()];
    return [{ ...one, [Symbol.asyncDispose]: () => removeIndices(client, prefix) }, other] as const;
  });
});
