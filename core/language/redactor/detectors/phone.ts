import { between, isWordAt } from '../boundaries.ts';
import { isPossibleInternational, isValidInternational } from '../calling-codes.ts';
import type { Detector, DigitGroup, Match } from '../types.ts';

const SEPARATOR = /^(?: ?[-./] ?| {1,2}|\) ?-? ?| ?-? ?\(| ?\(0\) ?)$/;
const EXTENSION = /[ ,]{0,2}(?:ext(?:ension|n)?\.?|x)[ .:]{0,2}\d{1,6}(?![A-Za-z0-9\u00f8])/iy;
const NORTH_AMERICAN =
  /(?<![A-Za-z0-9\u00f8.,+-])(?:\+?1[ .-])?(?:\([2-9]\d\d\) ?[2-9]\d\d-\d{4}|([2-9]\d\d)([.-])[2-9]\d\d\2\d{4})(?![A-Za-z0-9\u00f8])/g;
/** National helplines that are shorter than numbers are. */
const SHORT = /(?<![A-Za-z0-9\u00f8])(?:0800 ?1111|0845 ?46 ?4\d)(?![A-Za-z0-9\u00f8])/g;
const MAX_GROUPS = 12;
/** Fifteen of E.164, and the dialling prefix. */
const MAX_DIGITS = 17;

/** How many ambiguous numbers of a text are looked up in the full plans, which takes microseconds each. */
const LOOKUPS = 20;

/**
 * Telephone numbers that are possible by their length, valid or not: UK national, international after "+" or "00", and
 * North American in its written forms; an extension belongs to it. Short codes (999, 111, 116 123) never match.
 */
export const phone: Detector = {
  type: 'PHONE',
  mayMatch: (traits) => traits.digits >= 7,
  find({ text, groups }) {
    const matches: Match[] = [];
    const budget = { left: LOOKUPS };
    for (let index = 0; index < groups.length; index++) {
      const found = international(text, groups, index, budget, matches.at(-1)?.end) ?? national(text, groups, index);
      if (!found) continue;
      matches.push(withExtension(text, found));
      while (index + 1 < groups.length && groups[index + 1]!.start < found.end) index += 1;
    }
    for (const pattern of [NORTH_AMERICAN, SHORT]) {
      for (const match of text.matchAll(pattern))
        matches.push(withExtension(text, { start: match.index, end: match.index + match[0].length }));
    }
    return matches;
  },
};

function withExtension(text: string, match: Match): Match {
  EXTENSION.lastIndex = match.end;
  const extension = EXTENSION.exec(text);
  return extension ? { ...match, end: match.end + extension[0].length } : match;
}

interface Chain {
  /** Groups at which a number may end. */
  steps: { end: number; length: number; groups: number }[];
  digits: string;
  lengths: number[];
}

/** The groups that follow one another from `index` as a number's parts do. */
function chain(text: string, groups: readonly DigitGroup[], index: number): Chain {
  const found: Chain = { steps: [], digits: '', lengths: [] };
  for (let next = index; next < groups.length && found.lengths.length < MAX_GROUPS; next++) {
    const { start, end } = groups[next]!;
    if (next > index && !SEPARATOR.test(between(text, groups[next - 1]!, groups[next]!))) break;
    // The "(0)" of +44 (0)20 is not dialled.
    const isTrunkZero = next > index && text.slice(start - 1, end + 1) === '(0)';
    if (!isTrunkZero) found.digits += text.slice(start, end);
    if (found.digits.length > MAX_DIGITS) break;
    found.lengths.push(end - start);
    if (!isWordAt(text, end)) found.steps.push({ end, length: found.digits.length, groups: found.lengths.length });
  }
  return found;
}

function international(
  text: string,
  groups: readonly DigitGroup[],
  index: number,
  budget: { left: number },
  lastEnd: number | undefined,
): Match | undefined {
  const first = groups[index]!;
  const prefix = /(?:\(\+|\+ ?\(?|\(?)$/.exec(text.slice(Math.max(0, first.start - 3), first.start))![0];
  const hasPlus = prefix.includes('+');
  const start = first.start - prefix.length;
  if (!hasPlus && !text.startsWith('00', first.start)) return undefined;
  if (isWordAt(text, start - 1) || text[start - 1] === '+') return undefined;
  if (!hasPlus && lastEnd !== start - 1 && followsCode(text, start)) return undefined;
  const { steps, digits, lengths } = chain(text, groups, index);
  const candidates = steps
    .filter((step) => step.length >= (hasPlus ? 7 : 10))
    .map((step) => ({ end: step.end, digits: digits.slice(hasPlus ? 0 : 2, step.length), isLastShort: lengths[step.groups - 1] === 1 }))
    .filter((step) => isPossibleInternational(step.digits));
  if (candidates.length === 0) return undefined;
  // "+49 30 1234567 2 days": a last digit on its own is the sentence's, if it can be.
  const longestFirst = candidates.reverse().sort((a, b) => Number(a.isLastShort) - Number(b.isLastShort));
  if (longestFirst.length > 1 && budget.left > 0) {
    budget.left -= 1;
    const valid = longestFirst.find((step) => isValidInternational(step.digits));
    if (valid) return { start, end: valid.end };
  }
  return { start, end: longestFirst[0]!.end };
}

/** "CH93 0076 2011 …": zeros in the middle of a longer code in groups are no dialling prefix. */
function followsCode(text: string, start: number): boolean {
  return /\d[A-Za-z0-9]{0,8}[ -]$/.test(text.slice(Math.max(0, start - 10), start));
}

function national(text: string, groups: readonly DigitGroup[], index: number): Match | undefined {
  const first = groups[index]!;
  if (text[first.start] !== '0' || !/^0[ -]?[1-35789]/.test(text.slice(first.start, first.start + 3))) return undefined;
  const start = text[first.start - 1] === '(' ? first.start - 1 : first.start;
  if (isWordAt(text, start - 1) || /\d[.,-]$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  if (isAmongSingleDigits(text, first)) return undefined;
  const { steps, digits, lengths } = chain(text, groups, index);
  const ending = (length: number) =>
    steps.find((step) => step.length === length && isUkGrouping(digits.slice(0, length), lengths.slice(0, step.groups)));
  const found = ending(11) ?? ending(10);
  return found && { start, end: found.end };
}

/** "… 3 0 7 7": a digit on its own in a row of such can't begin a number. */
function isAmongSingleDigits(text: string, group: DigitGroup): boolean {
  return group.end - group.start === 1 && /\d[ .-]$/.test(text.slice(Math.max(0, group.start - 2), group.start));
}

/** Keeps dates, times and tables of small numbers from reading as a telephone number. */
function isUkGrouping(digits: string, lengths: readonly number[]): boolean {
  if (!/^0[1-35789]/.test(digits)) return false;
  if (lengths.every((length) => length === 1)) return digits.length === 11;
  if (lengths.some((length) => length === 1)) return false;
  if (lengths[0] === 2) return digits.length === 11 && /^0[27]/.test(digits) && lengths.slice(1).every((length) => length >= 3);
  return true;
}
