import type { Client } from '@elastic/elasticsearch';
import { EarshotError } from '#core/errors.ts';
import { ask, askUnless } from '../fault.ts';
import type { IndexNames } from '../names.ts';
import { createIndices } from './0001-indices.ts';
import { addOrganisation } from './0002-organisation.ts';
import { addProgress } from './0003-progress.ts';

/** From nothing to today's indices, step 1 first. A step, once released, never changes; each may run twice, or in two processes at once. */
const STEPS: readonly ((client: Client, names: IndexNames) => Promise<void>)[] = [createIndices, addOrganisation, addProgress];

/** No document kind has an empty name, so this is none. */
const SCHEMA_ID = ':schema';

/**
 * Brings the indices to today's schema.
 * @throws EarshotError 'schema-too-new' for indices that a later version wrote.
 */
export async function migrate(client: Client, names: IndexNames): Promise<void> {
  const record = await askUnless([404], () => client.get<{ schemaVersion: number }>({ index: names.documents, id: SCHEMA_ID }));
  const held = record?._source?.schemaVersion ?? 0;
  if (held > STEPS.length) {
    throw new EarshotError(
      'schema-too-new',
      `The indices ${names.posts} were written by a later version of Earshot (schema ${held}; this version knows ${STEPS.length}). Start that version, or set EARSHOT_INDEX_PREFIX to another prefix.`,
      { setting: 'EARSHOT_INDEX_PREFIX' },
    );
  }
  if (held === STEPS.length) return;
  for (const step of STEPS.slice(held)) await ask(() => step(client, names));
  const version = STEPS.length;
  await askUnless([409], () =>
    client.index({ index: names.documents, id: SCHEMA_ID, version, version_type: 'external', document: { schemaVersion: version } }),
  );
}
