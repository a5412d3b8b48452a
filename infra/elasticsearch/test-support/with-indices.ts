import type { Client } from '@elastic/elasticsearch';

/** Removes every index and template of a prefix: a test node holds at most 1,000 shards. */
export async function removeIndices(client: Client, prefix: string): Promise<void> {
  const indices = Object.keys(await client.indices.get({ index: `${prefix}-*`, allow_no_indices: true, filter_path: '*.aliases' }));
  if (indices.length) await client.indices.delete({ index: indices });
  await client.indices.deleteIndexTemplate({ name: `${prefix}-posts` }, { ignore: [404] });
}
