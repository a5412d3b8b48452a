import document from './documents/taxonomy.json' with { type: 'json' };
import { readTaxonomy, type Taxonomy } from './read-taxonomy.ts';
import type { TaxonomyDocument } from './taxonomy-document.ts';

export type { Taxonomy } from './read-taxonomy.ts';

/** The document of the taxonomy that comes with the program. */
export const TAXONOMY_DOCUMENT: TaxonomyDocument = document;

/** The taxonomy that comes with the program: QDC v7, themes of v6 that have no heir there, and what public conversation adds. */
export const TAXONOMY: Taxonomy = readTaxonomy(TAXONOMY_DOCUMENT);
