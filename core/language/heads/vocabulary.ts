import { GROUP, type TextFeatures } from '../features/extract-features.ts';
import { createHashTable } from '../features/hash-table.ts';
import { float32s, int32s } from '../slab.ts';
import { DENSE_INPUTS } from './stacked.ts';

/** A text as heads take it: which features it has and how much of each, without repeats. The dense ones come last, room for what other heads say at the very end. */
export interface SparseVector {
  indices: Int32Array;
  values: Float32Array;
}

/** A text's features that some head knows, by their positions in the vocabulary, in their order and with repeats. */
export interface Located {
  features: Int32Array;
  /** As in `TextFeatures`. */
  owners: Int32Array;
  /** Where each group ends. */
  ends: readonly number[];
}

/** Tokens from `from` to before `to`. */
export interface TokenRange {
  from: number;
  to: number;
}

/** The features that some head knows, the same for all heads. */
export interface Vocabulary {
  /** Features, the dense ones included. */
  readonly size: number;
  locate(features: TextFeatures): Located;
  /**
   * Words weighed by tf-idf (1 + ln tf, smoothed idf), each group of length 1, then the dense features. `only`: of a part of the text. `slots`: is told
   * where each located feature stands in the vector.
   */
  weigh(located: Located, dense: Float32Array, only?: TokenRange, slots?: Int32Array): SparseVector;
  encode(features: TextFeatures): SparseVector;
}

/** What a vocabulary is made from. `idfSteps`: inverse document frequency in steps of `IDF_STEP`. */
export interface VocabularyData {
  hashes: Int32Array;
  idfSteps: Uint8Array;
}

export const IDF_STEP = 0.05;
const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count || 1));

export function createVocabulary({ hashes, idfSteps }: VocabularyData): Vocabulary {
  const table = createHashTable(hashes);
  const known = hashes.length;
  // Scratch space: when a feature was last seen, and where it stands in the vector that is being made.
  const seenIn = new Int32Array(known);
  const slotOf = new Int32Array(known);
  let turn = 0;
  let room = createRoom(1_024);

  function weigh({ features, owners, ends }: Located, dense: Float32Array, only?: TokenRange, slots?: Int32Array): SparseVector {
    if (room.found.length < features.length) room = createRoom(2 * features.length);
    const { found, counts } = room;
    const now = ++turn;
    let total = 0;
    const groupEnds: number[] = [];
    let start = 0;
    for (let group = 0; group < ends.length; group++) {
      const end = ends[group]!;
      // A pair is within a part if both of its tokens are; it is owned by the right one.
      const least = only ? only.from + (group === GROUP.pairs ? 1 : 0) : 0;
      // Owners rise within a group, but for rules, which are few.
      const first = only && group !== GROUP.rules ? firstOwned(owners, start, end, least) : start;
      for (let at = first; at < end; at++) {
        if (only) {
          const owner = owners[at]!;
          if (owner >= only.to && group !== GROUP.rules) break;
          if (owner < least || owner >= only.to) continue;
        }
        const feature = features[at]!;
        if (seenIn[feature] === now) {
          const slot = slotOf[feature]!;
          counts[slot] = counts[slot]! + 1;
          if (slots) slots[at] = slot;
          continue;
        }
        seenIn[feature] = now;
        slotOf[feature] = total;
        if (slots) slots[at] = total;
        counts[total] = 1;
        found[total++] = feature;
      }
      start = end;
      groupEnds.push(total);
    }
    const indices = int32s.take(total + DENSE_INPUTS);
    const values = float32s.take(total + DENSE_INPUTS);
    let from = 0;
    for (const end of groupEnds) {
      let squares = 0;
      for (let nth = from; nth < end; nth++) {
        const feature = found[nth]!;
        const count = counts[nth]!;
        const value = (count < 64 ? LOGARITHMS[count]! : 1 + Math.log(count)) * idfSteps[feature]! * IDF_STEP;
        indices[nth] = feature;
        values[nth] = value;
        squares += value * value;
      }
      const scale = 1 / Math.sqrt(squares || 1);
      for (let nth = from; nth < end; nth++) values[nth] = values[nth]! * scale;
      from = end;
    }
    for (let nth = 0; nth < DENSE_INPUTS; nth++) indices[total + nth] = known + nth;
    values.set(dense, total);
    return { indices, values };
  }

  function locate({ hashes: all, owners, ends }: TextFeatures): Located {
    if (room.found.length < all.length) room = createRoom(2 * all.length);
    const { found, owned } = room;
    const groupEnds: number[] = [];
    let total = 0;
    let at = 0;
    for (const end of ends) {
      for (; at < end; at++) {
        const feature = table.get(all[at]!);
        if (feature < 0) continue;
        found[total] = feature;
        owned[total++] = owners[at]!;
      }
      groupEnds.push(total);
    }
    return { features: int32s.copy(found, total), owners: int32s.copy(owned, total), ends: groupEnds };
  }

  return {
    size: known + DENSE_INPUTS,
    locate,
    weigh,
    encode: (features) => weigh(locate(features), features.dense),
  };
}

/** Room for the located features of one text. */
function createRoom(length: number) {
  return { found: new Int32Array(length), owned: new Int32Array(length), counts: new Int32Array(length) };
}

/** Where the first owner of at least `least` stands among rising ones. */
function firstOwned(owners: Int32Array, start: number, end: number, least: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (owners[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
