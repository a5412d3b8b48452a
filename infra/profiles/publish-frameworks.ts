import { hasCode } from '#core/errors.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import { MAPPINGS } from '#core/taxonomy/frameworks.ts';
import { mappingDocument, mappingId } from '#core/taxonomy/mapping-document.ts';
import { taxonomyDocument } from '#core/taxonomy/taxonomy-document.ts';
import { TAXONOMY_DOCUMENT } from '#core/taxonomy/taxonomy.ts';
import type { Logger } from '#infra/logger.ts';

/**
 * Puts the taxonomy and the mappings that come with the program beside the versions that are stored already, none of which it changes. As many
 * processes as needed may do so at once. A store that takes no writes just now (a full disk) keeps nothing from starting: the next start tries again.
 *
 * @returns the versions that were new.
 */
export async function publishFrameworks(documents: DocumentStore, logger: Logger): Promise<string[]> {
  const published: string[] = [];
  try {
    const { version } = TAXONOMY_DOCUMENT;
    if ((await documents.put(taxonomyDocument, version, TAXONOMY_DOCUMENT, 'absent')) !== null) published.push(version);
    for (const mapping of MAPPINGS) {
      const id = mappingId(mapping);
      if ((await documents.put(mappingDocument, id, mapping, 'absent')) !== null) published.push(id);
    }
  } catch (error) {
    if (!hasCode(error, 'unavailable')) throw error;
    logger.warn({ err: error }, 'the taxonomy could not be stored; the next start tries again');
  }
  return published;
}
