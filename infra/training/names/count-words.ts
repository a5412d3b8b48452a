import { finish, stateOf } from '#core/language/features/hash-token.ts';
import { createNameScanner, NAME_TOKEN, SHAPE } from '#core/language/names/scan-names.ts';
import { CASE, CASE_SHIFT, caseOf, KNOWN, TAGGED, TAGGED_SHIFT } from '#core/language/names/word-knowledge.ts';
import { ORIGINS, readNameLists } from './name-lists.ts';
import { OTHERS, PLACES } from './not-people.ts';

/** What is known of words, as `createWordKnowledge` takes it. */
export interface WordTable {
  hashes: Int32Array;
  bits: Uint8Array;
}

/** How often a word was met in texts at large, and how often a tagger took it for a name there. */
export type TaggedWords = ReadonlyMap<number, { met: number; tagged: number }>;

/** A word that was met less often says nothing of how it is written. */
const LEAST_MET = 3;
const LEAST_TAGGED = 2;

/** Words of the lists of names, places and things, and how words are written in texts at large. Made once: `tagged` may be added again. */
export function countWords(texts: readonly string[]): (tagged?: TaggedWords) => WordTable {
  const known = new Map<number, number>();
  for (const [state, word] of casesIn(texts)) {
    if (word.lower + word.capital < LEAST_MET) continue;
    known.set(state, caseFor(word.lower / (word.lower + word.capital)) << CASE_SHIFT);
  }
  const mark = (words: Iterable<string>, bit: number, isSure = true): void => {
    for (const state of statesOf(words)) {
      const bits = known.get(state) ?? 0;
      if (isSure || caseOf(bits) !== CASE.lower) known.set(state, bits | bit);
    }
  };
  const lists = readNameLists();
  for (const origin of ORIGINS) {
    const { own, all } = lists[origin];
    mark(own.given, KNOWN.given);
    mark(own.family, KNOWN.family);
    // Long lists of many countries hold words that are everyday words here.
    mark(all.given, KNOWN.given, false);
    mark(all.family, KNOWN.family, false);
  }
  mark(PLACES, KNOWN.place);
  mark(OTHERS, KNOWN.other);
  return (tagged = new Map()) => {
    const all = new Map(known);
    for (const [state, word] of tagged) {
      if (word.met >= LEAST_TAGGED) all.set(state, (all.get(state) ?? 0) | (taggedFor(word.tagged / word.met) << TAGGED_SHIFT));
    }
    // By hash, so that the same words give the same bytes; two words that share one are one.
    const byHash = new Map<number, number>();
    for (const [state, bits] of all) byHash.set(finish(state), (byHash.get(finish(state)) ?? 0) | bits);
    const hashes = Int32Array.from(byHash.keys()).sort();
    return { hashes, bits: Uint8Array.from(hashes, (hash) => byHash.get(hash)!) };
  };
}

/** Hash states of the words that names are made of. */
function statesOf(names: Iterable<string>): number[] {
  return [...names].flatMap((name) =>
    name
      .toLowerCase()
      .replaceAll('’', "'")
      .split(/[^\p{L}\p{M}']+/u)
      .filter((word) => word.length > 1)
      .map(stateOf),
  );
}

function caseFor(lowerShare: number): number {
  if (lowerShare > 0.85) return CASE.lower;
  return lowerShare > 0.25 ? CASE.either : CASE.capital;
}

function taggedFor(share: number): number {
  if (share > 0.7) return TAGGED.mostly;
  return share > 0.3 ? TAGGED.often : TAGGED.seldom;
}

/** How words are written where no sentence begins, in texts with lower case enough to tell. */
function casesIn(texts: readonly string[]): Map<number, { lower: number; capital: number }> {
  const scan = createNameScanner();
  const cases = new Map<number, { lower: number; capital: number }>();
  for (const text of texts) {
    const { length, kinds, shapes, opens, states } = scan(text, []);
    let [lowers, capitals] = [0, 0];
    for (let at = 0; at < length; at++) {
      if (kinds[at] !== NAME_TOKEN.word) continue;
      if (shapes[at] === SHAPE.lower) lowers += 1;
      else capitals += 1;
    }
    if (lowers === 0 || lowers < capitals) continue;
    for (let at = 0; at < length; at++) {
      if (kinds[at] !== NAME_TOKEN.word) continue;
      const isLower = shapes[at] === SHAPE.lower;
      if (!isLower && opens[at] === 1) continue;
      const word = cases.get(states[at]!) ?? { lower: 0, capital: 0 };
      if (isLower) word.lower += 1;
      else word.capital += 1;
      cases.set(states[at]!, word);
    }
  }
  return cases;
}
