import { seededRandom } from '#core/seeded-random.ts';
import { generateRelevanceSet } from '../relevance-set/generate-relevance-set.ts';
import { SIDES, type Side, type UrgencyExample } from './generate-urgency-set.ts';
import type { Ranked } from './measure-queue.ts';

/** What a stream is made of: chosen, not counted anywhere. */
export const STREAM_SHARES = { urgent: 0.003, harmless: 0.05, ordinary: 0.947 };

/** An invented post that tells of no serious harm, and what it was made from: a family of templates, or a topic. */
export interface OrdinaryText {
  text: string;
  family: string;
}

/** Families of the relevance set that tell of serious harm, or may: neither ordinary nor labelled. */
const NOT_ORDINARY = new Set(
  [
    'ambulance-wait',
    'camhs-parent',
    'end-of-life',
    'grief-anniversary',
    'maternity-bad',
    'mental-health-crisis-team',
    'no-subject-cancer',
    'reddit-misdiagnosis',
    'reddit-discharge',
  ].map((name) => `experience/${name}`),
);

/** Single wordings of other families, and of the generator of posts, that do. */
const TOLD_HARM =
  /we lost our baby at|burst in the waiting|allergic|wrong (?:dose|med)|(?:somebody|someone) else['’]?s|in agony|missed the (?:fracture|infection|clot)|wrong with the baby|no one listened|he didn['’]?t come home/i;

/** The texts that may count as ordinary. */
export function ordinaryOnly(texts: readonly OrdinaryText[]): OrdinaryText[] {
  return texts.filter(({ text, family }) => !NOT_ORDINARY.has(family) && !TOLD_HARM.test(text));
}

/** Ordinary posts of the invented relevance set. */
export function ordinaryTexts(seed: number, size: number): OrdinaryText[] {
  return ordinaryOnly(generateRelevanceSet({ seed, size }));
}

/** Deals families to the sides, the same way each time: a family is wholly on one. */
export function sideOf(families: Iterable<string>): Map<string, Side> {
  const random = seededRandom(DEALING_SEED);
  const dealt = [...new Set(families)]
    .toSorted()
    .map((family) => ({ family, at: random() }))
    .toSorted((left, right) => left.at - right.at);
  return new Map(dealt.map(({ family }, nth) => [family, SIDES[nth % 2]!]));
}

const DEALING_SEED = 20_261_124;

/** A stream in the shares above, each part weighing what it should however many texts it has. */
export function buildStream(
  examples: readonly Pick<UrgencyExample, 'text' | 'isUrgent' | 'kind'>[],
  ordinary: readonly OrdinaryText[],
  score: (text: string) => number,
): Ranked[] {
  const urgent = examples.filter(({ isUrgent }) => isUrgent);
  const harmless = examples.filter(({ isUrgent }) => !isUrgent);
  return [
    ...urgent.map(({ text, kind }) => ({ score: score(text), weight: STREAM_SHARES.urgent / urgent.length, kind })),
    ...harmless.map(({ text }) => ({ score: score(text), weight: STREAM_SHARES.harmless / harmless.length })),
    ...ordinary.map(({ text }) => ({ score: score(text), weight: STREAM_SHARES.ordinary / ordinary.length })),
  ];
}
