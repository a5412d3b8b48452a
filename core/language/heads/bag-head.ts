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

/** How much a label counts. */
export interface Pull {
  label: number;
  share: number;
}

export interface BagHead {
  /** Adds its logits to `logits`. `sums`: of the table that the embeddings stand in. */
  addLogits(vector: SparseVector, sums: Float64Array, logits: Float64Array): void;
  /**
   * Adds to `slopes`, by column of the table, what each unit of a column adds to some labels' logits, each times its share: exact where the text
   * stands, since between the corners of its units the bag is linear. Returns what the dense features add.
   */
  addSlopes(slopes: Float64Array, vector: SparseVector, sums: Float64Array, pulls: readonly Pull[]): number;
}

/** `column`: where the embeddings begin in the table. */
export function createBagHead(data: BagData, column: number): BagHead {
  const { dimensions, hidden, scale } = data;
  const labels = data.outerBiases.length;
  const inputs = dimensions + DENSE_INPUTS;
  // By input, then unit: inputs that are 0 are passed over.
  const inner = Float64Array.from({ length: inputs * hidden }, (_, at) => data.inner[(at % hidden) * inputs + Math.floor(at / hidden)]!);
  const outer = Float64Array.from(data.outer);
  const innerBiases = Float64Array.from(data.innerBiases);
  const input = new Float64Array(inputs);
  const units = new Float64Array(hidden);
  const own = new Float64Array(inputs);

  /** Fills `input` and `units`. */
  function forward({ indices, values }: SparseVector, sums: Float64Array): void {
    const sparse = indices.length - DENSE_INPUTS;
    for (let d = 0; d < dimensions; d++) input[d] = sums[column + d]! * scale;
    for (let nth = 0; nth < DENSE_INPUTS; nth++) input[dimensions + nth] = values[sparse + nth]!;
    units.set(innerBiases);
    for (let at = 0; at < inputs; at++) {
      const value = input[at]!;
      if (value === 0) continue;
      const base = at * hidden;
      for (let unit = 0; unit < hidden; unit++) units[unit] = units[unit]! + inner[base + unit]! * value;
    }
    for (let unit = 0; unit < hidden; unit++) if (units[unit]! < 0) units[unit] = 0;
  }

  return {
    addLogits(vector, sums, logits) {
      forward(vector, sums);
      for (let label = 0; label < labels; label++) {
        let sum = data.outerBiases[label]!;
        const base = label * (hidden + inputs);
        for (let unit = 0; unit < hidden; unit++) sum += outer[base + unit]! * units[unit]!;
        for (let at = 0; at < inputs; at++) sum += outer[base + hidden + at]! * input[at]!;
        logits[label] = logits[label]! + sum;
      }
    },
    addSlopes(slopes, vector, sums, pulls) {
      forward(vector, sums);
      own.fill(0);
      for (const { label, share } of pulls) {
        const base = label * (hidden + inputs);
        for (let at = 0; at < inputs; at++) own[at] = own[at]! + share * outer[base + hidden + at]!;
        for (let unit = 0; unit < hidden; unit++) {
          if (units[unit]! <= 0) continue;
          const through = share * outer[base + unit]!;
          for (let at = 0; at < inputs; at++) own[at] = own[at]! + through * inner[at * hidden + unit]!;
        }
      }
      for (let d = 0; d < dimensions; d++) slopes[column + d] = slopes[column + d]! + scale * own[d]!;
      let byDense = 0;
      for (let at = dimensions; at < inputs; at++) byDense += own[at]! * input[at]!;
      return byDense;
    },
  };
}
