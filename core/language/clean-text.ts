import type { Edit } from './offset-map.ts';

/** Texts are cut at this many bytes of UTF-8. */
export const TEXT_CAP_BYTES = 20_000;

const PRINTABLE_ASCII = /^[\n\x20-\x7e]*$/;
// oxlint-disable-next-line no-control-regex, no-misleading-character-class
const INVISIBLE = /[\s\0-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
const LONG_GAP = / {3}|\n\s*\n\s*\n/;

/*
 * In order: line ends; more than one blank line; controls, bidi controls and characters that show nothing (joiners stay,
 * emoji and several scripts need them, but not between Latin letters or digits, where they only hide what is written);
 * long gaps; letters and digits in disguise (mathematical, full width); stacked accents.
 */
const UNCLEAN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /(?:[\r\n\u0085\u2028\u2029][ \t\u00a0]*){3,}|\r\n?|[\u0085\u2028\u2029]|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+|(?<=[0-9A-Za-z])[\u200c\u200d]+(?=[0-9A-Za-z])|[ \t\u00a0]{3,}|[\u{1D400}-\u{1D7FF}]|[\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]|(?<=\p{M}{4})\p{M}+/gu;

/** A cleaned text with the edits that lead back to its input. */
export interface CleanedText {
  text: string;
  edits: Edit[];
}

/**
 * Well-formed text without NUL and other controls, bidi controls, invisible characters, absurd whitespace and letters in
 * disguise; ends trimmed. Linear in its input, never longer than it.
 */
export function cleanText(input: string): CleanedText {
  const { start, end } = trimEnds(input);
  const body = input.slice(start, end);
  const edits: Edit[] = start > 0 ? [{ start: 0, end: start, length: 0 }] : [];
  const text = PRINTABLE_ASCII.test(body) && !LONG_GAP.test(body) ? body : cleanBody(body, start, edits);
  if (end < input.length) edits.push({ start: end, end: input.length, length: 0 });
  return { text, edits };
}

function cleanBody(body: string, offset: number, edits: Edit[]): string {
  return body.toWellFormed().replace(UNCLEAN, (match, at: number) => {
    const replacement = replacementOf(match);
    edits.push({ start: offset + at, end: offset + at + match.length, length: replacement.length });
    return replacement;
  });
}

/** What is left when white space and characters that show nothing are taken off both ends. */
function trimEnds(input: string): { start: number; end: number } {
  let start = 0;
  let end = input.length;
  while (start < end && INVISIBLE.test(input[start]!)) start += 1;
  while (end > start && INVISIBLE.test(input[end - 1]!)) end -= 1;
  return { start, end };
}

function replacementOf(match: string): string {
  const first = match.codePointAt(0)!;
  if (first === 0x0d || first === 0x0a || first === 0x85 || first === 0x2028 || first === 0x2029) return lineEnds(match);
  if (first === 0x20 || first === 0x09 || first === 0xa0) return ' ';
  if (first >= 0x1d400 || (first >= 0xff10 && first <= 0xff5a)) return match.normalize('NFKC');
  return '';
}

function lineEnds(match: string): string {
  const count = match.replace(/\r\n/g, '\n').replace(/[^\r\n\u0085\u2028\u2029]/g, '').length;
  return count > 1 ? '\n\n' : '\n';
}

/**
 * The first part of a text within a number of bytes of UTF-8, cut after the last white space of its final 64 characters
 * if there is any, and never inside a surrogate pair.
 */
export function capText(text: string, maxBytes = TEXT_CAP_BYTES): { text: string; truncated: boolean } {
  if (text.length * 3 <= maxBytes) return { text, truncated: false };
  const end = unitsWithin(text, maxBytes);
  if (end === text.length) return { text, truncated: false };
  const space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end));
  return { text: text.slice(0, space > Math.max(0, end - 64) ? space : end), truncated: true };
}

function unitsWithin(text: string, maxBytes: number): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isPair = unit >= 0xd800 && unit < 0xdc00;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3;
    if (bytes > maxBytes) return index;
    if (isPair) index += 1;
  }
  return text.length;
}
