import { DENSE_INPUTS } from '../language/heads/stacked.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Matrix } from './matrix.ts';

export interface BagOptions {
  labels: number;
  /** By row, then label; each row sums to 1. */
  targets: Float32Array;
  rowWeights: Float32Array;
  /** Numbers that stand for a feature. */
  dimensions: number;
  /** Units of the hidden layer. */
  hidden: number;
  epochs: number;
  /** First step of Adagrad (Duchi, Hazan and Singer 2011). */
  rate: number;
  /** Share of a text's features that are left out at each step. */
  dropout: number;
  seed: number;
}

/**
 * A bag of embeddings: the sum of a text's features, each as a vector times its weight, and the dense numbers go through one hidden layer of
 * rectified units, and past it, to the labels. In the manner of fastText (Joulin et al. 2017) with a hidden layer.
 */
export interface BagModel {
  /** By feature, dense ones left out, then dimension. */
  embeddings: Float32Array;
  /** By unit, then input: dimensions, then dense numbers. */
  inner: Float32Array;
  innerBiases: Float32Array;
  /** By label, then unit and input. */
  outer: Float32Array;
  outerBiases: Float32Array;
}

const SPREAD = 0.1;
const FIRST_SQUARES = 1e-3;
/** As 32 bits hold it. */
const UNTOUCHED = Math.fround(FIRST_SQUARES);

/** Learns by Adagrad, row by row in a seeded order: the same data and seed give the same numbers. */
export function trainBag(matrix: Matrix, options: BagOptions): BagModel {
  const { labels, targets, rowWeights, dimensions, hidden, epochs, rate, dropout, seed } = options;
  const random = seededRandom(seed);
  const known = matrix.columns - DENSE_INPUTS;
  const inputs = dimensions + DENSE_INPUTS;
  const model: BagModel = {
    embeddings: new Float32Array(known * dimensions).map(() => (random() - 0.5) * SPREAD),
    inner: new Float32Array(hidden * inputs).map(() => (random() - 0.5) * Math.sqrt(6 / (inputs + hidden))),
    innerBiases: new Float32Array(hidden),
    outer: new Float32Array(labels * (hidden + inputs)).map(() => (random() - 0.5) * SPREAD),
    outerBiases: new Float32Array(labels),
  };
  const squares: BagModel = {
    embeddings: new Float32Array(model.embeddings.length).fill(FIRST_SQUARES),
    inner: new Float32Array(model.inner.length).fill(FIRST_SQUARES),
    innerBiases: new Float32Array(hidden).fill(FIRST_SQUARES),
    outer: new Float32Array(model.outer.length).fill(FIRST_SQUARES),
    outerBiases: new Float32Array(labels).fill(FIRST_SQUARES),
  };
  const forward = new Forward(model, dimensions, hidden, labels);
  const inputErrors = new Float32Array(inputs);
  const unitErrors = new Float32Array(hidden);
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  let kept = new Int32Array(1_024);
  let step = rate;
  const nudge = (name: keyof BagModel, at: number, error: number): void => {
    const sum = squares[name][at]! + error * error;
    squares[name][at] = sum;
    model[name][at] = model[name][at]! - (step * error) / Math.sqrt(sum);
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    step = rate * (1 - (0.9 * epoch) / epochs);
    for (const row of order) {
      const weight = rowWeights[row]!;
      if (weight === 0) continue;
      const [from, to] = [matrix.starts[row]!, matrix.starts[row + 1]! - DENSE_INPUTS];
      if (kept.length < to - from) kept = new Int32Array(2 * (to - from));
      let count = 0;
      for (let at = from; at < to; at++) if (dropout === 0 || random() >= dropout) kept[count++] = at;
      forward.begin(matrix.values.subarray(to, to + DENSE_INPUTS));
      // What is left stands for all of it.
      const raised = 1 / (1 - dropout);
      for (let nth = 0; nth < count; nth++) forward.add(matrix.indices[kept[nth]!]!, matrix.values[kept[nth]!]! * raised);
      const logits = forward.end();
      toErrors(logits, targets, row, weight);
      learn(logits);
      for (let nth = 0; nth < count; nth++) {
        const value = matrix.values[kept[nth]!]! * raised;
        const base = matrix.indices[kept[nth]!]! * dimensions;
        for (let d = 0; d < dimensions; d++) nudge('embeddings', base + d, inputErrors[d]! * value);
      }
    }
  }
  forgetUnseen();
  return model;

  /** An input that was 0 in every row taught nothing: its first, random weights would only make noise. */
  function forgetUnseen(): void {
    for (const name of ['inner', 'outer'] as const) {
      for (let at = 0; at < model[name].length; at++) if (squares[name][at] === UNTOUCHED) model[name][at] = 0;
    }
  }

  /** Back through both layers; the errors of the inputs are left for the embeddings. */
  function learn(errors: Float64Array): void {
    inputErrors.fill(0);
    unitErrors.fill(0);
    const { units, input } = forward;
    for (let label = 0; label < labels; label++) {
      const error = errors[label]!;
      const base = label * (hidden + inputs);
      for (let unit = 0; unit < hidden; unit++) {
        unitErrors[unit] = unitErrors[unit]! + error * model.outer[base + unit]!;
        if (units[unit]! > 0) nudge('outer', base + unit, error * units[unit]!);
      }
      for (let at = 0; at < inputs; at++) {
        inputErrors[at] = inputErrors[at]! + error * model.outer[base + hidden + at]!;
        if (input[at] !== 0) nudge('outer', base + hidden + at, error * input[at]!);
      }
      nudge('outerBiases', label, error);
    }
    for (let unit = 0; unit < hidden; unit++) {
      const error = unitErrors[unit]!;
      if (units[unit]! <= 0 || error === 0) continue;
      const base = unit * inputs;
      for (let at = 0; at < inputs; at++) {
        inputErrors[at] = inputErrors[at]! + error * model.inner[base + at]!;
        if (input[at] !== 0) nudge('inner', base + at, error * input[at]!);
      }
      nudge('innerBiases', unit, error);
    }
  }
}

/** Logits of every row, by row then label. */
export function bagLogits(matrix: Matrix, model: BagModel): Float64Array {
  const hidden = model.innerBiases.length;
  const labels = model.outerBiases.length;
  const dimensions = model.inner.length / hidden - DENSE_INPUTS;
  const forward = new Forward(model, dimensions, hidden, labels);
  const all = new Float64Array(matrix.rows * labels);
  for (let row = 0; row < matrix.rows; row++) {
    const to = matrix.starts[row + 1]! - DENSE_INPUTS;
    forward.begin(matrix.values.subarray(to, to + DENSE_INPUTS));
    for (let at = matrix.starts[row]!; at < to; at++) forward.add(matrix.indices[at]!, matrix.values[at]!);
    all.set(forward.end(), row * labels);
  }
  return all;
}

/** One text through the layers. */
class Forward {
  readonly input: Float32Array;
  readonly units: Float32Array;
  readonly #logits: Float64Array;
  readonly #model: BagModel;
  readonly #dimensions: number;

  constructor(model: BagModel, dimensions: number, hidden: number, labels: number) {
    this.#model = model;
    this.#dimensions = dimensions;
    this.input = new Float32Array(dimensions + DENSE_INPUTS);
    this.units = new Float32Array(hidden);
    this.#logits = new Float64Array(labels);
  }

  begin(dense: Float32Array): void {
    this.input.fill(0);
    this.input.set(dense, this.#dimensions);
  }

  add(feature: number, value: number): void {
    const { embeddings } = this.#model;
    const base = feature * this.#dimensions;
    for (let d = 0; d < this.#dimensions; d++) this.input[d] = this.input[d]! + embeddings[base + d]! * value;
  }

  end(): Float64Array {
    const { inner, innerBiases, outer, outerBiases } = this.#model;
    const inputs = this.input.length;
    const hidden = this.units.length;
    for (let unit = 0; unit < hidden; unit++) {
      let sum = innerBiases[unit]!;
      for (let at = 0; at < inputs; at++) sum += inner[unit * inputs + at]! * this.input[at]!;
      this.units[unit] = Math.max(0, sum);
    }
    for (let label = 0; label < this.#logits.length; label++) {
      let sum = outerBiases[label]!;
      const base = label * (hidden + inputs);
      for (let unit = 0; unit < hidden; unit++) sum += outer[base + unit]! * this.units[unit]!;
      for (let at = 0; at < inputs; at++) sum += outer[base + hidden + at]! * this.input[at]!;
      this.#logits[label] = sum;
    }
    return this.#logits;
  }
}

/** Logits become errors: probability less target, times the row's weight. */
function toErrors(logits: Float64Array, targets: Float32Array, row: number, weight: number): void {
  const width = logits.length;
  let top = -Infinity;
  for (const logit of logits) top = Math.max(top, logit);
  let sum = 0;
  for (let label = 0; label < width; label++) sum += logits[label] = Math.exp(logits[label]! - top);
  for (let label = 0; label < width; label++) logits[label] = weight * (logits[label]! / sum - targets[row * width + label]!);
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}
