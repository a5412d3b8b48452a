import { finish, join, stateOf } from '../features/hash-token.ts';
import { NAME_TOKEN, SHAPE, type NameScan } from './scan-names.ts';
import { ANY_NAME, CASE, caseOf, KNOWN, ROLE, roleOf, type WordKnowledge } from './word-knowledge.ts';

/** How a whole text is written: capitals say little where all words or none have them. */
const MODE = { mixed: 0, lower: 1, upper: 2, title: 3 } as const;

/** Room for the features of one token, or of one pair of neighbours. */
export const MOST_FEATURES = 48;

/** A scanned text and what is known of its words. Arrays may be longer than the scan. */
export interface NameText {
  text: string;
  scan: NameScan;
  known: Uint8Array;
  mode: number;
}

/** Looks every word of a scanned text up. `room`: where what is known goes, as long as the scan at least. */
export function readNameText(text: string, scan: NameScan, knowledge: WordKnowledge, room: Uint8Array): NameText {
  let [words, capitals, uppers, lowers] = [0, 0, 0, 0];
  for (let at = 0; at < scan.length; at++) {
    room[at] = 0;
    if (scan.kinds[at] !== NAME_TOKEN.word) continue;
    room[at] = knowledge.of(scan.states[at]!);
    words += 1;
    const shape = scan.shapes[at];
    if (shape === SHAPE.lower) lowers += 1;
    else if (shape === SHAPE.upper) uppers += 1;
    else capitals += 1;
  }
  return { text, scan, known: room, mode: modeOf(words, capitals, uppers, lowers) };
}

function modeOf(words: number, capitals: number, uppers: number, lowers: number): number {
  if (uppers > 2 && uppers > 0.6 * words) return MODE.upper;
  if (lowers === words) return MODE.lower;
  return words > 3 && capitals > 0.6 * words ? MODE.title : MODE.mixed;
}

const AT = 0x40;
const HASH = 0x23;
const DOT = 0x2e;
const HYPHEN = 0x2d;

/** Whether a token might be part of a name at all: the others are not looked at. */
function isCandidate({ text, scan, known, mode }: NameText, at: number): boolean {
  const kind = scan.kinds[at];
  if (kind === NAME_TOKEN.initial) return at + 1 < scan.length;
  if (kind !== NAME_TOKEN.word) return false;
  const bits = known[at]!;
  const isNamed = (bits & ANY_NAME) !== 0;
  const isMostlyLower = caseOf(bits) === CASE.lower;
  const before = at > 0 && scan.kinds[at - 1] === NAME_TOKEN.mark ? text.charCodeAt(scan.starts[at - 1]!) : 0;
  // "@ someone" and "# something" are an account and a topic that were torn apart.
  if (before === AT || before === HASH) return false;
  const shape = scan.shapes[at];
  if (shape === SHAPE.lower) {
    if (isNamed && !isMostlyLower) return true;
    // "dave quillington": a word that nobody knows, after a name.
    if (caseOf(bits) === CASE.unknown && at > 0 && scan.joins[at] === 1 && (known[at - 1]! & ANY_NAME) !== 0) return true;
    if (at === 0) return (bits & KNOWN.given) !== 0;
    const role = roleOf(scan.states[before !== 0 && at > 1 ? at - 2 : at - 1]!);
    return role !== ROLE.none && (isNamed || !isMostlyLower);
  }
  if (mode === MODE.upper || shape === SHAPE.upper) return isNamed || !isMostlyLower;
  return true;
}

/** Runs of neighbours that might be names, by the positions of their tokens: a dot after an initial and a hyphen within a name are passed over. */
export function candidateRuns(read: NameText): number[][] {
  const { text, scan } = read;
  const runs: number[][] = [];
  let run: number[] = [];
  for (let at = 0; at < scan.length; at++) {
    if (isCandidate(read, at)) {
      run.push(at);
      continue;
    }
    if (run.at(-1) === at - 1 && at > 0 && scan.kinds[at] === NAME_TOKEN.mark && scan.starts[at] === scan.ends[at - 1]) {
      const mark = text.charCodeAt(scan.starts[at]!);
      if (mark === HYPHEN || (mark === DOT && scan.kinds[at - 1] === NAME_TOKEN.initial)) continue;
    }
    if (run.length > 0) runs.push(run);
    run = [];
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const EDGE = stateOf('<edge>');
/** Shapes take three bits; this one stands for what is beyond the text. */
const NO_SHAPE = 7;

/** Writes the hashed features of one token into `into`; returns how many. */
export function tokenFeatures({ text, scan, known, mode }: NameText, at: number, into: Int32Array): number {
  const { states, shapes, kinds, joins, length } = scan;
  let count = 0;
  const add = (kind: number, value: number): void => {
    into[count++] = finish(join(Math.imul(kind, 0x9e3779b1), value));
  };
  const [hasBefore, hasAfter] = [at > 0, at + 1 < length];
  const state = states[at]!;
  const shape = shapes[at]! + 8 * mode;
  const bits = known[at]!;
  const own = bits & ANY_NAME;
  const opens = scan.opens[at]!;
  const role = roleBefore(scan, at);
  const [before, after] = [hasBefore ? states[at - 1]! : EDGE, hasAfter ? states[at + 1]! : EDGE];
  const [twoBefore, twoAfter] = [at > 1 ? states[at - 2]! : EDGE, at + 2 < length ? states[at + 2]! : EDGE];
  const shapeBefore = (hasBefore ? shapes[at - 1]! : NO_SHAPE) + 8 * joins[at]!;
  const shapeAfter = (hasAfter ? shapes[at + 1]! : NO_SHAPE) + 8 * (hasAfter ? joins[at + 1]! : 0);
  const [knownBefore, knownAfter] = [hasBefore ? known[at - 1]! : 0, hasAfter ? known[at + 1]! : 0];

  // The word, its surroundings, and how it is written.
  add(1, state);
  add(2, before);
  add(3, after);
  add(4, twoBefore);
  add(5, join(twoBefore, before));
  add(6, join(after, twoAfter));
  add(7, shape + 32 * opens);
  add(8, shape + 32 * shapeBefore + 512 * shapeAfter);
  add(9, join(shape, before));
  add(10, join(shape, after));
  add(11, join(opens, after));
  add(12, mode);
  // What is known of it and of its neighbours, finely and coarsely.
  add(13, bits + 256 * shape);
  add(14, bits + 256 * opens);
  add(15, bits + 256 * knownBefore);
  add(16, bits + 256 * knownAfter + 65_536 * shapeAfter);
  add(17, bits + 256 * opens + 512 * shapeAfter + 8192 * shapeBefore);
  add(18, join(bits, before));
  add(19, bits + 256 * scan.possessive[at]!);
  add(20, own + 4 * shape + 128 * opens);
  add(21, own + 4 * shape + 128 * shapeAfter);
  add(22, own + 4 * shape + 128 * shapeBefore);
  add(23, own + 4 * (knownAfter & ANY_NAME) + 16 * shape + 512 * shapeAfter);
  add(24, own + 4 * (knownBefore & ANY_NAME) + 16 * shape + 512 * shapeBefore);
  add(25, (bits & 15) + 16 * shape + 512 * shapeAfter);
  add(26, (bits & 15) + 16 * shape + 512 * shapeBefore);
  add(27, (bits >> 4) + 16 * shape);
  add(28, (bits & 0xf3) + 256 * shape);
  add(29, role + 8 * shape);
  add(30, role + 8 * bits);
  if (hasBefore && kinds[at - 1] !== NAME_TOKEN.word) add(31, kinds[at - 1]! + 8 * bits);
  if (hasAfter && kinds[at + 1] !== NAME_TOKEN.word) add(32, kinds[at + 1]! + 8 * bits);
  const [start, end] = [scan.starts[at]!, scan.ends[at]!];
  add(33, Math.min(9, end - start));
  if (end - start > 3) {
    add(34, pieceOf(text, end - 3, end));
    add(35, pieceOf(text, end - 2, end));
    add(36, pieceOf(text, start, start + 3));
  }
  return count;
}

/** Writes the hashed features of two neighbours in a run, that both are parts of one name; returns how many. */
export function pairFeatures({ text, scan, known }: NameText, left: number, right: number, into: Int32Array): number {
  const mark = right - left > 1 ? text.charCodeAt(scan.starts[left + 1]!) : 0;
  const joined = scan.joins[right]!;
  const shapes = scan.shapes[left]! + 8 * scan.shapes[right]!;
  const names = (known[left]! & ANY_NAME) + 4 * (known[right]! & ANY_NAME);
  const values = [
    joined,
    shapes + 64 * joined + 128 * mark,
    names + 16 * joined + 32 * shapes,
    mark + 256 * joined,
    caseOf(known[right]!) + 4 * shapes,
  ];
  for (const [nth, value] of values.entries()) into[nth] = finish(join(Math.imul(101 + nth, 0x9e3779b1), value));
  return values.length;
}

/** What the word before says of this one, or the one before that where a mark or an initial stands between. */
function roleBefore({ kinds, states }: NameScan, at: number): number {
  if (at === 0) return ROLE.none;
  const role = kinds[at - 1] === NAME_TOKEN.word ? roleOf(states[at - 1]!) : ROLE.none;
  if (role !== ROLE.none || at === 1 || kinds[at - 1] === NAME_TOKEN.word) return role;
  return kinds[at - 2] === NAME_TOKEN.word ? roleOf(states[at - 2]!) : ROLE.none;
}

function pieceOf(text: string, from: number, to: number): number {
  return stateOf(text.slice(from, to).toLowerCase());
}
