import { float64s } from '../slab.ts';
import { DENSE_INPUTS } from './stacked.ts';
import type { SparseVector } from './vocabulary.ts';

/** One model's int8 weights: a row of `width` for each of the features that it knows. */
export interface WeightBlock {
  width: number;
  /** Rising positions in the vocabulary. */
  features: Int32Array;
  /** By feature, then column. */
  weights: Int8Array;
}

/** The weights of several models side by side, so that a feature is looked up once for all of them. */
export interface WeightTable {
  /** By row, then column; 0 where a model doesn't know the feature. */
  readonly weights: Int8Array;
  /** By feature, where its row begins; −1 for features that no model knows. The dense ones have none. */
  readonly rows: Int32Array;
  /** By block, its first column. */
  readonly columns: readonly number[];
  /** By column: each feature's weight times its value, summed; the dense features left out. */
  sums(vector: SparseVector): Float64Array;
}

export function createWeightTable(blocks: readonly WeightBlock[], vocabularySize: number): WeightTable {
  const columns: number[] = [];
  let width = 0;
  for (const block of blocks) {
    columns.push(width);
    width += block.width;
  }
  const rows = new Int32Array(vocabularySize - DENSE_INPUTS).fill(-1);
  let known = 0;
  for (const { features } of blocks) for (const feature of features) if (rows[feature] === -1) rows[feature] = width * known++;
  const weights = new Int8Array(width * known);
  for (const [nth, block] of blocks.entries()) {
    for (let row = 0; row < block.features.length; row++) {
      const own = block.weights.subarray(row * block.width, (row + 1) * block.width);
      weights.set(own, rows[block.features[row]!]! + columns[nth]!);
    }
  }
  return { weights, rows, columns, sums: createSums(weights, rows, width) };
}

function createSums(weights: Int8Array, rows: Int32Array, width: number): WeightTable['sums'] {
  let room = { starts: new Int32Array(1_024), amounts: new Float64Array(1_024) };

  return function sums({ indices, values }) {
    const sparse = indices.length - DENSE_INPUTS;
    if (room.starts.length < sparse) room = { starts: new Int32Array(2 * sparse), amounts: new Float64Array(2 * sparse) };
    const { starts, amounts } = room;
    let count = 0;
    for (let at = 0; at < sparse; at++) {
      const row = rows[indices[at]!]!;
      if (row < 0) continue;
      starts[count] = row;
      amounts[count++] = values[at]!;
    }
    const found = float64s.take(width);
    // Four columns at a time, whose sums stay in registers: twice as fast as row by row.
    let column = 0;
    for (; column + 4 <= width; column += 4) {
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (let at = 0; at < count; at++) {
        const weight = starts[at]! + column;
        const amount = amounts[at]!;
        first += weights[weight]! * amount;
        second += weights[weight + 1]! * amount;
        third += weights[weight + 2]! * amount;
        fourth += weights[weight + 3]! * amount;
      }
      found[column] = first;
      found[column + 1] = second;
      found[column + 2] = third;
      found[column + 3] = fourth;
    }
    for (; column < width; column++) {
      let sum = 0;
      for (let at = 0; at < count; at++) sum += weights[starts[at]! + column]! * amounts[at]!;
      found[column] = sum;
    }
    return found;
  };
}
