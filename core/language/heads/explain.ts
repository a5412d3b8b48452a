import { denseFeatures } from '../features/dense-features.ts';
import { GROUP } from '../features/extract-features.ts';
import { createScanner } from '../features/scan-text.ts';
import type { Direction, LinearHead } from './linear-head.ts';
import { float64s, int32s } from '../slab.ts';
import { DENSE_INPUTS } from './stacked.ts';
import type { Reading } from './understanding.ts';
import type { SparseVector } from './vocabulary.ts';

/** A word that spoke for or against a label. Offsets are UTF-16 code units into what was read, end exclusive. */
export interface WeighedWord {
  start: number;
  end: number;
  /** What it adds to the label's logit, before temperature: negative if it speaks against it. */
  weight: number;
}

/**
 * How much each token spoke for a label, over another where one is given, by one head or by several that had as much of a say each. Gives every feature's
 * share of the logits back to the tokens that it was made of: exact for words, pieces and pairs (half to each word), since the heads add them up. What the
 * lexicon's sums add is shared by the tokens with a valence, in proportion to it and with its sign.
 */
export function explain(reading: Reading, heads: readonly LinearHead[], label: string, against?: string): Float64Array {
  const { vector, sums, valences, located, slots, starts } = reading;
  const { owners, ends } = located;
  const weights = float64s.take(starts.length);
  if (heads.length === 0) return weights;
  const { table } = heads[0]!;
  const slopes = float64s.take(table.width);
  let byDense = 0;
  for (const head of heads) {
    const direction = towards(head, label, against);
    byDense += likingFor(head, direction) * Math.abs(head.addSlopes(slopes, vector, sums, direction, 1 / heads.length));
  }
  const effects = table.effects(vector, slopes);
  const sparse = vector.indices.length - DENSE_INPUTS;
  const count = starts.length;
  // A feature that occurs several times shares its effect among its places.
  const places = int32s.take(sparse);
  for (let at = 0; at < slots.length; at++) places[slots[at]!] = places[slots[at]!]! + 1;
  let group = 0;
  for (let at = 0; at < slots.length; at++) {
    while (at >= ends[group]!) group += 1;
    const owner = owners[at]!;
    if (owner < 0) continue;
    const slot = slots[at]!;
    const share = effects[slot]! / places[slot]!;
    if (group !== GROUP.pairs) {
      if (owner < count) weights[owner] = weights[owner]! + share;
      continue;
    }
    const [hasLeft, hasRight] = [owner > 0, owner < count];
    const part = hasLeft && hasRight ? share / 2 : share;
    if (hasLeft) weights[owner - 1] = weights[owner - 1]! + part;
    if (hasRight) weights[owner] = weights[owner]! + part;
  }
  shareDense(byDense, valences, weights);
  return weights;
}

/** By valence, with its sign. */
function shareDense(effect: number, valences: Float32Array, weights: Float64Array): void {
  let total = 0;
  for (let at = 0; at < valences.length; at++) total += Math.abs(valences[at]!);
  if (total === 0) return;
  const share = effect / total;
  for (let at = 0; at < weights.length; at++) weights[at] = weights[at]! + share * valences[at]!;
}

/** @throws RangeError for a label that the head doesn't have. */
function towards({ labels }: LinearHead, label: string, against?: string): Direction {
  const direction = float64s.take(labels.length);
  for (const [name, share] of [[label, 1], ...(against === undefined ? [] : [[against, -1] as const])] as const) {
    const at = labels.indexOf(name);
    if (at < 0) throw new RangeError(`no label is called "${name}"`);
    direction[at] = share;
  }
  return direction;
}

const likings = new WeakMap<LinearHead, Float64Array>();

/** 1 where a text with a positive word speaks more for the direction than one with a negative word, else −1: the dense numbers depend on each other, so none alone tells. */
function likingFor(head: LinearHead, direction: Direction): 1 | -1 {
  let rises = likings.get(head);
  if (!rises) {
    const [positive, negative] = [head.logits(plainText(2)), head.logits(plainText(-2))];
    rises = positive.map((logit, label) => logit - negative[label]!);
    // What rises for all labels of one softmax decides nothing.
    const common = head.link === 'one' ? rises.reduce((sum, rise) => sum + rise, 0) / rises.length : 0;
    rises = rises.map((rise) => rise - common);
    likings.set(head, rises);
  }
  return rises.reduce((sum, rise, label) => sum + rise * direction[label]!, 0) >= 0 ? 1 : -1;
}

/** A short text that nothing is known of but the valence of one word. */
function plainText(valence: number): SparseVector {
  const scanned = createScanner()('it was so there');
  const values = new Float32Array(DENSE_INPUTS);
  values.set(denseFeatures(scanned, Float32Array.of(0, 0, valence, 0)));
  return { indices: new Int32Array(DENSE_INPUTS), values };
}

const SAYS_SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Less than this says nothing. */
const LEAST_WEIGHT = 0.05;

/** The words and emoji that weigh most for a label, strongest first. `text`: what was read. `either`: those against it too. */
export function strongestWords(
  text: string,
  { starts, ends }: Reading,
  weights: Float64Array,
  most: number,
  either = false,
): WeighedWord[] {
  const words: WeighedWord[] = [];
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!;
    if ((either ? Math.abs(weight) : weight) < LEAST_WEIGHT) continue;
    const [start, end] = [starts[at]!, ends[at]!];
    if (SAYS_SOMETHING.test(text.slice(start, end))) words.push({ start, end, weight });
  }
  return words.sort((left, right) => Math.abs(right.weight) - Math.abs(left.weight) || left.start - right.start).slice(0, most);
}
