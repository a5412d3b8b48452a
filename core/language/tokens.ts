import { stem } from './stemmer.ts';

/** A run of the source text that became one token. Offsets are UTF-16 code units, end exclusive. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** Longer tokens are cut: both stores index at most this many characters of one. */
export const MAX_TOKEN_LENGTH = 255;

const APOSTROPHES = /['\u2018\u2019\u02BC\uFF07]/g;
const MARKS = /\p{M}+/gu;
const LEADING_MARKS = /^\p{M}+/u;
const LATIN = /\p{Script=Latin}/u;

/*
 * Alternatives, in order: a hashtag or word with inner apostrophes, with single letters joined by "&" (A&E, R&D) as one
 * token; a keycap or flag; an emoji with its modifiers and joiners. Every repetition is over a class that the next
 * element can't match, so matching is linear in the text.
 */
const TOKEN =
  /(?<![\p{L}\p{N}_])[A-Za-z]&[A-Za-z](?![\p{L}\p{M}\p{N}_])|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:['\u2018\u2019\u02BC\uFF07][\p{L}\p{M}\p{N}_]+)*|\p{RI}\p{RI}|\p{Extended_Pictographic}[\uFE0F\p{EMod}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{EMod}]*)*/gu;

/**
 * Splits text into folded tokens: lower case, diacritics of Latin letters and apostrophes folded away, "#nhs" as `nhs`,
 * "A&E" as `a_e`, each emoji as `emoji_` and its code points in hexadecimal (skin tones and variation selectors left
 * out). Letters, digits and `_` only, at most 255 characters each. This is the only analysis of text that either store
 * ever sees, so both find the same posts for the same query.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = fold(match[0]);
    if (word) tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

const ASCII_WORD = /^[a-z0-9_]+$/;
/** No more of a token is looked at: what folds to less than a quarter of its length is no word. */
const MAX_RAW_LENGTH = 4 * MAX_TOKEN_LENGTH;

function fold(match: string): string {
  const raw = match.length > MAX_RAW_LENGTH ? match.slice(0, MAX_RAW_LENGTH) : match;
  const lower = raw.toLowerCase();
  if (ASCII_WORD.test(lower)) return cut(lower);
  if (raw.length === 3 && raw[1] === '&') return `${lower[0]}_${lower[2]}`;
  if (!/^[\p{L}\p{N}_]/u.test(raw)) return emojiWord(raw);
  // Compatibility forms first: only then do "𝐇" and "ℌ" have a lower case, and Latin letters show as such.
  const plain = raw.normalize('NFKC').toLowerCase().normalize('NFKC').replace(APOSTROPHES, '');
  const folded = LATIN.test(plain) ? plain.normalize('NFKD').replace(MARKS, '') : plain;
  return cut(folded.replace(/[^\p{L}\p{M}\p{N}_]/gu, '').replace(LEADING_MARKS, ''));
}

/** Cuts at the limit without leaving half of a surrogate pair. */
function cut(word: string): string {
  if (word.length <= MAX_TOKEN_LENGTH) return word;
  return word.slice(0, MAX_TOKEN_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

function emojiWord(raw: string): string {
  const points: string[] = [];
  for (const character of raw) {
    const point = character.codePointAt(0)!;
    const isModifier = point === 0xfe0f || point === 0x200d || (point >= 0x1f3fb && point <= 0x1f3ff);
    if (!isModifier) points.push(point.toString(16));
  }
  return points.length ? cut(`emoji_${points.join('_')}`) : '';
}

/** The two token fields of a text, space-separated. */
export function tokenFields(text: string): { words: string; stems: string } {
  const words = tokenise(text).map((token) => token.word);
  return { words: words.join(' '), stems: words.map(stem).join(' ') };
}
