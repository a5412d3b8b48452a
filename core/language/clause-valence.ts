import type { SentimentLabel } from '../insight.ts';
import type { ReadText } from './read-text.ts';
import { valencedWords, type ValencedWord } from './valence.ts';

/** By text: sentiment and themes both ask. */
const known = new WeakMap<ReadText, readonly number[]>();

/** Valence sum of each clause, in order. */
export function clauseValences(read: ReadText): readonly number[] {
  let valences = known.get(read);
  if (!valences) {
    valences = read.clauses.map(({ start, end }) => sumOf(valencedWords(read.words, start, end)));
    known.set(read, valences);
  }
  return valences;
}

function sumOf(words: readonly ValencedWord[]): number {
  let sum = 0;
  for (const { valence } of words) sum += valence;
  return sum;
}

const STRONG = 1.5;
/** How much weaker the weaker side of a mixed comment may be. */
const MIXED_RATIO = 0.4;

/** Whether the clauses of a comment pull strongly both ways. */
export function isMixedFeeling(clauseSums: readonly number[]): boolean {
  const positive = clauseSums.reduce((sum, valence) => sum + Math.max(0, valence), 0);
  const negative = clauseSums.reduce((sum, valence) => sum - Math.min(0, valence), 0);
  const weaker = Math.min(positive, negative);
  return weaker >= STRONG && weaker >= MIXED_RATIO * Math.max(positive, negative);
}

/** The label of one clause or theme, from its valence sum. */
export function labelOfValence(valence: number): SentimentLabel {
  if (valence >= 1) return 'positive';
  return valence <= -1 ? 'negative' : 'neutral';
}
