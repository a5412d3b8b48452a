import { z } from 'zod';
import { PUSH_SOURCE } from '#core/push.ts';
import { defineDocument, type DocumentStore } from '#core/ports/document-store.ts';

export const MAX_NAMES = 50;
const TRIES = 5;
const ID = 'names';

const namesDocument = defineDocument('push-sources', z.object({ names: z.array(z.string().max(40)).max(MAX_NAMES) }));

/**
 * Which names of sources may be pushed to: the first fifty of a deployment. Each becomes a label of metrics and a line of the ledger, so a sender that
 * makes up names must not be able to make any number of them.
 */
export function createSourceNames({ documents }: { documents: DocumentStore }) {
  const known = new Set([PUSH_SOURCE]);

  /** @returns those of the names that may not be used. */
  return async function refused(names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (names.isSubsetOf(known)) break;
      const held = await documents.get(namesDocument, ID);
      for (const name of held?.value.names ?? []) known.add(name);
      const room = MAX_NAMES - (held?.value.names.length ?? 0);
      const added = [...names.difference(known)].slice(0, room);
      if (added.length === 0) break;
      const next = { names: [...(held?.value.names ?? []), ...added] };
      if ((await documents.put(namesDocument, ID, next, held?.revision ?? 'absent')) !== null) for (const name of added) known.add(name);
    }
    return names.difference(known);
  };
}
