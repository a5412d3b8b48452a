import { matchesOf, standsAlone } from '../boundaries.ts';
import type { Detector, Match } from '../types.ts';

const CURRENT = /[A-Z]{2}\d{7}/gi;
const AFTER_THE_WORD = /\bpassports?(?: ?(?:number|num|no|nr)\b)?\.?(?: is| was)?[ :=#-]{0,3}(\d{9})/gi;

/** Passport numbers: two letters and seven digits, or, after the word, nine digits. */
export const passport: Detector = {
  type: 'PASSPORT',
  mayMatch: (traits) => traits.digits >= 7,
  find({ text }) {
    const matches: Match[] = matchesOf(text, CURRENT);
    for (const match of text.matchAll(AFTER_THE_WORD)) {
      const end = match.index + match[0].length;
      const start = end - match[1]!.length;
      if (standsAlone(text, start, end)) matches.push({ start, end });
    }
    return matches;
  },
};
