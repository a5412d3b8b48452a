import { float32s } from '../slab.ts';
import { stateOf } from './hash-token.ts';
import { BUT, TOKEN, type ScannedText } from './scan-text.ts';

export const DENSE_SIZE = 26;
/** Position of VADER's normalised sum among the dense features. */
export const COMPOUND = 0;

const squash = (sum: number): number => sum / Math.sqrt(sum * sum + 15);
/** VADER's constants (Hutto and Gilbert 2014). */
const EXCLAMATION = 0.292;
const QUESTION = 0.18;
const BEFORE_BUT = 0.5;
const AFTER_BUT = 1.5;
const QUESTION_STATE = stateOf('?');
const QUESTIONS_STATE = stateOf('??');

/** Sums of valences in several ways, and how it is written, of the tokens from `from` to before `to`; each about −1 … 1. */
export function denseFeatures(scanned: ScannedText, valences: Float32Array, from = 0, to = scanned.length): Float32Array {
  const { kinds, states, starts, ends, shouted } = scanned;
  const length = to - from || 1;
  let but = -1;
  // A clause that begins with "but" has nothing before it to weigh less.
  for (let at = from + 1; at < to && but < 0; at++) if (states[at] === BUT && kinds[at] === TOKEN.word) but = at;
  let [sum, positive, negative, positives, negatives, highest, lowest] = [0, 0, 0, 0, 0, 0, 0];
  let [firstHalf, secondHalf, afterBut, first, last, exclamations, questions, shouts] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [hasDots, hasTag, hasAddress, hasUser] = [0, 0, 0, 0];
  for (let at = from; at < to; at++) {
    let valence = valences[at]!;
    if (but >= 0) valence *= at < but ? BEFORE_BUT : AFTER_BUT;
    sum += valence;
    if (valence > 0) {
      positive += valence;
      positives += 1;
      if (valence > highest) highest = valence;
    } else if (valence < 0) {
      negative -= valence;
      negatives += 1;
      if (valence < lowest) lowest = valence;
    }
    if (valence !== 0) {
      if (first === 0) first = valence;
      last = valence;
    }
    if (at - from < length / 2) firstHalf += valence;
    else secondHalf += valence;
    if (but >= 0 && at > but) afterBut += valence;
    const kind = kinds[at]!;
    if (kind === TOKEN.shout) {
      // Runs are of one kind or mixed; what the first is, the run counts as.
      if (states[at] === QUESTION_STATE || states[at] === QUESTIONS_STATE) questions += ends[at]! - starts[at]!;
      else exclamations += ends[at]! - starts[at]!;
    } else if (kind === TOKEN.dots) hasDots = 1;
    else if (kind === TOKEN.tag) hasTag = 1;
    else if (kind === TOKEN.address) hasAddress = 1;
    else if (kind === TOKEN.account) hasUser = 1;
    if (shouted[at] === 1) shouts += 1;
  }
  exclamations = Math.min(4, exclamations);
  questions = Math.min(4, questions);
  const emphasis = Math.sign(sum) * (exclamations * EXCLAMATION + (questions > 1 ? QUESTION * Math.min(questions, 3) : 0));
  const dense = float32s.take(DENSE_SIZE);
  dense.set([
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
  ]);
  return dense;
}
