import { float64s } from '../slab.ts';
import { createBagHead, type BagData, type BagHead, type Pull } from './bag-head.ts';
import { rollUp } from './roll-up.ts';
import { DENSE_INPUTS } from './stacked.ts';
import type { SparseVector } from './vocabulary.ts';
import { createWeightTable, type WeightBlock, type WeightTable } from './weight-table.ts';

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
  /** By label, null where the head decides; where the label's rule does, how likely it is right when it fires. */
  rules: (number | null)[];
  /** Whether there were so few that one clause among others drowns them. */
  rare: boolean[];
  /** Rising positions in the vocabulary. */
  features: Int32Array;
  /** By feature, then label. */
  weights: Int8Array;
  /** A second model of the same labels, whose logits are averaged with the linear ones. */
  bag?: BagData | undefined;
}

/** Shares by label: 1 for one, −1 for another if it is to be weighed against that. */
export type Direction = Float64Array;

export interface LinearHead {
  readonly labels: readonly string[];
  readonly link: HeadData['link'];
  readonly thresholds: readonly number[];
  readonly rules: readonly (number | null)[];
  /** Where its weights stand, beside those of other heads. */
  readonly table: WeightTable;
  /** Before temperature and link, by label. `sums`: of the table that the head's weights stand in, where they are known. */
  logits(vector: SparseVector, sums?: Float64Array): Float64Array;
  /**
   * Adds to `slopes`, by column of the table, what each unit of a column adds to the labels' logits, each times its share in `direction`, and all times
   * `share`; for `one`, over what it adds to the labels on average. Exact where the text stands. Returns what the dense features add.
   */
  addSlopes(slopes: Float64Array, vector: SparseVector, sums: Float64Array, direction: Direction, share: number): number;
  /** Of known logits, 0 … 1 by label; for `one` they sum to 1. */
  probabilitiesOf(logits: Float64Array): Float64Array;
  /** The same of one label of `many`. */
  probabilityOf(logits: Float64Array, label: number): number;
  /** For `many`: of the logits of a whole text and of its clauses together. */
  rolledUp(whole: Float64Array, clauses: readonly Float64Array[]): Float64Array;
}

/** Heads whose weights stand in one table, in the order given. */
export interface LinearHeads {
  heads: LinearHead[];
  table: WeightTable;
}

export function createLinearHeads(all: readonly HeadData[], vocabularySize: number): LinearHeads {
  const blocks = all.map(blocksOf);
  const table = createWeightTable(blocks.flat(), vocabularySize);
  let block = 0;
  const heads = all.map((data, nth) => {
    const [column, bagColumn] = [table.columns[block]!, table.columns[block + 1]!];
    block += blocks[nth]!.length;
    return createHead(data, table, column, data.bag && createBagHead(data.bag, bagColumn));
  });
  return { heads, table };
}

export function createLinearHead(data: HeadData, vocabularySize: number): LinearHead {
  return createLinearHeads([data], vocabularySize).heads[0]!;
}

function blocksOf({ labels, features, weights, bag }: HeadData): WeightBlock[] {
  const own = { width: labels.length, features, weights };
  return bag ? [own, { width: bag.dimensions, features: bag.features, weights: bag.embeddings }] : [own];
}

function createHead(data: HeadData, table: WeightTable, column: number, bag: BagHead | undefined): LinearHead {
  const { labels, scales, biases, temperatures } = data;
  const width = labels.length;
  const isShared = data.link === 'one';
  // By input, then label; inputs that no label weighs are left out at the end.
  const dense = Float64Array.from({ length: DENSE_INPUTS * width }, (_, at) => data.dense[at % width]![Math.floor(at / width)]!);
  const inputs = Math.ceil((dense.findLastIndex((weight) => weight !== 0) + 1) / width);

  function logits(vector: SparseVector, sums = table.sums(vector)): Float64Array {
    const { indices, values } = vector;
    const found = float64s.take(width);
    const sparse = indices.length - DENSE_INPUTS;
    for (let label = 0; label < width; label++) found[label] = sums[column + label]! * scales[label]! + biases[label]!;
    for (let nth = 0; nth < inputs; nth++) {
      const value = values[sparse + nth]!;
      if (value === 0) continue;
      const base = nth * width;
      for (let label = 0; label < width; label++) found[label] = found[label]! + dense[base + label]! * value;
    }
    if (!bag) return found;
    bag.addLogits(vector, sums, found);
    for (let label = 0; label < width; label++) found[label] = found[label]! / 2;
    return found;
  }

  function addSlopes(slopes: Float64Array, vector: SparseVector, sums: Float64Array, direction: Direction, share: number): number {
    const values = vector.values.subarray(vector.values.length - DENSE_INPUTS);
    const half = bag ? share / 2 : share;
    // What is added to all labels of one softmax decides nothing.
    const common = isShared ? direction.reduce((sum, each) => sum + each, 0) / width : 0;
    const pulls: Pull[] = [];
    for (let label = 0; label < width; label++) {
      if (direction[label] !== common) pulls.push({ label, share: half * (direction[label]! - common) });
    }
    let byDense = bag ? bag.addSlopes(slopes, vector, sums, pulls) : 0;
    for (const pull of pulls) {
      const at = column + pull.label;
      slopes[at] = slopes[at]! + pull.share * scales[pull.label]!;
      for (let nth = 0; nth < inputs; nth++) byDense += values[nth]! * dense[nth * width + pull.label]! * pull.share;
    }
    return byDense;
  }

  function probabilitiesOf(sums: Float64Array): Float64Array {
    if (isShared) return softmax(sums, temperatures[0]!);
    const probabilities = float64s.take(width);
    for (let label = 0; label < width; label++) probabilities[label] = sigmoid(sums[label]! / temperatures[label]!);
    return probabilities;
  }

  return {
    labels,
    link: data.link,
    thresholds: data.thresholds,
    rules: data.rules,
    table,
    logits,
    addSlopes,
    probabilitiesOf,
    probabilityOf: (sums, label) => sigmoid(sums[label]! / temperatures[label]!),
    rolledUp: (whole, clauses) => probabilitiesOf(rollUp(whole, clauses, data.rare)),
  };
}

export function softmax(logits: Float64Array, temperature = 1): Float64Array {
  const shares = float64s.take(logits.length);
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
