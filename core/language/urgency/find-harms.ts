import type { ReadText } from '../read-text.ts';
import type { Token } from '../tokens.ts';
import { HARM_WORDS, type HarmWord } from './harm-words.ts';
import { HARM_PATTERNS, type HarmPattern } from './harms.ts';
import { createWordIndex, type Occurrences } from './word-index.ts';

/** A harm that is named, and the tokens between which it is. */
export interface HarmMention {
  pattern: HarmPattern;
  start: number;
  /** The last token of it. */
  end: number;
}

export interface FoundHarms {
  /** The first of each pattern. */
  mentions: HarmMention[];
  /** Positions of words for how grave it was, rising. */
  severe: readonly number[];
  /** Positions of words for grave things of any kind, rising. */
  grave: readonly number[];
}

const INDEX = createWordIndex<HarmWord>(HARM_WORDS);
const PATTERNS = HARM_PATTERNS.map((pattern) => ({ pattern, lists: pattern.parts.map((part) => INDEX.numberOf(part)) }));
const SEVERE = INDEX.numberOf('severe');
const GRAVE = INDEX.numberOf('grave');
/** So many grave words name a harm, though no pattern knows it. */
const MANY = 2;
const GRAVE_WORDS: HarmPattern = { harm: 'serious harm', strength: 'hinted', parts: ['grave'], within: 1 };

/** The harms that a text names; null if there is none, which for most texts one look at each word tells. */
export function findHarms(read: Pick<ReadText, 'text' | 'tokens' | 'words' | 'stems'>): FoundHarms | null {
  const found = INDEX.find(read.words, read.stems);
  if (!found) return null;
  const mentions: HarmMention[] = [];
  let places: Int32Array | undefined;
  for (const { pattern, lists } of PATTERNS) {
    if (!hasAll(found, lists)) continue;
    places ??= placesOf(read);
    const mention = pattern.inOrder ? inOrder(pattern, lists, found, places) : together(pattern, lists, found, places);
    if (mention) mentions.push(mention);
  }
  const grave = found[GRAVE] ?? [];
  if (mentions.length === 0 && grave.length >= MANY) mentions.push({ pattern: GRAVE_WORDS, start: grave[0]!, end: grave[1]! });
  return mentions.length > 0 ? { mentions, severe: found[SEVERE] ?? [], grave } : null;
}

function hasAll(found: Occurrences, lists: readonly number[]): boolean {
  for (let part = 0; part < lists.length; part++) if (!found[lists[part]!]) return false;
  return true;
}

/** The first run of tokens, short enough, that has a word of each list: in one pass, by where each list's last word stood. */
function together(pattern: HarmPattern, lists: readonly number[], found: Occurrences, places: Int32Array): HarmMention | null {
  const next = lists.map(() => 0);
  for (;;) {
    let [first, last, firstPart] = [Number.POSITIVE_INFINITY, -1, 0];
    for (let part = 0; part < lists.length; part++) {
      const position = found[lists[part]!]![next[part]!];
      if (position === undefined) return null;
      if (position < first) [first, firstPart] = [position, part];
      if (position > last) last = position;
    }
    if (places[last]! - places[first]! < pattern.within) return { pattern, start: first, end: last };
    next[firstPart]!++;
  }
}

/** The same, each word after the one before it. */
function inOrder(pattern: HarmPattern, lists: readonly number[], found: Occurrences, places: Int32Array): HarmMention | null {
  const next = lists.map(() => 0);
  for (const start of found[lists[0]!]!) {
    let at = start;
    for (let part = 1; part < lists.length; part++) {
      const positions = found[lists[part]!]!;
      while (positions[next[part]!]! <= at) next[part]!++;
      const position = positions[next[part]!];
      if (position === undefined) return null;
      at = position;
    }
    if (places[at]! - places[start]! < pattern.within) return { pattern, start, end: at };
  }
  return null;
}

/** How many tokens the end of a sentence counts for: what stands in the next one is seldom of the same thing. */
const SENTENCE_END = 4;
const ENDS = new Set(Array.from('.!?\n', (mark) => mark.charCodeAt(0)));

/** Where each token stands, counted in tokens and sentences. */
function placesOf({ text, tokens }: { text: string; tokens: readonly Token[] }): Int32Array {
  const places = new Int32Array(tokens.length);
  for (let at = 1; at < tokens.length; at++) {
    places[at] = places[at - 1]! + 1 + (endsBetween(text, tokens[at - 1]!.end, tokens[at]!.start) ? SENTENCE_END : 0);
  }
  return places;
}

function endsBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (ENDS.has(text.charCodeAt(at))) return true;
  return false;
}
