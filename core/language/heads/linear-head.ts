import { createBagHead, type BagData } from './bag-head.ts';
import { rollUp } from './roll-up.ts';
import { DENSE_INPUTS } from './stacked.ts';
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
  /** Whether there were so few that one clause among others drowns them. */
  rare: boolean[];
  /** Rising positions in the vocabulary. */
  features: Int32Array;
  /** By feature, then label. */
  weights: Int8Array;
  /** A second model of the same labels, whose logits are averaged with the linear ones. */
  bag?: BagData | undefined;
}

export interface LinearHead {
  readonly labels: readonly string[];
  readonly link: HeadData['link'];
  readonly thresholds: readonly number[];
  readonly learned: readonly boolean[];
  /** Before temperature and link, by label. */
  logits(vector: SparseVector): Float64Array;
  /**
   * What each of the vector's features adds to a label's logit, in the vector's order; for `one`, over what it adds to the labels on average, since
   * what all labels share decides nothing.
   */
  effects(vector: SparseVector, label: number): Float64Array;
  /** 0 … 1 by label; for `one` they sum to 1. */
  probabilities(vector: SparseVector): Float64Array;
  /** The same, of logits that are known. */
  probabilitiesOf(logits: Float64Array): Float64Array;
  /** For `many`: of the logits of a whole text and of its clauses together. */
  rolledUp(whole: Float64Array, clauses: readonly Float64Array[]): Float64Array;
}

export function createLinearHead(data: HeadData, vocabularySize: number): LinearHead {
  const { labels, scales, biases, temperatures, features, weights } = data;
  const width = labels.length;
  const isShared = data.link === 'one';
  const known = vocabularySize - DENSE_INPUTS;
  const rows = new Int32Array(known).fill(-1);
  for (let row = 0; row < features.length; row++) rows[features[row]!] = row * width;
  // By input, then label; inputs that no label weighs are left out at the end.
  const dense = Float64Array.from({ length: DENSE_INPUTS * width }, (_, at) => data.dense[at % width]![Math.floor(at / width)]!);
  const inputs = Math.ceil((dense.findLastIndex((weight) => weight !== 0) + 1) / width);
  const bag = data.bag && createBagHead(data.bag, vocabularySize);

  function logits(vector: SparseVector): Float64Array {
    const { indices, values } = vector;
    const sums = new Float64Array(width);
    const sparse = indices.length - DENSE_INPUTS;
    if (width === 3) addThree(indices, values, sparse, sums);
    else addAll(indices, values, sparse, sums);
    for (let label = 0; label < width; label++) sums[label] = sums[label]! * scales[label]! + biases[label]!;
    for (let nth = 0; nth < inputs; nth++) {
      const value = values[sparse + nth]!;
      if (value === 0) continue;
      const base = nth * width;
      for (let label = 0; label < width; label++) sums[label] = sums[label]! + dense[base + label]! * value;
    }
    if (!bag) return sums;
    bag.addLogits(vector, sums);
    for (let label = 0; label < width; label++) sums[label] = sums[label]! / 2;
    return sums;
  }

  function addAll(indices: Int32Array, values: Float32Array, sparse: number, sums: Float64Array): void {
    for (let at = 0; at < sparse; at++) {
      const row = rows[indices[at]!]!;
      if (row < 0) continue;
      const value = values[at]!;
      for (let label = 0; label < width; label++) sums[label] = sums[label]! + weights[row + label]! * value;
    }
  }

  /** The same for three labels, which most heads that clauses ask have: their sums stay in registers. */
  function addThree(indices: Int32Array, values: Float32Array, sparse: number, sums: Float64Array): void {
    let first = 0;
    let second = 0;
    let third = 0;
    for (let at = 0; at < sparse; at++) {
      const row = rows[indices[at]!]!;
      if (row < 0) continue;
      const value = values[at]!;
      first += weights[row]! * value;
      second += weights[row + 1]! * value;
      third += weights[row + 2]! * value;
    }
    sums[0] = first;
    sums[1] = second;
    sums[2] = third;
  }

  function effects(vector: SparseVector, label: number): Float64Array {
    const { indices, values } = vector;
    const sparse = indices.length - DENSE_INPUTS;
    const found = bag ? bag.effects(vector, label) : new Float64Array(values.length);
    for (let at = 0; at < sparse; at++) {
      const row = rows[indices[at]!]!;
      if (row < 0) continue;
      let weight = weights[row + label]! * scales[label]!;
      if (isShared) for (let other = 0; other < width; other++) weight -= (weights[row + other]! * scales[other]!) / width;
      found[at] = found[at]! + values[at]! * weight;
    }
    for (let nth = 0; nth < inputs; nth++) {
      const base = nth * width;
      let weight = dense[base + label]!;
      if (isShared) for (let other = 0; other < width; other++) weight -= dense[base + other]! / width;
      found[sparse + nth] = found[sparse + nth]! + values[sparse + nth]! * weight;
    }
    if (bag) for (let at = 0; at < found.length; at++) found[at] = found[at]! / 2;
    return found;
  }

  return {
    labels,
    link: data.link,
    effects,
    thresholds: data.thresholds,
    learned: data.learned,
    logits,
    probabilities: (vector) => toProbabilities(logits(vector)),
    probabilitiesOf: toProbabilities,
    rolledUp: (whole, clauses) => toProbabilities(rollUp(whole, clauses, data.rare)),
  };

  function toProbabilities(sums: Float64Array): Float64Array {
    if (isShared) return softmax(sums, temperatures[0]!);
    const probabilities = new Float64Array(width);
    for (let label = 0; label < width; label++) probabilities[label] = sigmoid(sums[label]! / temperatures[label]!);
    return probabilities;
  }
}

export function softmax(logits: Float64Array, temperature = 1): Float64Array {
  const shares = new Float64Array(logits.length);
  let top = -Infinity;
  for (let label = 0; label < logits.length; label++) if (logits[label]! > top) top = logits[label]!;
  let sum = 0;
  for (let label = 0; label < logits.length; label++) sum += shares[label] = Math.exp((logits[label]! - top) / temperature);
  for (let label = 0; label < logits.length; label++) shares[label] = shares[label]! / sum;
  return shares;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Position of the largest probability. */
export function likeliest(probabilities: Float64Array): number {
  return probabilities.indexOf(Math.max(...probabilities));
}
