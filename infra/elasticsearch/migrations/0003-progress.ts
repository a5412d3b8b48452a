import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../names.ts';
import { POST_PROPERTIES, putPostTemplate, stored } from './0001-indices.ts';

/** Posts keep what became of a story. */
export async function addProgress(client: Client, names: IndexNames): Promise<void> {
  const properties = { progress: stored };
  await putPostTemplate(client, names, { ...POST_PROPERTIES, organisation: stored, ...properties });
  await client.indices.putMapping({ index: names.months, properties, allow_no_indices: true });
}
