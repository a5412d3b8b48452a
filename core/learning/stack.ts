import type { TextFeatures } from '../language/features/extract-features.ts';
import { DENSE_INPUTS, slotOf, STACKED, toAnswers, type StackedHead } from '../language/heads/stacked.ts';

/** Room behind the measured dense features for what other heads say; empty until they have said it. */
export function withRoom(features: TextFeatures): TextFeatures {
  const dense = new Float32Array(DENSE_INPUTS);
  dense.set(features.dense);
  return { ...features, dense };
}

/** Writes what a head says of each text into the room of its features. `logits`: by text, then label. */
export function addAnswers(features: readonly TextFeatures[], head: StackedHead, logits: Float64Array): void {
  const labels = STACKED.find(([name]) => name === head)![1];
  const slot = slotOf(head);
  for (const [row, { dense }] of features.entries()) dense.set(toAnswers(logits.slice(row * labels, (row + 1) * labels)), slot);
}
