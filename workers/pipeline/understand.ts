import type { Reading, Understanding } from '#core/language/heads/understanding.ts';
import type { ReadText } from '#core/language/read-text.ts';
import type { RuledTheme } from '#core/taxonomy/define-themes.ts';
import { createThemeFinder } from '#core/taxonomy/find-themes.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import type { Draft } from './draft.ts';

/** A post as the heads see it, title and text together, and the theme rules that fired in each. */
export interface Understood {
  reading: Reading;
  textThemes: RuledTheme[];
  titleThemes: RuledTheme[];
}

/** Reads each post once, for whichever stage asks first. */
export function createUnderstand(taxonomy: Taxonomy, understanding: Understanding): (draft: Draft) => Understood {
  const find = createThemeFinder(taxonomy.themes);
  const known = new WeakMap<ReadText, Understood>();
  return ({ read, title }) => {
    let understood = known.get(read);
    if (!understood) {
      const textThemes = find(read);
      const titleThemes = title ? find(title) : [];
      const rules = [...new Set([...textThemes, ...titleThemes])].map(({ id }) => id);
      const reading = understanding.read(title ? `${title.text}\n${read.text}` : read.text, rules);
      understood = { reading, textThemes, titleThemes };
      known.set(read, understood);
    }
    return understood;
  };
}
