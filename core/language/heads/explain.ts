import { COMPOUND } from '../features/dense-features.ts';
import { GROUP } from '../features/extract-features.ts';
import type { LinearHead } from './linear-head.ts';
import { INPUT_SIZE } from './stacked.ts';
import type { Reading } from './understanding.ts';

/** A word that spoke for or against a label. Offsets are UTF-16 code units into what was read, end exclusive. */
export interface WeighedWord {
  start: number;
  end: number;
  /** What it adds to the label's logit, before temperature: negative if it speaks against it. */
  weight: number;
}

/** Weight of each token for one label. */
export type Explain = (reading: Reading, head: LinearHead, label: number) => Float64Array;

/** Which features each token is part of: an entry for each token of each known feature, and by feature what part of its effect an entry gets. */
interface Occurrences {
  slots: Int32Array;
  tokens: Int32Array;
  parts: Float64Array;
}

/**
 * Gives every feature's share of a logit back to the tokens that it was made of: exact for words, pieces and pairs (half to each word), since the
 * heads add them up. What the lexicon's sums add is shared by the tokens with a valence, in proportion to it and with its sign.
 */
export function createExplainer(vocabularySize: number): Explain {
  // Scratch space: where a feature stands in the vector that is looked at.
  const slotOf = new Int32Array(vocabularySize);
  const known = new WeakMap<Reading, Occurrences>();

  function occurrencesOf(reading: Reading): Occurrences {
    let occurrences = known.get(reading);
    if (!occurrences) known.set(reading, (occurrences = findOccurrences(reading, slotOf)));
    return occurrences;
  }

  return function explain(reading, head, label) {
    const { vector, valences } = reading;
    const { slots, tokens, parts } = occurrencesOf(reading);
    const effects = head.effects(vector, label);
    const sparse = vector.indices.length - INPUT_SIZE;
    const weights = new Float64Array(reading.starts.length);
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at]!;
      const token = tokens[at]!;
      weights[token] = weights[token]! + effects[slot]! * parts[slot]!;
    }
    shareDense(effects.subarray(sparse), vector.values[sparse + COMPOUND]!, valences, weights);
    return weights;
  };
}

function findOccurrences({ vector, located, features, starts }: Reading, slotOf: Int32Array): Occurrences {
  const sparse = vector.indices.length - INPUT_SIZE;
  for (let slot = 0; slot < sparse; slot++) slotOf[vector.indices[slot]!] = slot;
  const slots = new Int32Array(2 * located.length);
  const tokens = new Int32Array(2 * located.length);
  const parts = new Float64Array(sparse);
  const count = starts.length;
  let total = 0;
  let group = 0;
  const add = (slot: number, token: number): void => {
    slots[total] = slot;
    tokens[total++] = token;
    parts[slot] = parts[slot]! + 1;
  };
  for (let at = 0; at < located.length; at++) {
    while (at >= features.ends[group]!) group += 1;
    const feature = located[at]!;
    const owner = features.owners[at]!;
    if (feature < 0 || owner < 0) continue;
    const slot = slotOf[feature]!;
    if (group === GROUP.pairs) {
      if (owner > 0) add(slot, owner - 1);
      if (owner < count) add(slot, owner);
    } else if (owner < count) add(slot, owner);
  }
  for (let slot = 0; slot < sparse; slot++) parts[slot] = parts[slot] === 0 ? 0 : 1 / parts[slot]!;
  return { slots: slots.slice(0, total), tokens: tokens.slice(0, total), parts };
}

/** By valence, with its sign where the label likes positive words and turned round where it likes negative ones. */
function shareDense(effects: Float64Array, compound: number, valences: Float32Array, weights: Float64Array): void {
  let effect = 0;
  for (let at = 0; at < effects.length; at++) effect += effects[at]!;
  let total = 0;
  for (let at = 0; at < valences.length; at++) total += Math.abs(valences[at]!);
  if (total === 0) return;
  const likesPositive = compound === 0 || effects[COMPOUND]! / compound >= 0;
  const share = ((likesPositive ? 1 : -1) * Math.abs(effect)) / total;
  for (let at = 0; at < weights.length; at++) weights[at] = weights[at]! + share * valences[at]!;
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
