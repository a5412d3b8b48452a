import { int32s } from '../slab.ts';
import { denseFeatures } from './dense-features.ts';
import { extend, finish, join, SEEDS, stateOf } from './hash-token.ts';
import { TOKEN, type ScannedText } from './scan-text.ts';

/** Groups of features, in their order; each group of a text is weighed by itself. */
export const GROUP = { words: 0, pairs: 1, pieces: 2, rules: 3 } as const;
/** The token of a feature that belongs to no place in the text. */
export const NOWHERE = -1;

/** What every head looks at, made once for a text: hashed features by group, repeats included, and a few dense numbers. */
export interface TextFeatures {
  /** Words, also marked where negated; pairs of neighbours; pieces of 3 to 5 characters within words; rules that fired. */
  hashes: Int32Array;
  /** The token that each comes from; of a pair, the right one (as many as there are tokens, where that is the end of the text). */
  owners: Int32Array;
  /** Where each group ends. */
  ends: readonly number[];
  dense: Float32Array;
}

/** A rule that found something, such as that of a theme, and the clauses that hold the words which set it off. */
export interface FiredRule {
  id: string;
  clauses: number[];
}

const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
const START = stateOf('^');
const END = stateOf('$');
const SPACE = 0x20;

export const ruleHash = (rule: string): number => finish(stateOf(rule) ^ SEEDS.rule);

type Extract = (
  scanned: ScannedText,
  valences: Float32Array,
  rules: readonly FiredRule[],
  clauses: readonly { from: number }[],
) => TextFeatures;

/** Extracts features of texts one at a time. */
export function createFeatureExtractor(): Extract {
  let room = { hashes: new Int32Array(4_096), owners: new Int32Array(4_096) };

  return function extractFeatures(scanned, valences, rules, clauses) {
    const { length, kinds, states, negated, letters, letterStarts } = scanned;
    const most = 3 * length + 1 + 3 * (letterStarts[length]! + 2 * length) + rules.length * (1 + clauses.length);
    if (room.hashes.length < most) room = { hashes: new Int32Array(2 * most), owners: new Int32Array(2 * most) };
    const { hashes, owners } = room;
    let total = 0;
    for (let at = 0; at < length; at++) {
      const state = states[at]!;
      owners[total] = at;
      hashes[total++] = finish(state ^ (kinds[at] === TOKEN.tag ? SEEDS.tag : SEEDS.word));
      if (negated[at] === 0) continue;
      owners[total] = at;
      hashes[total++] = finish(state ^ SEEDS.negated);
    }
    const words = total;
    let left = START;
    for (let at = 0; at <= length; at++) {
      const right = at === length ? END : states[at]!;
      owners[total] = at;
      hashes[total++] = finish(join(left, right) ^ SEEDS.pair);
      left = right;
    }
    const pairs = total;
    for (let at = 0; at < length; at++) {
      const end = letterStarts[at + 1]!;
      if (letterStarts[at] === end) continue;
      const from = total;
      total = addPieces(letters, letterStarts[at]!, end, hashes, total);
      owners.fill(at, from, total);
    }
    const pieces = total;
    for (const rule of rules) {
      const hash = ruleHash(rule.id);
      for (const clause of rule.clauses) {
        owners[total] = clauses[clause]!.from;
        hashes[total++] = hash;
      }
      if (rule.clauses.length > 0) continue;
      owners[total] = NOWHERE;
      hashes[total++] = hash;
    }
    return {
      hashes: int32s.copy(hashes, total),
      owners: int32s.copy(owners, total),
      ends: [words, pairs, pieces, total],
      dense: denseFeatures(scanned, valences),
    };
  };
}

/** Of " word ", so that beginnings and ends differ from what is inside. Returns where the next hash goes. */
function addPieces(letters: Uint16Array, from: number, to: number, hashes: Int32Array, at: number): number {
  let total = at;
  for (let start = from - 1; start + SHORTEST_PIECE <= to + 1; start++) {
    let state: number = SEEDS.piece;
    const end = Math.min(to + 1, start + LONGEST_PIECE);
    for (let index = start; index < end; index++) {
      state = extend(state, index < from || index >= to ? SPACE : letters[index]!);
      if (index - start >= SHORTEST_PIECE - 1) hashes[total++] = finish(state);
    }
  }
  return total;
}
