import { FrameworkDocumentError, schemaProblems, type DocumentProblem } from './document-error.ts';
import { learnedMappingSchema, themeMappingSchema, type MappingDocument, type ThemeMapping } from './mapping-document.ts';
import type { Taxonomy } from './read-taxonomy.ts';

/**
 * A mapping from its document, for a taxonomy that it names.
 * @throws FrameworkDocumentError with all that is wrong: which label, which theme.
 */
export function readMapping(document: unknown, taxonomy: Taxonomy): MappingDocument {
  const isLearned = typeof document === 'object' && document !== null && 'head' in document;
  const parsed = (isLearned ? learnedMappingSchema : themeMappingSchema).safeParse(document);
  if (!parsed.success) throw new FrameworkDocumentError('The mapping', schemaProblems(document, parsed.error));
  const mapping: MappingDocument = parsed.data;
  const problems = 'head' in mapping ? [] : [...wrongTaxonomy(mapping, taxonomy), ...wrongLabels(mapping, taxonomy)];
  if (problems.length > 0) throw new FrameworkDocumentError(`The mapping "${mapping.framework}"`, problems);
  return mapping;
}

function wrongTaxonomy({ from }: ThemeMapping, { name, version }: Taxonomy): DocumentProblem[] {
  if (from === name || from === version) return [];
  return [{ place: '"from"', message: `"${from}" is neither the name "${name}" nor the version "${version}" of the taxonomy` }];
}

function wrongLabels({ kind, labels, otherwise, blank }: ThemeMapping, taxonomy: Taxonomy): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const known = new Set(taxonomy.themes.map(({ id }) => id));
  const names = new Set<string>();
  for (const { name, themes } of labels) {
    const place = `label "${name}"`;
    if (names.has(name)) problems.push({ place, message: 'Another label has this name' });
    names.add(name);
    const isFallback = name === otherwise || name === blank;
    if (themes.length === 0 && !isFallback) problems.push({ place, message: 'It has no theme, so nothing would ever bear it' });
    if (themes.length > 0 && isFallback) problems.push({ place, message: 'It is for what no theme fits, so it has none' });
    for (const id of themes) if (!known.has(id)) problems.push({ place, message: `The taxonomy has no theme "${id}"` });
  }
  for (const [field, name] of Object.entries({ otherwise, blank })) {
    if (name !== undefined && !names.has(name)) problems.push({ place: `"${field}"`, message: `"${name}" is none of the labels` });
  }
  if (kind === 'one' && otherwise === undefined) {
    problems.push({ place: '"otherwise"', message: 'A mapping that gives every text one label needs one for the rest' });
  }
  return problems;
}
