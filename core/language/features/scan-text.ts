import { CHARACTER, classOf, lowerOf } from './characters.ts';
import { createHashTable } from './hash-table.ts';
import { extend, finish, FIRST_STATE, stateOf } from './hash-token.ts';

/** What a token is. */
export const TOKEN = {
  word: 0,
  tag: 1,
  number: 2,
  emoji: 3,
  emoticon: 4,
  mark: 5,
  shout: 6,
  dots: 7,
  account: 8,
  address: 9,
  person: 10,
  hidden: 11,
} as const;

/**
 * What the learned heads see of a text: its words, punctuation and emoji, folded (lower case, letters drawn out cut to two, digits as 0), and where
 * each stands. Valid until the same scanner scans again. Every array has one entry a token and may be longer than `length`.
 */
export interface ScannedText {
  length: number;
  kinds: Uint8Array;
  /** Offsets into the text, UTF-16 code units; `ends` exclusive. */
  starts: Int32Array;
  ends: Int32Array;
  /** Hash state of the folded token; of a hashtag without its "#". */
  states: Int32Array;
  /** 1 if under a negation at most four tokens before, with no punctuation or "but" between. */
  negated: Uint8Array;
  /** 1 if it negates what follows. */
  negates: Uint8Array;
  /** 1 if written in capitals, two letters or more. */
  shouted: Uint8Array;
  /** Folded letters of words and hashtags, one token after another: the nth token's are from `letterStarts[n]` to `letterStarts[n + 1]`. */
  letters: Uint16Array;
  letterStarts: Int32Array;
}

export const BUT = stateOf('but');
const NEGATIONS = createHashTable(
  Int32Array.from(
    new Set(
      `not no never none nothing nobody nowhere neither nor without hardly barely cannot cant dont doesnt didnt isnt wasnt arent werent wont
      wouldnt couldnt shouldnt hasnt havent hadnt aint`
        .split(/\s+/)
        .map((word) => finish(stateOf(word))),
    ),
  ),
);
const LONGEST_NEGATION = 8;
const NEGATION_SPAN = 4;
/** Letters of longer words are left out beyond here: they are addresses and noise. */
const MOST_LETTERS = 40;
/** A number with more digits and marks than this is any number. */
const MOST_DIGITS = 4;
const ANY_NUMBER = stateOf('<num>');
/** What redaction left in the text, by the word that opens it. */
const PLACEHOLDERS = [
  ['handle', TOKEN.account],
  ['url', TOKEN.address],
  ['person', TOKEN.person],
  ...[
    'email',
    'phone',
    'nhs_number',
    'nino',
    'postcode',
    'date_of_birth',
    'card',
    'iban',
    'vehicle',
    'passport',
    'driving_licence',
    'ip',
  ].map((name) => [name, TOKEN.hidden] as const),
] as const;
const LONGEST_PLACEHOLDER = 300;
const STATES = {
  [TOKEN.account]: stateOf('<user>'),
  [TOKEN.address]: stateOf('<url>'),
  [TOKEN.person]: stateOf('<person>'),
  [TOKEN.hidden]: stateOf('<hidden>'),
};

const AT = 0x40;
const HASH = 0x23;
const AMPERSAND = 0x26;
const DOT = 0x2e;
const LESS = 0x3c;
const THREE = 0x33;
const BRACKET = 0x5b;
const UNDERSCORE = 0x5f;
const isEye = (unit: number): boolean => unit === 0x3a || unit === 0x3b || unit === 0x3d;
const isNose = (unit: number): boolean => unit === 0x2d || unit === 0x6f || unit === 0x5e || unit === 0x27;
const MOUTHS = new Set(Array.from(')(][DPpd/\\|*3', (mouth) => mouth.charCodeAt(0)));
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2018 || unit === 0x2019 || unit === 0x02bc || unit === 0xff07;
const APOSTROPHE = 0x27;

/** Scans texts one at a time, in time linear in their length, without a regular expression. */
export function createScanner(): (text: string) => ScannedText {
  let scanned = room(1_024);

  return function scanText(text) {
    if (scanned.kinds.length <= text.length) scanned = room(2 * text.length);
    scanned.length = 0;
    let letters = 0;
    let span = 0;
    let at = 0;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      const point = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(at)! : unit;
      const kind = classOf(point);
      if (kind === CHARACTER.letter) {
        const address = addressEnd(text, at);
        if (address > at) at = add(TOKEN.address, STATES[TOKEN.address], at, address);
        else at = addWord(TOKEN.word, at, at);
      } else if (kind === CHARACTER.digit) at = addNumber(at);
      else if (unit === AT && isWordUnit(text, at + 1)) at = add(TOKEN.account, STATES[TOKEN.account], at, wordEnd(text, at + 1));
      else if (unit === HASH && isWordUnit(text, at + 1)) at = addWord(TOKEN.tag, at, at + 1);
      else if (unit === BRACKET) at = addPlaceholder(at);
      else if (kind === CHARACTER.emoji) at = add(TOKEN.emoji, emojiState(point), at, at + (point > 0xffff ? 2 : 1));
      else if (kind === CHARACTER.shout) at = addShout(at);
      else if (unit === LESS && text.charCodeAt(at + 1) === THREE) at = add(TOKEN.emoticon, HEART, at, runEnd(text, at + 1, THREE));
      else if (isEye(unit) && mouthAt(text, at) > 0) at = addEmoticon(at);
      else if (unit === DOT && text.charCodeAt(at + 1) === DOT) at = add(TOKEN.dots, DOTS, at, runEnd(text, at, DOT));
      else if (kind === CHARACTER.punctuation) at = add(TOKEN.mark, extend(FIRST_STATE, unit), at, at + 1);
      else at += point > 0xffff ? 2 : 1;
    }
    scanned.letterStarts[scanned.length] = letters;
    return scanned;

    function add(
      kind: number,
      state: number,
      start: number,
      end: number,
      isShouted = false,
      isNegation = false,
      firstLetter = letters,
    ): number {
      const nth = scanned.length++;
      scanned.kinds[nth] = kind;
      scanned.states[nth] = state;
      scanned.starts[nth] = start;
      scanned.ends[nth] = end;
      scanned.letterStarts[nth] = firstLetter;
      scanned.negated[nth] = span > 0 ? 1 : 0;
      scanned.negates[nth] = isNegation ? 1 : 0;
      scanned.shouted[nth] = isShouted ? 1 : 0;
      if (kind === TOKEN.shout || state === BUT || (kind === TOKEN.mark && isStop(text.charCodeAt(start)))) span = 0;
      else if (isNegation) span = NEGATION_SPAN;
      else if (span > 0) span -= 1;
      return end;
    }

    /** From its first letter on: letters, inner apostrophes, and "&" between single letters; digits and "_" too in a hashtag. */
    function addWord(kind: number, start: number, first: number): number {
      const own = scanned.letters;
      const firstLetter = letters;
      const full = firstLetter + MOST_LETTERS;
      // Held here while the loop runs: what closures share is slow to reach.
      let count = firstLetter;
      let state = FIRST_STATE;
      let end = first;
      let hasLower = false;
      let hasUpper = false;
      // The last two folded units: the third of the same letter and those after it say no more than the second.
      let last = 0;
      let beforeLast = 0;
      for (; end < text.length; end++) {
        const unit = text.charCodeAt(end);
        let folded = unit;
        if (unit >= 0x61 && unit <= 0x7a) hasLower = true;
        else if (isApostrophe(unit)) {
          if (!isLetterAt(text, end + 1)) break;
          folded = APOSTROPHE;
        } else {
          const isLowSurrogate = unit >= 0xdc00 && unit < 0xe000;
          const kindOf = classOf(unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(end)! : unit);
          if (kindOf === CHARACTER.letter) {
            folded = lowerOf(unit);
            if (folded === unit) hasLower = true;
            else hasUpper = true;
          } else if (kindOf !== CHARACTER.mark && !isLowSurrogate) {
            if (kind !== TOKEN.tag || (kindOf !== CHARACTER.digit && unit !== UNDERSCORE)) break;
          }
        }
        if (folded === last && folded === beforeLast) continue;
        beforeLast = last;
        last = folded;
        state = extend(state, folded);
        if (count < full) own[count++] = folded;
      }
      if (kind === TOKEN.word && end === start + 1 && isInitials(text, start)) {
        const other = lowerOf(text.charCodeAt(start + 2));
        state = extend(extend(state, AMPERSAND), other);
        own[count++] = AMPERSAND;
        own[count++] = other;
        end = start + 3;
      }
      letters = count;
      const size = count - firstLetter;
      const isNegation =
        (size > 3 && own[count - 1] === 0x74 && own[count - 2] === APOSTROPHE && own[count - 3] === 0x6e) ||
        (size <= LONGEST_NEGATION && NEGATIONS.get(finish(state)) >= 0);
      return add(kind, state, start, end, hasUpper && !hasLower && end - start > 1, isNegation, firstLetter);
    }

    function addNumber(start: number): number {
      let state = FIRST_STATE;
      let end = start;
      for (; end < text.length; end++) {
        const unit = text.charCodeAt(end);
        const isDigit = classOf(unit) === CHARACTER.digit;
        if (!isDigit && !((unit === DOT || unit === 0x2c || unit === 0x3a) && classOf(text.charCodeAt(end + 1)) === CHARACTER.digit)) break;
        if (end - start < MOST_DIGITS) state = extend(state, isDigit ? 0x30 : unit);
      }
      // A digit beyond the basic plane is two units long and stands alone.
      if (end === start) end = start + 2;
      return add(TOKEN.number, end - start > MOST_DIGITS ? ANY_NUMBER : state, start, end);
    }

    function addPlaceholder(start: number): number {
      for (const [name, kind] of PLACEHOLDERS) {
        if (!text.startsWith(name, start + 1)) continue;
        const after = text.charCodeAt(start + 1 + name.length);
        if (after !== 0x5d && after !== 0x20) continue;
        const close = text.slice(start, start + LONGEST_PLACEHOLDER).indexOf(']');
        if (close > 0) return add(kind, STATES[kind], start, start + close + 1);
      }
      return start + 1;
    }

    function addShout(start: number): number {
      let end = start + 1;
      while (end < text.length && classOf(text.charCodeAt(end)) === CHARACTER.shout) end++;
      let state = extend(FIRST_STATE, text.charCodeAt(start));
      if (end - start > 1) state = extend(state, text.charCodeAt(start + 1));
      return add(TOKEN.shout, state, start, end);
    }

    /** Eyes and mouth; the nose says nothing. */
    function addEmoticon(start: number): number {
      const mouth = mouthAt(text, start);
      const state = extend(extend(FIRST_STATE, text.charCodeAt(start) === 0x3d ? 0x3a : text.charCodeAt(start)), text.charCodeAt(mouth));
      return add(TOKEN.emoticon, state, start, runEnd(text, mouth, text.charCodeAt(mouth)));
    }
  };
}

const HEART = stateOf('<3');
const DOTS = stateOf('..');

function room(size: number): ScannedText {
  return {
    length: 0,
    kinds: new Uint8Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    states: new Int32Array(size),
    negated: new Uint8Array(size),
    negates: new Uint8Array(size),
    shouted: new Uint8Array(size),
    letters: new Uint16Array(size),
    letterStarts: new Int32Array(size + 1),
  };
}

const isStop = (unit: number): boolean =>
  unit === 0x2e || unit === 0x2c || unit === 0x3b || unit === 0x3a || unit === 0x28 || unit === 0x29;

function emojiState(point: number): number {
  return extend(extend(FIRST_STATE, point >>> 16), point & 0xffff);
}

function isWordUnit(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const unit = text.charCodeAt(at);
  const kind = classOf(unit);
  return kind === CHARACTER.letter || kind === CHARACTER.digit || unit === UNDERSCORE;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (isWordUnit(text, end)) end++;
  return end;
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && classOf(text.charCodeAt(at)) === CHARACTER.letter;
}

/** "A&E", "R&D": one letter, "&", one letter. */
function isInitials(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === AMPERSAND && isLetterAt(text, at + 2) && !isWordUnit(text, at + 3);
}

function runEnd(text: string, at: number, unit: number): number {
  let end = at;
  while (text.charCodeAt(end) === unit) end++;
  return end;
}

/** Where the mouth of an emoticon is, or −1. A letter or digit is a mouth only if the word ends with it. */
function mouthAt(text: string, eyes: number): number {
  const at = isNose(text.charCodeAt(eyes + 1)) ? eyes + 2 : eyes + 1;
  const mouth = text.charCodeAt(at);
  if (!MOUTHS.has(mouth)) return -1;
  return isWordUnit(text, at) && isWordUnit(text, at + 1) ? -1 : at;
}

/** End of the web address that begins here, or the same place. */
function addressEnd(text: string, at: number): number {
  const first = text.charCodeAt(at) | 0x20;
  const isAddress =
    (first === 0x68 && /^https?:\/\/\S/i.test(text.slice(at, at + 9))) || (first === 0x77 && /^www\.\w/i.test(text.slice(at, at + 5)));
  if (!isAddress) return at;
  let end = at;
  while (end < text.length && classOf(text.charCodeAt(end)) !== CHARACTER.space) end++;
  return end;
}
