import { CHARACTER, classOf, lowerOf } from '../features/characters.ts';
import { extend, FIRST_STATE, stateOf } from '../features/hash-token.ts';

/** What a token is to whoever looks for names. */
export const NAME_TOKEN = { word: 0, initial: 1, number: 2, mark: 3, account: 4, hidden: 5 } as const;

/** How a word is written. */
export const SHAPE = { lower: 0, capital: 1, upper: 2, initial: 3, mixed: 4, none: 5 } as const;

/**
 * A text as the name tagger sees it: words with their capitals, without possessive endings, and what stands between them. Valid until the same scanner scans
 * again; arrays may be longer than `length`.
 */
export interface NameScan {
  length: number;
  kinds: Uint8Array;
  /** UTF-16 code units; `ends` exclusive, a possessive "'s" left out. */
  starts: Int32Array;
  ends: Int32Array;
  shapes: Uint8Array;
  /** Hash state of the folded word without possessive; of other tokens, of their kind or first character. */
  states: Int32Array;
  /** 1 where a possessive "'s" follows. */
  possessive: Uint8Array;
  /** 1 at the beginning of a text, a sentence or a line. */
  opens: Uint8Array;
  /** 1 where nothing but one space, a hyphen or "." after an initial stands between this token and the one before. */
  joins: Uint8Array;
}

const NUMBER = stateOf('<number>');
const ACCOUNT = stateOf('<account>');
const HIDDEN = stateOf('<hidden>');
const NEWLINE = 0x0a;
const SPACE = 0x20;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2018 || unit === 0x2019 || unit === 0x02bc;
const ENDS_SENTENCE = new Set(Array.from('.!?:•…“"', (mark) => mark.charCodeAt(0)));

/** Scans texts one at a time, in time linear in their length, without a regular expression. `hidden`: stretches that are no text any more, rising. */
export function createNameScanner(): (text: string, hidden: readonly { start: number; end: number }[]) => NameScan {
  let scan = createRoom(512);

  return function scanForNames(text, hidden) {
    if (scan.kinds.length <= text.length) scan = createRoom(2 * text.length);
    scan.length = 0;
    let opens = true;
    let nextHidden = 0;
    let at = 0;
    while (at < text.length) {
      if (nextHidden < hidden.length && at >= hidden[nextHidden]!.start) {
        const { start, end } = hidden[nextHidden++]!;
        if (end <= at) continue;
        add(NAME_TOKEN.hidden, HIDDEN, start, end, SHAPE.none);
        at = end;
        continue;
      }
      const limit = nextHidden < hidden.length ? hidden[nextHidden]!.start : text.length;
      const unit = text.charCodeAt(at);
      const point = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(at)! : unit;
      const kind = classOf(point);
      if (kind === CHARACTER.letter)
        at = isRun(text, at, limit) ? addRun(text, at, limit, NAME_TOKEN.account, ACCOUNT) : addWord(text, at, limit);
      else if (kind === CHARACTER.digit) at = addRun(text, at, limit, NAME_TOKEN.number, NUMBER);
      else if ((unit === 0x40 || unit === 0x23) && isWordAt(text, at + 1)) at = addRun(text, at, limit, NAME_TOKEN.account, ACCOUNT);
      else {
        if (kind === CHARACTER.space) {
          if (unit === NEWLINE) opens = true;
        } else {
          if (kind !== CHARACTER.emoji && kind !== CHARACTER.mark) add(NAME_TOKEN.mark, extend(FIRST_STATE, unit), at, at + 1, SHAPE.none);
          if (ENDS_SENTENCE.has(unit) || kind === CHARACTER.emoji) opens = !(unit === 0x2e && isAfterInitial());
        }
        at += point > 0xffff ? 2 : 1;
      }
    }
    return scan;

    /** Whether the dot that was just added follows an initial: then no sentence ends. */
    function isAfterInitial(): boolean {
      return scan.length >= 2 && scan.kinds[scan.length - 2] === NAME_TOKEN.initial;
    }

    function add(kind: number, state: number, start: number, end: number, shape: number): number {
      const nth = scan.length++;
      scan.kinds[nth] = kind;
      scan.states[nth] = state;
      scan.starts[nth] = start;
      scan.ends[nth] = end;
      scan.shapes[nth] = shape;
      scan.possessive[nth] = 0;
      scan.opens[nth] = opens ? 1 : 0;
      const before = nth > 0 ? scan.ends[nth - 1]! : 0;
      const gap = start - before;
      scan.joins[nth] =
        nth > 0 && scan.possessive[nth - 1] === 0 && (gap === 0 || (gap === 1 && text.charCodeAt(before) === SPACE)) ? 1 : 0;
      if (kind !== NAME_TOKEN.mark) opens = false;
      return nth;
    }

    function addRun(source: string, start: number, limit: number, kind: number, state: number): number {
      let end = start + 1;
      while (end < limit && isWordAt(source, end)) end++;
      add(kind, state, start, end, SHAPE.none);
      return end;
    }

    /** Letters with their marks, and apostrophes between them. */
    function addWord(source: string, start: number, limit: number): number {
      let state = FIRST_STATE;
      // Where the word ends if its last apostrophe opened an ending such as "'s".
      let bare = -1;
      let bareState = 0;
      let end = start;
      let uppers = 0;
      let letters = 0;
      for (; end < limit; end++) {
        const unit = source.charCodeAt(end);
        if (isApostrophe(unit)) {
          if (end + 1 >= limit || classOf(source.charCodeAt(end + 1)) !== CHARACTER.letter) break;
          bare = end;
          bareState = state;
          state = extend(state, 0x27);
          continue;
        }
        const kind = unit < 0x80 ? classOf(unit) : classOf(unit >= 0xd800 && unit < 0xdc00 ? source.codePointAt(end)! : unit);
        const isLowSurrogate = unit >= 0xdc00 && unit < 0xe000;
        if (kind === CHARACTER.letter) {
          const lower = lowerOf(unit);
          letters += 1;
          if (lower !== unit) uppers += 1;
          state = extend(state, lower);
        } else if (kind !== CHARACTER.mark && !isLowSurrogate) break;
      }
      const isPossessive = bare > start && end - bare === 2 && (source.charCodeAt(bare + 1) | 0x20) === 0x73;
      const shape = shapeOf(source, start, letters - (isPossessive ? 1 : 0), uppers);
      const nth = add(
        shape === SHAPE.initial ? NAME_TOKEN.initial : NAME_TOKEN.word,
        isPossessive ? bareState : state,
        start,
        isPossessive ? bare : end,
        shape,
      );
      scan.possessive[nth] = isPossessive ? 1 : 0;
      return end;
    }
  };
}

function shapeOf(text: string, start: number, letters: number, uppers: number): number {
  const first = text.charCodeAt(start);
  const isUpperFirst = lowerOf(first) !== first;
  if (uppers === 0) return SHAPE.lower;
  if (letters === 1) return SHAPE.initial;
  if (uppers >= letters) return SHAPE.upper;
  if (isUpperFirst && uppers === 1) return SHAPE.capital;
  return SHAPE.mixed;
}

/** Whether the letters that begin here go on in digits or "_", as accounts' names do. */
function isRun(text: string, at: number, limit: number): boolean {
  let end = at;
  while (end < limit && classOf(text.charCodeAt(end)) === CHARACTER.letter) end++;
  return end < limit && (text.charCodeAt(end) === 0x5f || classOf(text.charCodeAt(end)) === CHARACTER.digit);
}

function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = classOf(text.charCodeAt(at));
  return kind === CHARACTER.letter || kind === CHARACTER.digit || text.charCodeAt(at) === 0x5f;
}

function createRoom(size: number): NameScan {
  return {
    length: 0,
    kinds: new Uint8Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    shapes: new Uint8Array(size),
    states: new Int32Array(size),
    possessive: new Uint8Array(size),
    opens: new Uint8Array(size),
    joins: new Uint8Array(size),
  };
}
