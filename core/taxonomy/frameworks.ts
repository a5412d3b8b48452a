import { likeliest } from '../language/heads/linear-head.ts';
import type { Reading, Understanding } from '../language/heads/understanding.ts';
import niceQs15 from './documents/mappings/nice-qs15.json' with { type: 'json' };
import qdcV7 from './documents/mappings/qdc-v7.json' with { type: 'json' };
import singleLabel from './documents/mappings/single-label.json' with { type: 'json' };
import { mapThemes, type Mapped } from './map-themes.ts';
import type { MappingDocument } from './mapping-document.ts';
import { readMapping } from './read-mapping.ts';
import type { ThemeScore } from './score-themes.ts';
import { TAXONOMY } from './taxonomy.ts';

/** Other lists of themes, as mappings from ours, that come with the program. */
export const MAPPINGS: readonly MappingDocument[] = [singleLabel, qdcV7, niceQs15].map((document) => readMapping(document, TAXONOMY));

/** Names of the frameworks, as `--framework` takes them. */
export const FRAMEWORKS: readonly string[] = MAPPINGS.map(({ framework }) => framework);

/** Names of the frameworks that give a text one label, or many. */
export function frameworksOf(kind: MappingDocument['kind']): string[] {
  return MAPPINGS.filter((mapping) => mapping.kind === kind).map(({ framework }) => framework);
}

/** What a text is called in another framework: by the head that learned that framework, or by our themes under its names. */
export function createThemeMapper(understanding: Understanding) {
  /** @throws RangeError for a framework that isn't one of FRAMEWORKS. */
  return function mapTo(framework: string, themes: readonly ThemeScore[], reading: Reading): Mapped {
    const mapping = MAPPINGS.find((each) => each.framework === framework);
    if (!mapping) throw new RangeError(`no framework is called "${framework}"`);
    if (!('head' in mapping)) return mapThemes(mapping, themes, reading.isEmpty);
    const label = likeliest(understanding.probabilities(mapping.head, reading));
    return { framework, label: understanding.head(mapping.head).labels[label]! };
  };
}
