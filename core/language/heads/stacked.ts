import { DENSE_SIZE } from '../features/dense-features.ts';

/** Heads whose answers are features of the heads after them, with how many labels each has; they stand behind the measured dense features. */
export const STACKED = [
  ['emotion', 4],
  ['offensive', 2],
  ['post-sentiment', 3],
] as const;
export type StackedHead = (typeof STACKED)[number][0];

export function isStacked(name: string): name is StackedHead {
  return STACKED.some(([stacked]) => stacked === name);
}

export const STACKED_SIZE = STACKED.reduce((sum, [, labels]) => sum + labels, 0);
/** Dense features in all: measured ones, then what other heads said. */
export const DENSE_INPUTS = DENSE_SIZE + STACKED_SIZE;

/** Where a head's answers stand among the dense features. */
export function slotOf(head: StackedHead): number {
  let slot = DENSE_SIZE;
  for (const [name, labels] of STACKED) {
    if (name === head) break;
    slot += labels;
  }
  return slot;
}

/** Logits as other heads take them: over their mean, squashed to −1 … 1. */
export function toAnswers(logits: Float64Array): Float32Array {
  let sum = 0;
  for (let label = 0; label < logits.length; label++) sum += logits[label]!;
  const mean = sum / logits.length;
  const answers = new Float32Array(logits.length);
  for (let label = 0; label < logits.length; label++) answers[label] = Math.tanh((logits[label]! - mean) / 2);
  return answers;
}
