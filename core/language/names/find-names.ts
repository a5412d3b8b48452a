import { createHashTable } from '../features/hash-table.ts';
import { decodeModelFile, int32Of, int8Of } from '../heads/model-file.ts';
import { MOST_IN_CHAIN, readChain } from './name-chain.ts';
import { candidateRuns, MOST_FEATURES, pairFeatures, readNameText, tokenFeatures, type NameText } from './name-features.ts';
import { createNameScanner } from './scan-names.ts';
import { createWordKnowledge } from './word-knowledge.ts';

/** A stretch of a text, UTF-16 code units, end exclusive. */
export interface NameRange {
  start: number;
  end: number;
}

/** Finds people's names. `hidden`: stretches that are no text any more, rising; no name is found there. */
export type NameFinder = (text: string, hidden?: readonly NameRange[]) => NameRange[];

/** The learned weights, by feature hash. */
export interface NameWeights {
  of(hash: number): number;
  bias: number;
}

/** A run of tokens of which each may be part of a name, with its probabilities. */
export type EachRun = (read: NameText, run: readonly number[], inName: Float64Array, withBefore: Float64Array) => void;

/** Reads texts one at a time and tells the probabilities of each run of tokens that might be names. */
export function createNameReader(knowledge: ReturnType<typeof createWordKnowledge>, weights: NameWeights) {
  const scan = createNameScanner();
  const features = new Int32Array(MOST_FEATURES);
  const [tokens, pairs] = [new Float64Array(MOST_IN_CHAIN), new Float64Array(MOST_IN_CHAIN)];
  let room = new Uint8Array(1_024);

  function sumOf(count: number): number {
    let sum = 0;
    for (let nth = 0; nth < count; nth++) sum += weights.of(features[nth]!);
    return sum;
  }

  return function readNames(text: string, hidden: readonly NameRange[], each: EachRun): void {
    const scanned = scan(text, hidden);
    if (room.length < scanned.length) room = new Uint8Array(2 * scanned.length);
    const read = readNameText(text, scanned, knowledge, room);
    for (const whole of candidateRuns(read)) {
      for (let from = 0; from < whole.length; from += MOST_IN_CHAIN) {
        const run = whole.slice(from, from + MOST_IN_CHAIN);
        for (let nth = 0; nth < run.length; nth++) {
          tokens[nth] = weights.bias + sumOf(tokenFeatures(read, run[nth]!, features));
          pairs[nth] = nth === 0 ? 0 : sumOf(pairFeatures(read, run[nth - 1]!, run[nth]!, features));
        }
        const { inName, withBefore } = readChain(tokens, pairs, run.length);
        each(read, run, inName, withBefore);
      }
    }
  };
}

/** The names in a run: neighbours that are likely enough parts of one. */
export function namesInRun(
  { scan }: NameText,
  run: readonly number[],
  inName: Float64Array,
  withBefore: Float64Array,
  threshold: number,
): NameRange[] {
  const names: NameRange[] = [];
  let last = -1;
  for (const [nth, at] of run.entries()) {
    if (inName[nth]! < threshold) continue;
    const isOneName = last === nth - 1 && names.length > 0 && withBefore[nth]! > 0.5 * inName[nth]!;
    if (isOneName) names.at(-1)!.end = scan.ends[at]!;
    else names.push({ start: scan.starts[at]!, end: scan.ends[at]! });
    last = nth;
  }
  // An initial alone is nobody's name.
  return names.filter(({ start, end }) => end - start > 1);
}

/**
 * The tagger of a model file that `npm run train` wrote.
 *
 * @throws EarshotError 'model-damaged'.
 */
export function createNameFinder(file: Uint8Array): NameFinder {
  const { head, arrays } = decodeModelFile(file, 'names');
  const { threshold, bias, scale } = head as { threshold: number; bias: number; scale: number };
  const knowledge = createWordKnowledge(int32Of(arrays['words']!), arrays['bits']!);
  const table = createHashTable(int32Of(arrays['features']!));
  const steps = int8Of(arrays['weights']!);
  const of = (hash: number): number => {
    const at = table.get(hash);
    return at < 0 ? 0 : steps[at]! * scale;
  };
  const readNames = createNameReader(knowledge, { of, bias });
  return (text, hidden = []) => {
    const names: NameRange[] = [];
    readNames(text, hidden, (read, run, inName, withBefore) => names.push(...namesInRun(read, run, inName, withBefore, threshold)));
    return names;
  };
}
