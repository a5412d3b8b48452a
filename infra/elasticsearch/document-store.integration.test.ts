import { Client } from '@elastic/elasticsearch';
import { afterAll, describe } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { describeDocumentStoreContract } from '#core/ports/document-store.contract.ts';
import { testElasticsearch, uniquePrefix } from '../test-servers/in-tests.ts';
import { openElasticsearchDocumentStore } from './document-store.ts';
import { removeIndices } from './test-support/with-indices.ts';

const url = await testElasticsearch();

describe.skipIf(!url)('Elasticsearch', () => {
  const client = new Client({ node: url ?? 'http://127.0.0.1' });
  afterAll(() => client.close());

  describeDocumentStoreContract('Elasticsearch', async () => {
    const prefix = uniquePrefix();
    const open = () => openElasticsearchDocumentStore({ client, prefix, clock: systemClock });
    const [one, other] = [await open(), await open()];
    return [{ ...one, [Symbol.asyncDispose]: () => removeIndices(client, prefix) }, other] as const;
  });
});
