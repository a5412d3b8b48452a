import { allLocales } from '@faker-js/faker';
import { NAMES, type NameList } from './names-in-use.ts';

/** Which lists of faker.js are added to which of ours; those that are written in Latin letters. */
const LOCALES = {
  english: ['en', 'en_AU'],
  celtic: [],
  southAsian: ['en_IN', 'en_NP'],
  african: ['en_NG', 'yo_NG', 'en_GH', 'zu_ZA', 'en_ZA', 'fr_SN'],
  caribbean: [],
  eastAsian: ['id_ID'],
  european: ['pl', 'ro', 'it', 'es', 'pt_PT', 'de', 'fr', 'nl', 'cs_CZ', 'hu', 'lv', 'sv', 'da', 'hr'],
  middleEastern: ['tr'],
} as const satisfies Record<string, readonly (keyof typeof allLocales)[]>;

export const ORIGINS = Object.keys(LOCALES) as (keyof typeof LOCALES)[];
export type Origin = (typeof ORIGINS)[number];

const ONE_NAME = /^\p{Lu}[\p{L}'’-]+$/u;

/** Names by where they come from: ours first, then those of faker.js that ours lack. */
export function readNameLists(): Record<Origin, { own: NameList; all: NameList }> {
  const lists = ORIGINS.map((origin) => {
    const own = NAMES[origin]!;
    const people = LOCALES[origin].map((locale) => allLocales[locale].person);
    return [
      origin,
      {
        own,
        all: {
          given: unique([...own.given, ...people.flatMap((person) => namesIn(person?.first_name))]),
          family: unique([...own.family, ...people.flatMap((person) => namesIn(person?.last_name))]),
        },
      },
    ] as const;
  });
  return Object.fromEntries(lists) as Record<Origin, { own: NameList; all: NameList }>;
}

function namesIn(lists: object | null | undefined): string[] {
  return Object.values(lists ?? {})
    .flat()
    .filter((name): name is string => typeof name === 'string' && ONE_NAME.test(name));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
