import { readChain } from '../language/names/name-chain.ts';
import { minimise } from './lbfgs.ts';

/** One run of tokens to learn from. */
export interface ChainExample {
  /** By token, the hashes of its features; repeats count again. */
  tokens: readonly Int32Array[];
  /** By token, the hashes of what it and the one before it are like together; of the first none. */
  pairs: readonly Int32Array[];
  /** By token, 1 if it is part of a name. */
  truth: Uint8Array;
  /** How much the run counts. */
  weight: number;
}

export interface ChainOptions {
  /** Strength of the L2 penalty; the bias is free. */
  l2: number;
  /** Features that occur less often are left out. */
  leastCount: number;
  iterations: number;
}

/** Weights by feature hash. */
export interface ChainModel {
  weights: Map<number, number>;
  bias: number;
}

/** The conditional random field of `core/language/names/name-chain.ts`, by L-BFGS from zero: the same examples in the same order give the same weights. */
export function trainChain(examples: readonly ChainExample[], { l2, leastCount, iterations }: ChainOptions): ChainModel {
  const columns = columnsOf(examples, leastCount);
  const bias = columns.size;
  const inColumns = (hashes: Int32Array) =>
    Int32Array.from(Array.from(hashes, (hash) => columns.get(hash) ?? -1).filter((column) => column >= 0));
  const rows = examples.map(({ tokens, pairs, truth, weight }) => ({
    tokens: tokens.map(inColumns),
    pairs: pairs.map(inColumns),
    truth,
    weight,
  }));
  const longest = rows.reduce((most, { tokens }) => Math.max(most, tokens.length), 1);
  const [scores, bonuses] = [new Float64Array(longest), new Float64Array(longest)];

  function objective(at: Float64Array, gradient: Float64Array): number {
    gradient.fill(0);
    let loss = 0;
    for (const { tokens, pairs, truth, weight } of rows) {
      let gold = 0;
      for (let n = 0; n < tokens.length; n++) {
        scores[n] = at[bias]! + sumAt(at, tokens[n]!);
        bonuses[n] = sumAt(at, pairs[n]!);
        if (truth[n]) gold += scores[n]! + (n > 0 && truth[n - 1] ? bonuses[n]! : 0);
      }
      const { inName, withBefore, logSum } = readChain(scores, bonuses, tokens.length);
      loss += weight * (logSum - gold);
      for (let n = 0; n < tokens.length; n++) {
        const error = weight * (inName[n]! - truth[n]!);
        gradient[bias] = gradient[bias]! + error;
        addAt(gradient, tokens[n]!, error);
        if (n > 0) addAt(gradient, pairs[n]!, weight * (withBefore[n]! - truth[n]! * truth[n - 1]!));
      }
    }
    let squares = 0;
    for (let column = 0; column < bias; column++) {
      squares += at[column]! * at[column]!;
      gradient[column] = gradient[column]! + l2 * at[column]!;
    }
    return loss + 0.5 * l2 * squares;
  }

  const found = minimise(objective, new Float64Array(bias + 1), { iterations });
  return { weights: new Map([...columns].map(([hash, column]) => [hash, found[column]!])), bias: found[bias]! };
}

function columnsOf(examples: readonly ChainExample[], leastCount: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { tokens, pairs } of examples) {
    for (const hashes of [...tokens, ...pairs]) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count >= leastCount).map(([hash], column) => [hash, column]));
}

function sumAt(at: Float64Array, columns: Int32Array): number {
  let sum = 0;
  for (let n = 0; n < columns.length; n++) sum += at[columns[n]!]!;
  return sum;
}

function addAt(gradient: Float64Array, columns: Int32Array, amount: number): void {
  for (let n = 0; n < columns.length; n++) gradient[columns[n]!] = gradient[columns[n]!]! + amount;
}
