import { standsAlone } from '../boundaries.ts';
import type { Detector, Match, Subject } from '../types.ts';

const CURRENT = /([A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|[67]\d))( ?)([A-HJ-PR-Z]{3})/gi;
const PREFIX = /[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Z]{3}/gi;
const SUFFIX = /[A-HJ-PR-Z]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]/gi;
const NORTHERN_IRISH = /[A-HJ-PR-Z]?[A-Z]Z ?\d{1,4}/gi;

const CONTEXT =
  /\b(?:regs?|registrations?|reg(?:istration)? ?(?:no|number|mark)|number ?plates?|plates?|vehicles?|cars?|vans?|taxis?|motorbikes?|lorry|driving an?|parked)\b[^.,;!?\n]{0,20}$/i;

/** Three-letter words that follow a ward or an outward postcode ("LS12 and"). */
const WORDS = new Set(
  (
    'and the for was are but not you all can had her one our out day get has him his how man new now old see two way who boy did its let put say she too use ' +
    'yes yet why any may got own per few far off saw set ask bed bay end eye gps gp app area did men mum dad kid job lot met pay ran red run sat sky top try was ' +
    'war wet won got gave went been have been from them they when where with that this two ten six'
  ).split(' '),
);

/**
 * Vehicle registration marks. The current format (AB12 CDE) stands for itself; older formats look like the names of
 * wards and need a word such as "reg" before them, or are the whole text.
 */
export const vehicle: Detector = {
  type: 'VEHICLE',
  mayMatch: (traits) => traits.digits >= 1,
  find(subject) {
    return [...currentMarks(subject.text), ...olderMarks(subject)];
  },
};

function currentMarks(text: string): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(CURRENT)) {
    const end = match.index + match[0].length;
    if (!standsAlone(text, match.index, end)) continue;
    const isSplitWord = match[2] === ' ' && (WORDS.has(match[3]!.toLowerCase()) || isMixed(match[1]!, match[3]!));
    if (!isSplitWord || hasContext(text, match.index)) matches.push({ start: match.index, end });
  }
  return matches;
}

/** "LS12 van": the letters before in capitals, those after not. */
function isMixed(before: string, after: string): boolean {
  return /[A-Z]/.test(before) && /[a-z]/.test(after);
}

function olderMarks({ text }: Subject): Match[] {
  const matches: Match[] = [];
  for (const pattern of [PREFIX, SUFFIX, NORTHERN_IRISH]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isWholeText = text.trim().length === match[0].length;
      if (standsAlone(text, match.index, end) && (isWholeText || hasContext(text, match.index))) matches.push({ start: match.index, end });
    }
  }
  return matches;
}

function hasContext(text: string, start: number): boolean {
  return CONTEXT.test(text.slice(Math.max(0, start - 60), start));
}
