import type { HeadInput, Reading, Understanding } from './heads/understanding.ts';

/** How one clause feels. */
export interface ClauseFeeling {
  /** Clauses alone are never mixed: what they are made of is too short. */
  label: 'positive' | 'neutral' | 'negative';
  /** −1 … 1: the positive probability less the negative one. */
  score: number;
}

/** What a long wait takes off a clause's score. */
const LONG_WAIT = 0.5;
const WAIT = /\bwait(?:ed|ing|s)?\b/i;
const LONG = /\b(?:hours|hrs|days|weeks|months|years)\b/i;
const SHORT_AFTER_ALL = /\b(?:only|just|no|not|never|without|less|shorter|hardly|barely|instead|quick(?:ly|er)?)\b|n['’]t\b/i;

/** "waited nine hours", "a wait of two years", but not "no wait" or "only waited". */
function tellsOfLongWait(text: string): boolean {
  return WAIT.test(text) && LONG.test(text) && !SHORT_AFTER_ALL.test(text);
}

/** From here on a clause leans to a side. */
const LEANS = 0.06;

/**
 * Each clause as if it were the whole comment, by the heads of both genres: tweets teach how people word a feeling, survey comments what they praise
 * and blame in care. On invented mixed comments the two together are right more often than either, in both genres. A wait of hours or longer is blame,
 * however plainly it is told.
 *
 * @param texts the clauses' own, in order.
 */
export function judgeClauses(reading: Reading, texts: readonly string[], understanding: Understanding): ClauseFeeling[] {
  const balanceBy = (name: 'post-sentiment' | 'feedback-sentiment', clause: HeadInput): number => {
    const probabilities = understanding.probabilities(name, clause);
    return probabilities[2]! - probabilities[0]!;
  };
  return reading.clauses.map((clause, nth) => {
    const learned = (balanceBy('post-sentiment', clause) + balanceBy('feedback-sentiment', clause)) / 2;
    const score = tellsOfLongWait(texts[nth] ?? '') ? Math.max(-1, learned - LONG_WAIT) : learned;
    return { label: labelOfScore(score), score };
  });
}

export function labelOfScore(score: number): ClauseFeeling['label'] {
  if (score >= LEANS) return 'positive';
  return score <= -LEANS ? 'negative' : 'neutral';
}

const STRONG = 0.4;

/** Whether some clauses speak clearly for and others clearly against. */
export function isMixedFeeling(clauses: readonly ClauseFeeling[]): boolean {
  return clauses.some(({ score }) => score >= STRONG) && clauses.some(({ score }) => score <= -STRONG);
}
