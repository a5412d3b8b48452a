import type { UrgencyLevel } from '../insight.ts';
import { createMatcher } from '../query-matcher.ts';
import { parseQuery } from '../query-parser.ts';
import { createRuleIndex } from '../rule-index.ts';
import type { ReadText } from './read-text.ts';

const rule = (query: string) => parseQuery(query, { length: 1_000, terms: 100 });

/** Specific harm, by reason: what a person should look at, whatever the comment's tone. */
const HARMS = [
  {
    reason: 'death',
    where: rule(
      '(died OR "passed away" OR "lost her life" OR "lost his life" OR stillborn) NEAR/12 (because OR waiting OR waited OR missed OR ignored OR failed OR neglected OR corridor OR ambulance OR "sent home" OR mistake)',
    ),
  },
  {
    reason: 'wrong medicine',
    where: rule(
      '"wrong medication" OR "wrong medicine" OR "wrong drug" OR "wrong dose" OR "wrong tablets" OR "wrong insulin" OR "double dose" OR "given an overdose" OR "given someone elses" OR (allergic OR allergy) NEAR/8 (gave OR given OR penicillin)',
    ),
  },
  {
    reason: 'wrong operation',
    where: rule(
      '"wrong side" OR "wrong leg" OR "wrong knee" OR "wrong eye" OR "wrong patient" OR (swab OR instrument) NEAR/4 (left OR inside)',
    ),
  },
  { reason: 'missed sepsis', where: rule('sepsis NEAR/10 (missed OR ignored OR nobody OR late OR "sent home" OR told)') },
  {
    reason: 'abuse',
    where: rule(
      '("hit me" OR "hit my" OR "hit her" OR "hit him" OR slapped OR assaulted OR "pinned down" OR groped OR bruises OR bruising) NEAR/8 (nurse OR staff OR carer OR ward OR doctor OR porter)',
    ),
  },
  {
    reason: 'self-harm',
    where: rule(
      '"kill myself" OR "end my life" OR "want to die" OR "suicidal" OR "self harm" OR "self harming" OR "took an overdose" OR "ending it"',
    ),
  },
];

const OWN = new Set(
  `i im ive my me we our us mum mam dad mother father husband wife son daughter partner sister brother gran nan nana grandad grandma baby child`.split(
    /\s+/,
  ),
);
const findHarms = createRuleIndex(HARMS);
const FIGURE_OF_SPEECH = createMatcher(
  parseQuery('"killing me" OR "bored to death" OR "dying to" OR "to die for" OR "dead on my feet" OR "suicidal empathy"'),
);

/**
 * First-person, specific harm goes to people to review, never to a public alert. Reasons name the kind of harm. Rules: they find what they name and miss
 * the rest.
 */
export function flagUrgency(read: ReadText): { level: UrgencyLevel; reasons: string[] } {
  if (!read.words.some((word) => OWN.has(word))) return { level: 'none', reasons: [] };
  const reasons = findHarms(read).map(({ rule: harm }) => harm.reason);
  if (reasons.length === 0 || FIGURE_OF_SPEECH(read)) return { level: 'none', reasons: [] };
  return { level: 'review', reasons };
}
