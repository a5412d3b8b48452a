import type { UrgencyInsight } from '../insight.ts';
import type { ReadText } from './read-text.ts';
import { readSignals, type Signals } from './urgency/read-signals.ts';
import { REVIEW_FROM, URGENCY_WEIGHTS } from './urgency/weights.ts';

type Read = Pick<ReadText, 'text' | 'tokens' | 'words' | 'stems'>;

/**
 * First-person, specific harm goes to people to review, never to a public alert. The score ranks posts for them; reasons name the kinds of harm of a
 * post to review. Independent of sentiment: the worst is often told calmly.
 */
export function flagUrgency(read: Read, title: Read | null = null): UrgencyInsight {
  const reading = readSignals(title ? joined(title, read) : read);
  if (!reading) return { level: 'none', score: 0, reasons: [] };
  const score = urgencyScore(reading.signals);
  return score >= REVIEW_FROM ? { level: 'review', score, reasons: reading.harms } : { level: 'none', score, reasons: [] };
}

/** 0 … 1, rising with the sum of the signals' weights. */
export function urgencyScore(signals: Signals, { bias, weights } = URGENCY_WEIGHTS): number {
  let logit = bias;
  for (const name of Object.keys(signals) as (keyof Signals)[]) logit += (weights[name] ?? 0) * signals[name]!;
  return 1 / (1 + Math.exp(-logit));
}

/** A title and its text as one, a sentence each. */
function joined(title: Read, read: Read): Read {
  const shift = title.text.length + 1;
  return {
    text: `${title.text}\n${read.text}`,
    tokens: [...title.tokens, ...read.tokens.map(({ word, start, end }) => ({ word, start: start + shift, end: end + shift }))],
    words: [...title.words, ...read.words],
    stems: [...title.stems, ...read.stems],
  };
}
