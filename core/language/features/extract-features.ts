import { finish, hashPart, SEEDS } from './hash-token.ts';
import { tokenValences, type Lexicon } from './lexicon.ts';
import type { ScannedText } from './scan-tokens.ts';

/** What every head looks at, made once for a text: hashed features by group, repeats included, and a few dense numbers. */
export interface TextFeatures {
  /** Words, also marked where negated; pairs of neighbours; pieces of 3 to 5 characters within words; rules that fired. */
  groups: [words: number[], pairs: number[], pieces: number[], rules: number[]];
  dense: Float32Array;
}

export const DENSE_SIZE = 26;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
/** Pieces of longer words are left out beyond here: they are addresses and noise. */
const MOST_LETTERS = 40;
const START = '^';
const END = '$';

/** `rules`: names of the rules that found something in the text, such as ids of themes. */
export function extractFeatures(scanned: ScannedText, lexicon: Lexicon, rules: readonly string[]): TextFeatures {
  const { tokens, negated } = scanned;
  const words: number[] = [];
  const pairs: number[] = [];
  const pieces: number[] = [];
  for (let at = 0; at <= tokens.length; at++) {
    const left = tokens[at - 1] ?? START;
    const right = tokens[at] ?? END;
    pairs.push(finish(hashPart(Math.imul(hashPart(SEEDS.pair, left) ^ 0x20, 0x01000193), right)));
    if (at === tokens.length) break;
    words.push(finish(hashPart(SEEDS.word, right)));
    if (negated[at]) words.push(finish(hashPart(SEEDS.negated, right)));
    addPieces(right, pieces);
  }
  const fired = rules.map((rule) => finish(hashPart(SEEDS.rule, rule)));
  return { groups: [words, pairs, pieces, fired], dense: denseFeatures(scanned, lexicon) };
}

/** Of " word ", so that beginnings and ends differ from what is inside. */
function addPieces(token: string, pieces: number[]): void {
  const padded = ` ${token.slice(0, MOST_LETTERS)} `;
  for (let start = 0; start + SHORTEST_PIECE <= padded.length; start++) {
    const longest = Math.min(LONGEST_PIECE, padded.length - start);
    let state = hashPart(SEEDS.piece, padded, start, start + SHORTEST_PIECE - 1);
    for (let length = SHORTEST_PIECE; length <= longest; length++) {
      state = Math.imul(state ^ padded.charCodeAt(start + length - 1), 0x01000193);
      pieces.push(finish(state));
    }
  }
}

const squash = (sum: number): number => sum / Math.sqrt(sum * sum + 15);
const EXCLAMATION = 0.292;
const QUESTION = 0.18;

/** Sums of valences in several ways, and how it is written; each about −1 … 1. */
function denseFeatures(scanned: ScannedText, lexicon: Lexicon): Float32Array {
  const { tokens, shouted } = scanned;
  const valences = tokenValences(scanned, lexicon);
  const length = tokens.length || 1;
  const but = tokens.indexOf('but');
  let [sum, positive, negative, positives, negatives, highest, lowest] = [0, 0, 0, 0, 0, 0, 0];
  let [firstHalf, secondHalf, afterBut, first, last, exclamations, questions, shouts] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [hasDots, hasTag, hasAddress, hasUser] = [0, 0, 0, 0];
  for (let at = 0; at < tokens.length; at++) {
    const valence = valences[at]!;
    const token = tokens[at]!;
    sum += valence;
    if (valence > 0) {
      positive += valence;
      positives += 1;
      highest = Math.max(highest, valence);
    } else if (valence < 0) {
      negative -= valence;
      negatives += 1;
      lowest = Math.min(lowest, valence);
    }
    if (valence !== 0) {
      if (first === 0) first = valence;
      last = valence;
    }
    if (at < length / 2) firstHalf += valence;
    else secondHalf += valence;
    if (but >= 0 && at > but) afterBut += valence;
    if (token.startsWith('!')) exclamations += scanned.ends[at]! - scanned.starts[at]!;
    else if (token.startsWith('?')) questions += scanned.ends[at]! - scanned.starts[at]!;
    else if (token === '..') hasDots = 1;
    else if (token.startsWith('#')) hasTag = 1;
    else if (token === '<url>') hasAddress = 1;
    else if (token === '<user>') hasUser = 1;
    if (shouted[at]) shouts += 1;
  }
  exclamations = Math.min(4, exclamations);
  questions = Math.min(4, questions);
  const emphasis = Math.sign(sum) * (exclamations * EXCLAMATION + (questions > 1 ? QUESTION * Math.min(questions, 3) : 0));
  return Float32Array.of(
    squash(sum + emphasis),
    squash(positive),
    squash(negative),
    positives / length,
    negatives / length,
    positives > 0 ? 1 : 0,
    negatives > 0 ? 1 : 0,
    highest / 4,
    lowest / 4,
    squash(firstHalf),
    squash(secondHalf),
    squash(afterBut),
    first / 4,
    last / 4,
    exclamations / 4,
    questions / 4,
    shouts / length,
    Math.min(1, length / 40),
    Math.min(1, length / 4),
    hasDots,
    hasTag,
    hasAddress,
    hasUser,
    positives > 0 && negatives > 0 ? 1 : 0,
    positives + negatives === 0 ? 1 : 0,
    but >= 0 ? 1 : 0,
  );
}
