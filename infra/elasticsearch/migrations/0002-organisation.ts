import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../names.ts';
import { POST_PROPERTIES, putPostTemplate, stored } from './0001-indices.ts';

/** Posts keep which organisation their source is about. */
export async function addOrganisation(client: Client, names: IndexNames): Promise<void> {
  const properties = { organisation: stored };
  await putPostTemplate(client, names, { ...POST_PROPERTIES, ...properties });
  await client.indices.putMapping({ index: names.months, properties, allow_no_indices: true });
}
