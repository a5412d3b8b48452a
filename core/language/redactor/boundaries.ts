import type { DigitGroup, Match } from './types.ts';

/** A letter or digit of folded text. */
export function isWordAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || unit === 0xf8;
}

/** An identifier is never part of a longer run of letters or digits. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !isWordAt(text, start - 1) && !isWordAt(text, end);
}

/** Matches of a global pattern that stand alone, with an optional further test. */
export function matchesOf(text: string, pattern: RegExp, accept: (match: RegExpExecArray) => boolean = () => true): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (standsAlone(text, match.index, end) && accept(match)) matches.push({ start: match.index, end });
  }
  return matches;
}

export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (const match of text.matchAll(/\d+/g)) groups.push({ start: match.index, end: match.index + match[0].length });
  return groups;
}

/** What stands between two neighbouring groups. */
export function between(text: string, left: DigitGroup, right: DigitGroup): string {
  return right.start - left.end > 6 ? '\n' : text.slice(left.end, right.start);
}
