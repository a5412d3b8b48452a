import { minimise } from './lbfgs.ts';
import type { Matrix } from './matrix.ts';

export interface LogisticOptions {
  /** `one`: multinomial, the labels share one probability. `many`: one binary regression a label. */
  link: 'one' | 'many';
  labels: number;
  /** By row, then label: 0 … 1; for `one` they sum to 1. */
  targets: Float32Array;
  rowWeights: Float32Array;
  /** Strength of the L2 penalty, of the sum of squared weights over 2; biases are free. */
  l2: number;
  iterations?: number;
}

/** Weights by column, then label; `biases` by label. */
export interface LogisticModel {
  weights: Float64Array;
  biases: Float64Array;
}

/** Logistic regression with an L2 penalty, by L-BFGS from zero: the same data gives the same weights. */
export function trainLogistic(matrix: Matrix, options: LogisticOptions): LogisticModel {
  const { link, labels, targets, rowWeights, l2, iterations = 100 } = options;
  const size = matrix.columns * labels;
  const errors = new Float64Array(labels);

  function objective(at: Float64Array, gradient: Float64Array): number {
    gradient.fill(0);
    let loss = 0;
    for (let row = 0; row < matrix.rows; row++) {
      const weight = rowWeights[row]!;
      if (weight === 0) continue;
      addLogits(matrix, row, at, labels, errors);
      loss += weight * (link === 'one' ? toSharedErrors(errors, targets, row) : toOwnErrors(errors, targets, row));
      for (let label = 0; label < labels; label++) {
        errors[label] = errors[label]! * weight;
        gradient[size + label] = gradient[size + label]! + errors[label]!;
      }
      for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++) {
        const base = matrix.indices[at]! * labels;
        const value = matrix.values[at]!;
        for (let label = 0; label < labels; label++) gradient[base + label] = gradient[base + label]! + errors[label]! * value;
      }
    }
    let squares = 0;
    for (let n = 0; n < size; n++) {
      squares += at[n]! * at[n]!;
      gradient[n] = gradient[n]! + l2 * at[n]!;
    }
    return loss + 0.5 * l2 * squares;
  }

  const found = minimise(objective, new Float64Array(size + labels), { iterations });
  return { weights: found.slice(0, size), biases: found.slice(size) };
}

/** Logits of every row, by row then label. */
export function logitsOf(matrix: Matrix, { weights, biases }: LogisticModel): Float64Array {
  const labels = biases.length;
  const all = new Float64Array(matrix.rows * labels);
  const joined = new Float64Array(weights.length + labels);
  joined.set(weights);
  joined.set(biases, weights.length);
  for (let row = 0; row < matrix.rows; row++) addLogits(matrix, row, joined, labels, all.subarray(row * labels, (row + 1) * labels));
  return all;
}

function addLogits(matrix: Matrix, row: number, at: Float64Array, labels: number, into: Float64Array): void {
  const size = matrix.columns * labels;
  for (let label = 0; label < labels; label++) into[label] = at[size + label]!;
  for (let n = matrix.starts[row]!; n < matrix.starts[row + 1]!; n++) {
    const base = matrix.indices[n]! * labels;
    const value = matrix.values[n]!;
    for (let label = 0; label < labels; label++) into[label] = into[label]! + at[base + label]! * value;
  }
}

/** Cross-entropy of a softmax; the logits become the errors. */
function toSharedErrors(logits: Float64Array, targets: Float32Array, row: number): number {
  const labels = logits.length;
  let top = -Infinity;
  for (let label = 0; label < labels; label++) top = Math.max(top, logits[label]!);
  let sum = 0;
  for (let label = 0; label < labels; label++) sum += Math.exp(logits[label]! - top);
  const log = top + Math.log(sum);
  let loss = 0;
  for (let label = 0; label < labels; label++) {
    const target = targets[row * labels + label]!;
    const logProbability = logits[label]! - log;
    if (target > 0) loss -= target * logProbability;
    logits[label] = Math.exp(logProbability) - target;
  }
  return loss;
}

/** Sum of binary cross-entropies; the logits become the errors. */
function toOwnErrors(logits: Float64Array, targets: Float32Array, row: number): number {
  const labels = logits.length;
  let loss = 0;
  for (let label = 0; label < labels; label++) {
    const logit = logits[label]!;
    const target = targets[row * labels + label]!;
    loss += Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    logits[label] = 1 / (1 + Math.exp(-logit)) - target;
  }
  return loss;
}
