import { between, standsAlone } from '../boundaries.ts';
import type { Detector, DigitGroup, Match } from '../types.ts';

/** Issuer ranges (first digits, inclusive) with the lengths that they give out; ISO/IEC 7812 assignments as the schemes publish them. */
const ISSUERS: [from: string, to: string, lengths: number[]][] = [
  ['4', '4', [13, 16, 19]],
  ['51', '55', [16]],
  ['2221', '2720', [16]],
  ['34', '34', [15]],
  ['37', '37', [15]],
  ['300', '305', [14, 16, 19]],
  ['3095', '3095', [14, 16, 19]],
  ['36', '36', [14, 15, 16, 17, 18, 19]],
  ['38', '39', [14, 16, 19]],
  ['6011', '6011', [16, 17, 18, 19]],
  ['644', '659', [16, 17, 18, 19]],
  ['62', '62', [16, 17, 18, 19]],
  ['81', '82', [16]],
  ['60', '60', [16]],
  ['508', '508', [16]],
  ['3528', '3589', [16, 17, 18, 19]],
  ['2200', '2204', [16, 17, 18, 19]],
  ['50', '50', [12, 13, 14, 15, 16, 17, 18, 19]],
  ['56', '58', [12, 13, 14, 15, 16, 17, 18, 19]],
  ['6304', '6304', [12, 13, 14, 15, 16, 17, 18, 19]],
  ['6333', '6334', [16, 18, 19]],
  ['6759', '6763', [12, 13, 14, 15, 16, 17, 18, 19]],
  ['6767', '6767', [16, 18, 19]],
  ['1', '1', [15]],
];

/** Payment cards: the right length for their issuer, and Luhn's check digit (ISO/IEC 7812-1). */
export const card: Detector = {
  type: 'CARD',
  isWhole: true,
  mayMatch: (traits) => traits.digits >= 12,
  find({ text, groups }) {
    const matches: Match[] = [];
    for (let index = 0; index < groups.length; index++) {
      const last = lastGroup(text, groups, index);
      if (last === undefined) continue;
      matches.push({ start: groups[index]!.start, end: groups[last]!.end });
      index = last;
    }
    return matches;
  },
};

/** The group that a card number beginning at `index` ends with. Groups are joined by one space or one dash, always the same. */
function lastGroup(text: string, groups: readonly DigitGroup[], index: number): number | undefined {
  const { start, end } = groups[index]!;
  // Every layout that issuers print begins with four digits.
  if (end - start < 4 || text[start - 1] === '+') return undefined;
  let digits = '';
  let separator: string | undefined;
  for (let next = index; next < groups.length; next++) {
    const group = groups[next]!;
    if (next > index) {
      const gap = between(text, groups[next - 1]!, group);
      if (!/^[ -]$/.test(gap) || (separator !== undefined && gap !== separator)) return undefined;
      separator = gap;
    }
    digits += text.slice(group.start, group.end);
    if (digits.length > 19) return undefined;
    if (digits.length >= 12 && standsAlone(text, start, group.end) && isCardNumber(digits)) return next;
  }
  return undefined;
}

export function isCardNumber(digits: string): boolean {
  const isIssued = ISSUERS.some(([from, to, lengths]) => {
    const prefix = digits.slice(0, from.length);
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
  return isIssued && hasLuhnCheck(digits);
}

function hasLuhnCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30;
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0 && !/^(\d)\1*$/.test(digits);
}
