/** What the scanner takes a character for. */
export const CHARACTER = { other: 0, letter: 1, mark: 2, digit: 3, emoji: 4, space: 5, punctuation: 6, shout: 7 } as const;

const UNKNOWN = 255;
const LETTER = /^\p{L}$/u;
const MARK = /^\p{M}$/u;
const DIGIT = /^\p{N}$/u;
const EMOJI = /^\p{Extended_Pictographic}$/u;
const SPACE = /^\s$/u;
const PUNCTUATION = '.,;:()"&%£$';
const SHOUT = '!?';

const classes = new Uint8Array(0x110000).fill(UNKNOWN);
const lowered = new Uint16Array(0x10000);

/** One of `CHARACTER`, by code point; asked of Unicode's tables once for each character. */
export function classOf(codePoint: number): number {
  const known = classes[codePoint]!;
  return known === UNKNOWN ? (classes[codePoint] = judge(String.fromCodePoint(codePoint))) : known;
}

/** Lower case of a code unit; the unit itself where that has another length. */
export function lowerOf(unit: number): number {
  const known = lowered[unit]!;
  if (known !== 0) return known;
  const lower = String.fromCharCode(unit).toLowerCase();
  return (lowered[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit);
}

function judge(character: string): number {
  if (LETTER.test(character)) return CHARACTER.letter;
  if (MARK.test(character)) return CHARACTER.mark;
  if (DIGIT.test(character)) return CHARACTER.digit;
  if (PUNCTUATION.includes(character)) return CHARACTER.punctuation;
  if (SHOUT.includes(character)) return CHARACTER.shout;
  if (EMOJI.test(character)) return CHARACTER.emoji;
  return SPACE.test(character) ? CHARACTER.space : CHARACTER.other;
}
