import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '#core/clock.ts';
import { defineDocument } from '#core/ports/document-store.ts';
import { testElasticsearch, uniquePrefix } from '../../test-servers/in-tests.ts';
import { openElasticsearchDocumentStore } from '../document-store.ts';
import { indexNames } from '../names.ts';
import { openElasticsearchPostStore } from '../post-store.ts';
import { removeIndices } from '../test-support/with-indices.ts';
import { migrate } from './index.ts';

const url = await testElasticsearch();

/** One line a request, as a version of Earshot left its indices; `PREFIX` stands for the prefix. */
async function restore(client: Client, file: string, prefix: string): Promise<void> {
  const lines = readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8')
    .replaceAll('PREFIX', prefix)
    .trim()
    .split('\n');
  for (const line of lines) {
    const { method, path, body } = JSON.parse(line) as { method: string; path: string; body: object };
    await client.transport.request({ method, path, body });
  }
}

describe.skipIf(!url)('migrations of the indices', () => {
  const client = new Client({ node: url ?? 'http://127.0.0.1' });
  afterAll(() => client.close());

  it.each(['schema-1.ndjson'])('opens what %s holds', async (file) => {
    const prefix = uniquePrefix();
    await restore(client, file, prefix);
    const posts = await openElasticsearchPostStore({ client, prefix, clock: systemClock });
    const documents = await openElasticsearchDocumentStore({ client, prefix, clock: systemClock });
    await posts.refresh();
    const page = await posts.search({ where: { type: 'stems', tokens: ['nurs'] }, limit: 10 });
    expect(page).toMatchObject({ total: 1, posts: [{ text: 'The nurses were kind', insight: { sentiment: { label: 'positive' } } }] });
    const { id } = page.posts[0]!;
    expect(await posts.get(id)).toEqual(page.posts[0]);
    expect(await posts.getReference(id)).toBe('v1.sealed');
    expect(await posts.save([{ post: page.posts[0]! }])).toEqual([{ type: 'stale' }]);
    expect((await posts.known([{ id: 'ForgottenForgotten1234', createdAtMs: 0 }])).get('ForgottenForgotten1234')?.erased).toBe(true);
    const note = defineDocument('note', z.object({ text: z.string() }));
    expect(await documents.get(note, 'a')).toEqual({ id: 'a', revision: 3, value: { text: 'kept' } });
    expect((await documents.list(note)).documents).toHaveLength(1);
    const later = { ...page.posts[0]!, version: page.posts[0]!.version + 1, organisation: 'RR8', progress: 'change-made' as const };
    expect(await posts.save([{ post: later }])).toEqual([{ type: 'stored' }]);
    expect(await posts.get(id)).toEqual(later);
    await removeIndices(client, prefix);
  });

  it('may run in several processes at once', async () => {
    const prefix = uniquePrefix();
    await Promise.all(Array.from({ length: 4 }, () => migrate(client, indexNames(prefix))));
    await migrate(client, indexNames(prefix));
    expect(await client.indices.exists({ index: indexNames(prefix).references })).toBe(true);
    await removeIndices(client, prefix);
  });

  it('refuse indices of a later version', async () => {
    const prefix = uniquePrefix();
    const names = indexNames(prefix);
    await migrate(client, names);
    await client.index({ index: names.documents, id: ':schema', document: { schemaVersion: 99 } });
    await expect(migrate(client, names)).rejects.toMatchObject({ code: 'schema-too-new', setting: 'EARSHOT_INDEX_PREFIX' });
    await removeIndices(client, prefix);
  });
});
