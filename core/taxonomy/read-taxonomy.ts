import { defineTheme, type RuledTheme } from './define-themes.ts';
import { FrameworkDocumentError, schemaProblems, type DocumentProblem } from './document-error.ts';
import { taxonomySchema } from './taxonomy-document.ts';

/** A list of themes with a version, which each analysed post carries. */
export interface Taxonomy {
  version: string;
  name: string;
  themes: readonly RuledTheme[];
}

/**
 * A taxonomy from its document, rules compiled, themes in the document's order.
 * @throws FrameworkDocumentError with all that is wrong: which theme, which rule, and the character in it.
 */
export function readTaxonomy(document: unknown): Taxonomy {
  const parsed = taxonomySchema.safeParse(document);
  if (!parsed.success) throw new FrameworkDocumentError('The taxonomy', schemaProblems(document, parsed.error));
  const { version, name, categories } = parsed.data;
  const problems: DocumentProblem[] = [];
  const themes = categories.flatMap((category) => category.themes.map((theme) => defineTheme(category.name, theme, problems)));
  problems.push(...sharedIds(themes));
  if (problems.length > 0) throw new FrameworkDocumentError(`The taxonomy "${version}"`, problems);
  return { version, name, themes };
}

function sharedIds(themes: readonly RuledTheme[]): DocumentProblem[] {
  const first = new Map<string, RuledTheme>();
  return themes.flatMap((theme) => {
    const other = first.get(theme.id);
    if (!other) first.set(theme.id, theme);
    return other
      ? [{ place: `theme "${theme.name}" of "${theme.category}"`, message: `Its id, ${theme.id}, is that of "${other.name}"` }]
      : [];
  });
}
