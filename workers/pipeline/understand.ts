import type { Reading, Understanding } from '#core/language/heads/understanding.ts';
import type { ReadText } from '#core/language/read-text.ts';
import { createThemeFinder } from '#core/taxonomy/find-themes.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import type { Draft } from './draft.ts';

/** A post as the heads see it, title and text together. */
export interface Understood {
  reading: Reading;
  /** Ids of the themes whose rules found something. */
  fired: ReadonlySet<string>;
}

export type Understand = (draft: Draft) => Understood;

/** Reads each post once, for whichever stage asks first. */
export function createUnderstand(taxonomy: Taxonomy, understanding: Understanding): Understand {
  const find = createThemeFinder(taxonomy.themes);
  const known = new WeakMap<ReadText, Understood>();
  return ({ read, title }) => {
    let understood = known.get(read);
    if (!understood) {
      const themes = title ? [...find(read), ...find(title)] : find(read);
      const fired = new Set(themes.map(({ id }) => id));
      const reading = understanding.read(title ? `${title.text}\n${read.text}` : read.text, [...fired]);
      understood = { reading, fired };
      known.set(read, understood);
    }
    return understood;
  };
}
