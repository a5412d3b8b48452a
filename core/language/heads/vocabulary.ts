import { createHashTable } from '../features/hash-table.ts';
import { DENSE_SIZE, type TextFeatures } from '../features/extract-features.ts';

/** A text as heads take it: which features it has and how much of each. The dense ones come last. */
export interface SparseVector {
  indices: Int32Array;
  values: Float32Array;
}

/** The features that some head knows, the same for all heads. */
export interface Vocabulary {
  /** Features, the dense ones included. */
  readonly size: number;
  /** Words weighed by tf-idf (1 + ln tf, smoothed idf), each group of length 1, then the dense features. */
  encode(features: TextFeatures): SparseVector;
}

/** What a vocabulary is made from. `idfSteps`: inverse document frequency in steps of `IDF_STEP`. */
export interface VocabularyData {
  hashes: Int32Array;
  idfSteps: Uint8Array;
}

export const IDF_STEP = 0.05;

export function createVocabulary({ hashes, idfSteps }: VocabularyData): Vocabulary {
  const table = createHashTable(hashes);
  const known = hashes.length;
  // Scratch space: when a feature was last seen, and where it stands in the vector that is being made.
  const seenIn = new Int32Array(known);
  const counts = new Uint16Array(known);
  let turn = 0;
  let found = new Int32Array(1_024);

  function encode({ groups, dense }: TextFeatures): SparseVector {
    const most = groups.reduce((sum, group) => sum + group.length, 0);
    if (found.length < most) found = new Int32Array(2 * most);
    turn += 1;
    let total = 0;
    const ends = groups.map((group) => {
      for (let nth = 0; nth < group.length; nth++) {
        const feature = table.get(group[nth]!);
        if (feature < 0) continue;
        if (seenIn[feature] === turn) {
          counts[feature] = counts[feature]! + 1;
          continue;
        }
        seenIn[feature] = turn;
        counts[feature] = 1;
        found[total++] = feature;
      }
      return total;
    });
    const indices = new Int32Array(total + DENSE_SIZE);
    const values = new Float32Array(total + DENSE_SIZE);
    let from = 0;
    for (const end of ends) {
      let squares = 0;
      for (let at = from; at < end; at++) {
        const feature = found[at]!;
        const count = counts[feature]!;
        const value = (count === 1 ? 1 : 1 + Math.log(count)) * idfSteps[feature]! * IDF_STEP;
        indices[at] = feature;
        values[at] = value;
        squares += value * value;
      }
      const scale = 1 / Math.sqrt(squares || 1);
      for (let at = from; at < end; at++) values[at] = values[at]! * scale;
      from = end;
    }
    for (let nth = 0; nth < DENSE_SIZE; nth++) {
      indices[total + nth] = known + nth;
      values[total + nth] = dense[nth]!;
    }
    return { indices, values };
  }

  return { size: known + DENSE_SIZE, encode };
}
