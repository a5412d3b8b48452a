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
  readonly width: number;
  /** By block, its first column. */
  readonly columns: readonly number[];
  /** By column: each feature's weight times its value, summed; the dense features left out. */
  sums(vector: SparseVector): Float64Array;
  /** What each of the vector's features adds, in its order, if a unit of a column adds that column's slope; 0 for the dense ones. */
  effects(vector: SparseVector, slopes: Float64Array): Float64Array;
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
  return { width, columns, ...createReaders(weights, rows, width) };
}

/**
 * `weights`: by row, then column; 0 where a model doesn't know the feature. `rows`: by feature, where its row begins; −1 for features that no model
 * knows.
 */
function createReaders(weights: Int8Array, rows: Int32Array, width: number): Pick<WeightTable, 'sums' | 'effects'> {
  let room = createRoom(1_024);

  /** Collects the features that have rows; returns how many. */
  function gather({ indices, values }: SparseVector): number {
    const sparse = indices.length - DENSE_INPUTS;
    if (room.starts.length < sparse) room = createRoom(2 * sparse);
    let count = 0;
    for (let at = 0; at < sparse; at++) {
      const row = rows[indices[at]!]!;
      if (row < 0) continue;
      room.starts[count] = row;
      room.places[count] = at;
      room.amounts[count++] = values[at]!;
    }
    return count;
  }

  // Four columns at a time, whose sums stay in registers: twice as fast as row by row.
  function sums(vector: SparseVector): Float64Array {
    const count = gather(vector);
    const { starts, amounts } = room;
    const found = float64s.take(width);
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
  }

  function effects(vector: SparseVector, slopes: Float64Array): Float64Array {
    const count = gather(vector);
    const { starts, places, amounts } = room;
    const found = float64s.take(vector.indices.length);
    const steep: { column: number; slope: number }[] = [];
    for (let column = 0; column < width; column++) if (slopes[column] !== 0) steep.push({ column, slope: slopes[column]! });
    let nth = 0;
    for (; nth + 4 <= steep.length; nth += 4) {
      const [first, second, third, fourth] = [steep[nth]!, steep[nth + 1]!, steep[nth + 2]!, steep[nth + 3]!];
      const [a, b, c, d] = [first.column, second.column, third.column, fourth.column];
      const [byA, byB, byC, byD] = [first.slope, second.slope, third.slope, fourth.slope];
      for (let at = 0; at < count; at++) {
        const row = starts[at]!;
        const sum = weights[row + a]! * byA + weights[row + b]! * byB + weights[row + c]! * byC + weights[row + d]! * byD;
        found[places[at]!] = found[places[at]!]! + sum * amounts[at]!;
      }
    }
    for (; nth < steep.length; nth++) {
      const { column, slope } = steep[nth]!;
      for (let at = 0; at < count; at++) {
        found[places[at]!] = found[places[at]!]! + weights[starts[at]! + column]! * slope * amounts[at]!;
      }
    }
    return found;
  }

  return { sums, effects };
}

/** Room for what is collected from one text. */
function createRoom(length: number) {
  return { starts: new Int32Array(length), places: new Int32Array(length), amounts: new Float64Array(length) };
}
