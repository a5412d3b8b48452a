import type { SparseVector } from '../language/heads/vocabulary.ts';

/** Rows of sparse vectors, one after another (compressed sparse rows). */
export interface Matrix {
  rows: number;
  columns: number;
  /** Where each row begins; one more than rows. */
  starts: Int32Array;
  indices: Int32Array;
  values: Float32Array;
}

export function matrixOf(vectors: readonly SparseVector[], columns: number): Matrix {
  const starts = new Int32Array(vectors.length + 1);
  for (const [row, { indices }] of vectors.entries()) starts[row + 1] = starts[row]! + indices.length;
  const indices = new Int32Array(starts[vectors.length]!);
  const values = new Float32Array(indices.length);
  for (const [row, vector] of vectors.entries()) {
    indices.set(vector.indices, starts[row]);
    values.set(vector.values, starts[row]);
  }
  return { rows: vectors.length, columns, starts, indices, values };
}
