import type { TextRange } from '#core/language/features/read-features.ts';
import type { Reading, Understanding } from '#core/language/heads/understanding.ts';
import { isMixedFeeling, judgeClauses, type ClauseFeeling } from '#core/language/judge-clauses.ts';
import type { ReadText } from '#core/language/read-text.ts';
import { createThemeFinder, type FoundRule } from '#core/taxonomy/find-themes.ts';
import type { Scored } from '#core/taxonomy/score-themes.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import type { Draft } from './draft.ts';

/** A post as the heads see it, title and text together. */
export interface Understood {
  text: string;
  reading: Reading;
  clauses: readonly TextRange[];
  /** How each clause feels. */
  feelings: readonly ClauseFeeling[];
  /** The themes whose rules found something. */
  fired: readonly FoundRule[];
  /** Where a run of what was read stands in the post: in its text, or in its title. */
  place: (range: TextRange) => TextRange & { inTitle?: true };
}

export type Understand = (draft: Draft) => Understood;

/** Reads each post once, for whichever stage asks first. */
export function createUnderstand(taxonomy: Taxonomy, understanding: Understanding): Understand {
  const find = createThemeFinder(taxonomy.themes);
  const known = new WeakMap<ReadText, Understood>();
  return ({ read, title }) => {
    let understood = known.get(read);
    if (!understood) {
      const { text, clauses, fired } = find(read, title);
      const reading = understanding.read(text, clauses, fired);
      const texts = clauses.map(({ start, end }) => text.slice(start, end));
      const feelings = judgeClauses(reading, texts, understanding);
      understood = { text, clauses, feelings, fired, reading, place: placeIn(title) };
      known.set(read, understood);
    }
    return understood;
  };
}

/** A post as themes are scored in it. */
export function toScore({ post }: Draft, { reading, fired, feelings }: Understood): Scored {
  return { reading, fired, isFeedback: post.genre === 'feedback', isMixed: isMixedFeeling(feelings) };
}

/** Title and text were read with one line break between them. */
function placeIn(title: ReadText | null): Understood['place'] {
  if (!title) return ({ start, end }) => ({ start, end });
  const offset = title.text.length + 1;
  return ({ start, end }) => (start < offset ? { start, end, inTitle: true } : { start: start - offset, end: end - offset });
}
