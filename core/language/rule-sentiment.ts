import type { Sentiment, SentimentLabel } from '../insight.ts';
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
const SLOPE = 1.6;
const NEUTRAL_LOGIT = 0.2;
/** Keeps long texts from being certain: the sum is divided by √(words + this), as VADER normalises (Hutto and Gilbert 2014). */
const LENGTH_OFFSET = 4;

/**
 * Sentiment by rules: positive and negative clause valences against each other, squashed to three probabilities. Not calibrated: the model
 * version says `rules`, and what is shown from it says so.
 */
export function ruleSentiment(clauseSums: readonly number[], wordCount: number): Sentiment {
  const positive = clauseSums.reduce((sum, valence) => sum + Math.max(0, valence), 0);
  const negative = clauseSums.reduce((sum, valence) => sum - Math.min(0, valence), 0);
  const strength = (positive - negative) / Math.sqrt(wordCount + LENGTH_OFFSET);
  const probabilities = softmax(-SLOPE * strength, NEUTRAL_LOGIT, SLOPE * strength);
  const score = probabilities.positive - probabilities.negative;
  const weaker = Math.min(positive, negative);
  const isMixed = weaker >= STRONG && weaker >= MIXED_RATIO * Math.max(positive, negative);
  const label = isMixed ? 'mixed' : labelOf(probabilities);
  const confidence = isMixed ? weaker / (positive + negative) + 0.5 : probabilities[label as keyof typeof probabilities];
  return { label, level: levelOf(score, isMixed), score, confidence: Math.min(1, confidence), probabilities };
}

/** The label of one clause or theme, from its valence sum. */
export function labelOfValence(valence: number): SentimentLabel {
  if (valence >= 1) return 'positive';
  return valence <= -1 ? 'negative' : 'neutral';
}

function labelOf({ negative, neutral, positive }: Sentiment['probabilities']): SentimentLabel {
  if (neutral >= negative && neutral >= positive) return 'neutral';
  return positive >= negative ? 'positive' : 'negative';
}

function levelOf(score: number, isMixed: boolean): number {
  if (isMixed || Math.abs(score) < 0.25) return 0;
  return Math.sign(score) * (Math.abs(score) >= 0.75 ? 2 : 1);
}

function softmax(negativeLogit: number, neutralLogit: number, positiveLogit: number): Sentiment['probabilities'] {
  const top = Math.max(negativeLogit, neutralLogit, positiveLogit);
  const [negative, neutral, positive] = [negativeLogit, neutralLogit, positiveLogit].map((logit) => Math.exp(logit - top)) as [
    number,
    number,
    number,
  ];
  const sum = negative + neutral + positive;
  return { negative: negative / sum, neutral: neutral / sum, positive: positive / sum };
}
