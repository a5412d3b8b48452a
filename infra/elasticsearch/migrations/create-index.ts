import { errors, type Client, type estypes } from '@elastic/elasticsearch';

/** Makes an index unless it is there: several processes may start at once. */
export async function createIndex(client: Client, index: string, body: Omit<estypes.IndicesCreateRequest, 'index'> = {}): Promise<void> {
  try {
    await client.indices.create({ index, ...body }, { requestTimeout: 60_000 });
  } catch (error) {
    const type = error instanceof errors.ResponseError ? (error.body as { error?: { type?: string } } | undefined)?.error?.type : undefined;
    if (type !== 'resource_already_exists_exception') throw error;
  }
}
