import { describe, expect, it } from 'vitest';
import type { OpenDocumentStores } from '#core/ports/document-store.contract.ts';
import { FRAMEWORKS, MAPPINGS } from '#core/taxonomy/frameworks.ts';
import { mappingDocument } from '#core/taxonomy/mapping-document.ts';
import { readMapping } from '#core/taxonomy/read-mapping.ts';
import { readTaxonomy } from '#core/taxonomy/read-taxonomy.ts';
import { taxonomyDocument } from '#core/taxonomy/taxonomy-document.ts';
import { TAXONOMY, TAXONOMY_DOCUMENT } from '#core/taxonomy/taxonomy.ts';
import { createLogger } from '#infra/logger.ts';
import { publishFrameworks } from './publish-frameworks.ts';

const logger = createLogger('silent');

/** What every document store keeps of the frameworks that come with the program. */
export function publishFrameworksContract(name: string, open: OpenDocumentStores): void {
  describe(`frameworks as documents on ${name}`, () => {
    it('are there after a start, once however many processes start, and mean what the program means', async () => {
      const [one, other] = await open();
      await using _one = one;
      await using _other = other;
      const published = await Promise.all([publishFrameworks(one, logger), publishFrameworks(other, logger)]);
      expect(published.flat().sort()).toEqual([TAXONOMY.version, ...FRAMEWORKS.map((framework) => `${framework}@1`)].sort());

      const taxonomies = await other.list(taxonomyDocument);
      expect(taxonomies.documents.map(({ id, revision }) => [id, revision])).toEqual([[TAXONOMY.version, 1]]);
      const held = readTaxonomy(taxonomies.documents[0]!.value);
      expect(held.themes.map(({ id, where }) => [id, where])).toEqual(TAXONOMY.themes.map(({ id, where }) => [id, where]));
      const mappings = await other.list(mappingDocument);
      const byFramework = new Map(mappings.documents.map(({ value }) => [value.framework, value]));
      for (const mapping of MAPPINGS) expect(readMapping(byFramework.get(mapping.framework), held)).toEqual(mapping);
    });

    it('leave what is stored as it is: other versions, and this one if a team wrote it first', async () => {
      const [one, other] = await open();
      await using _one = one;
      await using _other = other;
      const later = { ...TAXONOMY_DOCUMENT, version: 'ours-7', name: 'ours' };
      const first = { ...TAXONOMY_DOCUMENT, name: 'written first' };
      await one.put(taxonomyDocument, later.version, later, 'absent');
      await one.put(taxonomyDocument, first.version, first, 'absent');
      expect(await publishFrameworks(one, logger)).not.toContain(TAXONOMY.version);
      expect(await publishFrameworks(other, logger)).toEqual([]);
      expect((await other.get(taxonomyDocument, later.version))?.value).toEqual(later);
      expect((await other.get(taxonomyDocument, first.version))?.value.name).toBe('written first');
    });
  });
}
