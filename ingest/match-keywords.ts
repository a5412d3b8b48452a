import { createMatcher } from '#core/query-matcher.ts';
import { stem } from '#core/language/stemmer.ts';
import { tokenise } from '#core/language/tokens.ts';
import { anyOf, type QueryNode } from '#core/query.ts';

/**
 * What a stream is searched for unless configured otherwise. "nhs" alone finds most of it; the rest are terms of health care in England that
 * people use without naming the NHS, each specific enough not to drown it in American hospitals.
 */
export const DEFAULT_KEYWORDS: readonly string[] = [
  'nhs',
  'nhs england',
  'gp surgery',
  'gp appointment',
  'gp receptionist',
  'see a gp',
  'see my gp',
  'my gp',
  'a&e',
  'nhs111',
  '111 call',
  'camhs',
  'cqc',
  'icb',
  'integrated care board',
  'resident doctors',
  'junior doctors',
  'district nurse',
  'district nurses',
  'health visitor',
  'ambulance service',
  'nhs dentist',
  'nhs dentistry',
  'royal infirmary',
  'hospital trust',
  'foundation trust',
  'talking therapies',
  'corridor care',
  'two week wait',
  'pals complaint',
  'outpatients',
  'nhs app',
];

/** A quick look before anything is tokenised: the cheapest sign that a keyword may be there. */
export function createKeywordMatcher(keywords: readonly string[] | 'all'): (texts: readonly (string | undefined)[]) => boolean {
  if (keywords === 'all') return () => true;
  const runs = keywords.map((keyword) => tokenise(keyword).map(({ word }) => word)).filter((run) => run.length > 0);
  const nodes: QueryNode[] = runs.map((tokens) => ({ type: 'phrase', tokens }));
  const matches = createMatcher(anyOf(nodes));
  const firsts = new Set(runs.map((run) => run[0]!));
  return (texts) =>
    texts.some((text) => {
      if (!text) return false;
      const words = tokenise(text).map(({ word }) => word);
      if (!words.some((word) => firsts.has(word))) return false;
      return matches({ words, stems: words.map(stem) });
    });
}
