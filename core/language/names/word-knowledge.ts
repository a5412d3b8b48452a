import { createHashTable } from '../features/hash-table.ts';
import { finish, stateOf } from '../features/hash-token.ts';

/** What is known of a word, as bits of one byte. */
export const KNOWN = {
  /** Someone's given name or nickname. */
  given: 1,
  /** Someone's family name. */
  family: 2,
  place: 64,
  /** An organisation, a product, a day, a language: written with a capital and nobody. */
  other: 128,
} as const;
export const ANY_NAME = KNOWN.given | KNOWN.family;

/** How a word is written where no sentence begins, in texts at large: two bits from `CASE_SHIFT` on. */
export const CASE = { unknown: 0, lower: 1, either: 2, capital: 3 } as const;
export const CASE_SHIFT = 2;
export const caseOf = (bits: number): number => (bits >> CASE_SHIFT) & 3;

/** How often a first tagger took the word for a name, in texts at large: two bits from `TAGGED_SHIFT` on. */
export const TAGGED = { unknown: 0, seldom: 1, often: 2, mostly: 3 } as const;
export const TAGGED_SHIFT = 4;

/** What is known of words, by the hash state of a folded word; 0 for one that was never met. */
export interface WordKnowledge {
  of(state: number): number;
}

/** @param hashes of folded words, distinct; `bits` in their order. */
export function createWordKnowledge(hashes: Int32Array, bits: Uint8Array): WordKnowledge {
  const table = createHashTable(hashes);
  return {
    of(state) {
      const at = table.get(finish(state));
      return at < 0 ? 0 : bits[at]!;
    },
  };
}

/** What a word says of the one after it. */
export const ROLE = { none: 0, title: 1, kin: 2, called: 3, staff: 4 } as const;

const words = (role: number, list: string): [number, string][] => list.split(/\s+/).map((word) => [role, word]);
const ROLES: readonly (readonly [number, string])[] = [
  ...words(
    ROLE.title,
    'dr doctor mr mrs ms miss mx prof professor sir dame lord lady rev reverend canon master president captain king queen prince princess pope saint st',
  ),
  ...words(
    ROLE.kin,
    `mum mam mom mother dad father son daughter husband wife partner fiance fiancee brother sister nan nana nanna gran granny grandma grandmother grandad
    grandpa grandfather uncle aunt auntie aunty cousin niece nephew friend neighbour baby twin grandson granddaughter boyfriend girlfriend stepdad
    stepmum carer`,
  ),
  ...words(ROLE.called, 'called named name names'),
  ...words(
    ROLE.staff,
    `nurse matron midwife physio paramedic porter receptionist consultant surgeon registrar anaesthetist radiographer pharmacist dentist gp hca healthcare
    counsellor therapist phlebotomist sonographer doula chaplain coach manager actor actress singer author minister mp cllr councillor senator judge`,
  ),
];
const roles = createHashTable(Int32Array.from(ROLES, ([, word]) => finish(stateOf(word))));

/** One of `ROLE`, by the hash state of a folded word. */
export function roleOf(state: number): number {
  const at = roles.get(finish(state));
  return at < 0 ? ROLE.none : ROLES[at]![0];
}
