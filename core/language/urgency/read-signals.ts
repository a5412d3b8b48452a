import type { ReadText } from '../read-text.ts';
import { CIRCUMSTANCE_WORDS, type CircumstanceWord } from './circumstance-words.ts';
import { findHarms, type FoundHarms, type HarmMention } from './find-harms.ts';
import { HARM_PATTERNS, HARMS, type Harm, type HarmPattern } from './harms.ts';
import { createWordIndex } from './word-index.ts';

/** What speaks for or against a specific harm to the writer or their kin: each 0 or more, by name. */
const CIRCUMSTANCES = [
  'severe',
  'very severe',
  'no pattern',
  'grave',
  'very grave',
  'kin',
  'self',
  'others',
  'no victim',
  'care',
  'no care',
  'failing',
  'failing often',
  'unheeded',
  'delay',
  'redress',
  'thanks',
  'praise',
  'recovery',
  'near miss',
  'saying',
  'laughter',
  'fiction',
  'news',
  'statistics',
  'politics',
  'campaign',
  'second hand',
  'hypothetical',
  'question',
  'old times',
  'elsewhere',
  'own accident',
  'negated',
  'staff voice',
  'link',
] as const;
export type Signal = `${Harm} ${HarmPattern['strength']}` | (typeof CIRCUMSTANCES)[number];
export const SIGNALS: readonly Signal[] = [...new Set(HARM_PATTERNS.map(signalOf)), ...CIRCUMSTANCES];

/** Signals that make a specific harm less likely; all others make it likelier. */
export const SPEAKS_AGAINST: ReadonlySet<Signal> = new Set([
  'no pattern',
  'no victim',
  'no care',
  'thanks',
  'praise',
  'recovery',
  'near miss',
  'saying',
  'laughter',
  'fiction',
  'news',
  'statistics',
  'politics',
  'campaign',
  'second hand',
  'hypothetical',
  'question',
  'old times',
  'elsewhere',
  'own accident',
  'negated',
  'staff voice',
  'link',
]);
export type Signals = Partial<Record<Signal, number>>;

export interface UrgencyReading {
  harms: Harm[];
  signals: Signals;
}

/** Tokens on both sides of a harm that are read for its circumstances: the whole of most posts, a few sentences of a long story. */
const AROUND = 45;
const MENTIONS_ROUND = 60;
/** Each further word says less; from these on, nothing. */
const MOST = 3;

const INDEX = createWordIndex<CircumstanceWord>(CIRCUMSTANCE_WORDS);
const LINK = /https?:\/\/|www\.|\[url |example\.(?:org|com|net)\//i;
const LONG_AGO = /^1[5-9]\d\d$/;

/** The signals of a text; null where it names no harm. */
export function readSignals(read: Pick<ReadText, 'text' | 'tokens' | 'words' | 'stems'>): UrgencyReading | null {
  const found = findHarms(read);
  if (!found) return null;
  const centre = chiefMention(found.mentions);
  const [from, to] = [Math.max(0, centre.start - AROUND), Math.min(read.words.length, centre.end + AROUND)];
  const near = found.mentions.filter(({ start, end }) => end >= centre.start - MENTIONS_ROUND && start <= centre.end + MENTIONS_ROUND);
  const signals = { ...harmSignals(near, found, from, to), ...circumstanceSignals(read, from, to) };
  return { harms: harmsOf(near), signals };
}

/** The mention that the rest is read around: one that is stated before one that is hinted, and the first of these. */
function chiefMention(mentions: readonly HarmMention[]): HarmMention {
  return mentions.reduce((best, mention) => (rankOf(mention) > rankOf(best) ? mention : best));
}

function rankOf({ pattern }: HarmMention): number {
  return (pattern.strength === 'stated' ? 2 : 0) + (pattern.harm === 'serious harm' ? 0 : 1);
}

/** Kinds that are stated, else those hinted at; harm of no kind in particular where nothing else is. */
function harmsOf(mentions: readonly HarmMention[]): Harm[] {
  const named = (strength: HarmPattern['strength']) => [
    ...new Set(mentions.flatMap(({ pattern }) => (pattern.strength === strength && pattern.harm !== 'serious harm' ? [pattern.harm] : []))),
  ];
  const [stated, hinted] = [named('stated'), named('hinted')];
  if (stated.length > 0) return stated;
  return hinted.length > 0 ? hinted : ['serious harm'];
}

function harmSignals(mentions: readonly HarmMention[], found: FoundHarms, from: number, to: number): Signals {
  const signals: Signals = {};
  for (const { pattern } of mentions) signals[signalOf(pattern)] = 1;
  for (const harm of HARMS) if (signals[`${harm} stated`]) delete signals[`${harm} hinted`];
  const within = (positions: readonly number[]) => positions.filter((position) => position >= from && position < to).length;
  const [severe, grave] = [within(found.severe), within(found.grave)];
  return {
    ...signals,
    severe: severe > 0 ? 1 : 0,
    'very severe': severe > 1 ? Math.min(3, severe - 1) : 0,
    grave: grave > 1 ? 1 : 0,
    'very grave': Math.max(0, Math.min(3, grave - 2)),
    'no pattern': signals['serious harm hinted'] === 1 && Object.keys(signals).length === 1 ? 1 : 0,
  };
}

function signalOf({ harm, strength }: HarmPattern): Signal {
  return `${harm} ${strength}`;
}

function circumstanceSignals({ text, words, stems }: Pick<ReadText, 'text' | 'words' | 'stems'>, from: number, to: number): Signals {
  const found = INDEX.find(words, stems, from, to);
  const count = (name: CircumstanceWord) => found?.[INDEX.numberOf(name)]?.length ?? 0;
  const any = (name: CircumstanceWord) => (count(name) > 0 ? 1 : 0);
  const some = (name: CircumstanceWord) => Math.log2(1 + Math.min(MOST, count(name))) / 2;
  let longAgo = any('oldTimes');
  for (let at = from; at < to && !longAgo; at++) if (LONG_AGO.test(words[at]!)) longAgo = 1;
  const failings = count('failing');
  return {
    kin: any('kin'),
    self: some('self'),
    others: any('others'),
    'no victim': any('kin') || any('self') || any('others') ? 0 : 1,
    care: any('care'),
    'no care': any('care') ? 0 : 1,
    failing: failings > 0 ? 1 : 0,
    'failing often': failings > 1 ? Math.min(MOST, failings - 1) : 0,
    unheeded: any('unheeded'),
    delay: any('delay'),
    redress: any('redress'),
    thanks: any('thanks'),
    praise: some('praise'),
    recovery: some('recovery'),
    'near miss': any('nearMiss'),
    saying: any('saying'),
    laughter: any('laughter'),
    fiction: some('fiction'),
    news: some('news'),
    statistics: some('statistics'),
    politics: some('politics'),
    campaign: some('campaign'),
    'second hand': any('secondHand'),
    hypothetical: some('hypothetical'),
    question: any('question'),
    'old times': longAgo,
    elsewhere: any('elsewhere'),
    'own accident': any('ownAccident'),
    negated: any('negated'),
    'staff voice': some('staffVoice'),
    link: LINK.test(text) ? 1 : 0,
  };
}
