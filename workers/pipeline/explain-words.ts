import type { WeighedWord } from '#core/insight.ts';
import { strongestWords } from '#core/language/heads/explain.ts';
import type { Understood } from './understand.ts';

/** Enough to see why; more would cost room in every stored post. */
const MOST_WORDS = 4;

/** The words that set a theme's rule off, which has no weights: each counts 1. */
export function wordsOfRule({ fired, place }: Understood, id: string): WeighedWord[] {
  const words = fired.find((rule) => rule.id === id)?.words ?? [];
  return words.slice(0, MOST_WORDS).map((word) => ({ ...place(word), weight: 1 }));
}

/** The words that weigh most for what was decided, where they stand in the post. `weights`: by token of what was read. `either`: against it too. */
export function wordsFor({ reading, text, place }: Understood, weights: Float64Array, either = false): WeighedWord[] {
  return strongestWords(text, reading, weights, MOST_WORDS, either).map(({ start, end, weight }) => ({
    ...place({ start, end }),
    weight: Math.round(weight * 100) / 100,
  }));
}
