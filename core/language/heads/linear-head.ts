import { DENSE_SIZE } from '../features/extract-features.ts';
import type { SparseVector } from './vocabulary.ts';

/** A linear head as it is stored: one row of int8 weights for each feature that it knows. */
export interface HeadData {
  labels: string[];
  /** `one`: the labels share one probability. `many`: each has its own. */
  link: 'one' | 'many';
  /** For each label, what one step of its int8 weights is worth. */
  scales: number[];
  biases: number[];
  /** By label, then dense feature. */
  dense: number[][];
  /** Divides the logits, so that what is said with .8 is true in 8 of 10 (temperature scaling, Guo et al. 2017); one a label for `many`. */
  temperatures: number[];
  /** For `many`: from this probability on a label counts as found. */
  thresholds: number[];
  /** Whether there were enough examples of the label to learn from. */
  learned: boolean[];
  /** Rising positions in the vocabulary. */
  features: Int32Array;
  /** By feature, then label. */
  weights: Int8Array;
}

export interface LinearHead {
  readonly labels: readonly string[];
  readonly thresholds: readonly number[];
  readonly learned: readonly boolean[];
  /** Before temperature and link, by label. */
  logits(vector: SparseVector): Float64Array;
  /** 0 … 1 by label; for `one` they sum to 1. */
  probabilities(vector: SparseVector): Float64Array;
}

export function createLinearHead(data: HeadData, vocabularySize: number): LinearHead {
  const { labels, scales, biases, temperatures, features, weights } = data;
  const width = labels.length;
  const known = vocabularySize - DENSE_SIZE;
  const rows = new Int32Array(known).fill(-1);
  for (let row = 0; row < features.length; row++) rows[features[row]!] = row * width;
  const dense = data.dense.map((each) => Float64Array.from(each));

  function logits({ indices, values }: SparseVector): Float64Array {
    const sums = new Float64Array(width);
    const sparse = indices.length - DENSE_SIZE;
    for (let at = 0; at < sparse; at++) {
      const row = rows[indices[at]!]!;
      if (row < 0) continue;
      const value = values[at]!;
      for (let label = 0; label < width; label++) sums[label] = sums[label]! + weights[row + label]! * value;
    }
    for (let label = 0; label < width; label++) {
      const own = dense[label]!;
      let sum = sums[label]! * scales[label]! + biases[label]!;
      for (let nth = 0; nth < DENSE_SIZE; nth++) sum += own[nth]! * values[sparse + nth]!;
      sums[label] = sum;
    }
    return sums;
  }

  return {
    labels,
    thresholds: data.thresholds,
    learned: data.learned,
    logits,
    probabilities(vector) {
      const sums = logits(vector);
      return data.link === 'one' ? softmax(sums, temperatures[0]!) : sums.map((sum, label) => sigmoid(sum / temperatures[label]!));
    },
  };
}

export function softmax(logits: Float64Array, temperature = 1): Float64Array {
  let top = -Infinity;
  for (const logit of logits) top = Math.max(top, logit);
  const shares = logits.map((logit) => Math.exp((logit - top) / temperature));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Position of the largest probability. */
export function likeliest(probabilities: Float64Array): number {
  return probabilities.indexOf(Math.max(...probabilities));
}
