import { DENSE_INPUTS } from './stacked.ts';
import type { SparseVector } from './vocabulary.ts';

/** A bag of embeddings as it is stored; `core/learning/train-bag.ts` says what its layers are. */
export interface BagData {
  dimensions: number;
  hidden: number;
  /** What one step of the embeddings is worth. */
  scale: number;
  /** By unit, then input. */
  inner: number[];
  innerBiases: number[];
  /** By label, then unit and input. */
  outer: number[];
  outerBiases: number[];
  /** Rising positions in the vocabulary. */
  features: Int32Array;
  /** By feature, then dimension. */
  embeddings: Int8Array;
}

export interface BagHead {
  /** Adds its logits to `sums`. */
  addLogits(vector: SparseVector, sums: Float64Array): void;
  /**
   * What each of the vector's features adds to a label's logit beyond the labels' mean: exact where the text stands, since between the corners of its
   * units the bag is linear.
   */
  effects(vector: SparseVector, label: number): Float64Array;
}

export function createBagHead(data: BagData, vocabularySize: number): BagHead {
  const { dimensions, hidden, scale, features, embeddings } = data;
  const labels = data.outerBiases.length;
  const inputs = dimensions + DENSE_INPUTS;
  const [inner, outer] = [Float64Array.from(data.inner), Float64Array.from(data.outer)];
  const rows = new Int32Array(vocabularySize - DENSE_INPUTS).fill(-1);
  for (let row = 0; row < features.length; row++) rows[features[row]!] = row * dimensions;
  const input = new Float64Array(inputs);
  const units = new Float64Array(hidden);

  /** Fills `input` and `units`. */
  function forward({ indices, values }: SparseVector): void {
    const sparse = indices.length - DENSE_INPUTS;
    input.fill(0);
    for (let at = 0; at < sparse; at++) {
      const row = rows[indices[at]!]!;
      if (row < 0) continue;
      const value = values[at]! * scale;
      for (let d = 0; d < dimensions; d++) input[d] = input[d]! + embeddings[row + d]! * value;
    }
    for (let nth = 0; nth < DENSE_INPUTS; nth++) input[dimensions + nth] = values[sparse + nth]!;
    for (let unit = 0; unit < hidden; unit++) {
      let sum = data.innerBiases[unit]!;
      const base = unit * inputs;
      for (let at = 0; at < inputs; at++) sum += inner[base + at]! * input[at]!;
      units[unit] = Math.max(0, sum);
    }
  }

  return {
    addLogits(vector, sums) {
      forward(vector);
      for (let label = 0; label < labels; label++) {
        let sum = data.outerBiases[label]!;
        const base = label * (hidden + inputs);
        for (let unit = 0; unit < hidden; unit++) sum += outer[base + unit]! * units[unit]!;
        for (let at = 0; at < inputs; at++) sum += outer[base + hidden + at]! * input[at]!;
        sums[label] = sums[label]! + sum;
      }
    },
    effects(vector, label) {
      forward(vector);
      const slopes = new Float64Array(inputs);
      for (let other = 0; other < labels; other++) {
        const share = (other === label ? 1 : 0) - 1 / labels;
        const base = other * (hidden + inputs);
        for (let at = 0; at < inputs; at++) slopes[at] = slopes[at]! + share * outer[base + hidden + at]!;
        for (let unit = 0; unit < hidden; unit++) {
          if (units[unit]! <= 0) continue;
          const through = share * outer[base + unit]!;
          for (let at = 0; at < inputs; at++) slopes[at] = slopes[at]! + through * inner[unit * inputs + at]!;
        }
      }
      const { indices, values } = vector;
      const sparse = indices.length - DENSE_INPUTS;
      const found = new Float64Array(values.length);
      for (let at = 0; at < sparse; at++) {
        const row = rows[indices[at]!]!;
        if (row < 0) continue;
        let sum = 0;
        for (let d = 0; d < dimensions; d++) sum += embeddings[row + d]! * slopes[d]!;
        found[at] = sum * scale * values[at]!;
      }
      for (let nth = 0; nth < DENSE_INPUTS; nth++) found[sparse + nth] = values[sparse + nth]! * slopes[dimensions + nth]!;
      return found;
    },
  };
}
