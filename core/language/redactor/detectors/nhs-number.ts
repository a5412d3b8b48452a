import { between, standsAlone } from '../boundaries.ts';
import type { Detector, DigitGroup, Match } from '../types.ts';

const CONTEXT = /\bnhs {0,3}(?:number\b|num\b|no\b|nr\b|#)\.? {0,3}(?:is|was)? {0,3}[:=#-]? {0,3}$/i;

/**
 * NHS numbers: ten digits, plain or 3-3-4 with spaces or dashes, whose check digit is right (modulus 11, NHS Data
 * Dictionary). Directly after "NHS number" or "NHS no" any ten digits count: a typing error is still someone's number.
 */
export const nhsNumber: Detector = {
  type: 'NHS_NUMBER',
  mayMatch: (traits) => traits.digits >= 10,
  find({ text, groups }) {
    const matches: Match[] = [];
    groups.forEach((group, index) => {
      const end = endOf(text, groups, index);
      if (end === undefined || !isIsolated(text, group.start, end)) return;
      const digits = text.slice(group.start, end).replace(/\D/g, '');
      if (isNhsNumber(digits) || CONTEXT.test(text.slice(Math.max(0, group.start - 40), group.start)))
        matches.push({ start: group.start, end });
    });
    return matches;
  },
};

function endOf(text: string, groups: readonly DigitGroup[], index: number): number | undefined {
  const first = groups[index]!;
  if (first.end - first.start === 10) return first.end;
  const second = groups[index + 1];
  const third = groups[index + 2];
  if (!second || !third || first.end - first.start !== 3 || second.end - second.start !== 3 || third.end - third.start !== 4)
    return undefined;
  const separator = between(text, first, second);
  return /^(?: {1,2}| ?- ?)$/.test(separator) && between(text, second, third) === separator ? third.end : undefined;
}

function isIsolated(text: string, start: number, end: number): boolean {
  if (!standsAlone(text, start, end) || text[start - 1] === '+') return false;
  return !/\d[.,]$/.test(text.slice(Math.max(0, start - 2), start)) && !/^[.,]\d/.test(text.slice(end, end + 2));
}

export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += (10 - index) * Number(digits[index]);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}
