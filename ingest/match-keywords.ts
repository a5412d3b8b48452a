import { tokenise, type Token } from '#core/language/tokens.ts';
import { createQuickLook } from './quick-look.ts';

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

/** Whether one of the texts holds a keyword. Hashtags that are no part of a text are given with their "#". */
export type KeywordMatcher = (texts: readonly (string | undefined)[]) => boolean;

/** A word or a phrase in folded tokens. With a sign it is found as a hashtag or as a mention only. */
interface Keyword {
  tokens: readonly string[];
  sign: '#' | '@' | undefined;
}

const SIGNS: Readonly<Record<string, Keyword['sign']>> = { '#': '#', '＃': '#', '@': '@', '＠': '@' };
/** What stands before the "@" of an address, and what goes on after the name of another account. */
const IN_ADDRESS = /[\p{L}\p{M}\p{N}_]$/u;
const IN_HANDLE = /^-[\p{L}\p{N}_]/u;

/**
 * Whole words and phrases, whatever their case, accents and apostrophes, as the tokeniser folds them: "nhs" is found in "#NHS" and "@nhs", "#nhs" in "#NHS" alone,
 * and "@nhsengland" in "@NHSEngland" and "@nhsengland.bsky.social", never in "NHSEngland" or "team@nhsengland.net".
 */
export function createKeywordMatcher(keywords: readonly string[] | 'all'): KeywordMatcher {
  if (keywords === 'all') return () => true;
  const wanted = keywords.map(readKeyword).filter(({ tokens }) => tokens.length > 0);
  const mayHold = createQuickLook(wanted.map(({ tokens }) => tokens));
  const byFirst = Map.groupBy(wanted, ({ tokens }) => tokens[0]!);

  function holds(text: string): boolean {
    const found = tokenise(text);
    return found.some(({ word }, start) => byFirst.get(word)?.some((keyword) => isAt(keyword, text, found, start)));
  }
  return (texts) => texts.some((text) => text !== undefined && mayHold(text) && holds(text));
}

function readKeyword(keyword: string): Keyword {
  const trimmed = keyword.trim();
  return { tokens: tokenise(trimmed).map(({ word }) => word), sign: SIGNS[trimmed[0] ?? ''] };
}

function isAt({ tokens, sign }: Keyword, text: string, found: readonly Token[], start: number): boolean {
  if (!tokens.every((token, offset) => found[start + offset]?.word === token)) return false;
  if (sign === undefined) return true;
  const at = found[start]!.start - 1;
  if (SIGNS[text[at] ?? ''] !== sign) return false;
  if (sign === '#') return true;
  return !IN_ADDRESS.test(text.slice(Math.max(0, at - 2), at)) && !IN_HANDLE.test(text.slice(found[start + tokens.length - 1]!.end));
}
