import { seededRandom } from '#core/seeded-random.ts';
import { pick } from '../relevance-set/expand-template.ts';
import { readNameLists, type Origin } from './name-lists.ts';
import { WITH_NAMES, WITHOUT_NAMES, WORDS } from './name-templates.ts';

/** A text whose names are known. Offsets are UTF-16 code units, end exclusive. */
export interface NamedText {
  text: string;
  names: { start: number; end: number; kind: string }[];
  /** Stretches that are neither learned from nor judged. */
  ignored: { start: number; end: number }[];
}

export interface InventedText extends NamedText {
  template: string;
  isLower: boolean;
}

/** How common names of each origin are in the texts: more of the rarer ones than in the population, so that they are learned too. */
const SHARES: readonly (readonly [Origin, number])[] = [
  ['english', 0.5],
  ['celtic', 0.1],
  ['southAsian', 0.16],
  ['african', 0.08],
  ['caribbean', 0.02],
  ['eastAsian', 0.05],
  ['european', 0.06],
  ['middleEastern', 0.03],
];
const WITH_A_NAME = 0.62;
/** From our own lists, which are of names in use here; else from all. */
const OWN = 0.82;
/** Family names in full names that no list has. */
const UNLISTED = 0.15;
const LOWER = 0.2;
const UPPER = 0.04;
const NICKNAMES = 'Daz Shaz Gaz Baz Jonno Robbo Smithy Macca Deano Kezza Bazza Tez Chaz Moz Jez Loz Bev Trish Jonesy Wilko Hodgy'.split(
  ' ',
);
const TITLES = ['Dr ', 'Mr ', 'Mrs ', 'Miss ', 'Ms ', 'Professor ', 'Prof ', 'Dr. '];
const LETTERS = 'A B C D E F G H J K L M N P R S T V W'.split(' ');
const OTHER_LETTERS = 'a e i o u l n r s t'.split(' ');
export const TEMPLATES: readonly string[] = [...WITH_NAMES, ...WITHOUT_NAMES];

/** Invented texts with names of many origins, and some that only look so; the same options give the same texts everywhere. */
export function generateNameTexts({ seed, size }: { seed: number; size: number }): InventedText[] {
  const random = seededRandom(seed);
  const lists = readNameLists();
  const from = (kind: 'given' | 'family', origin: Origin) => pick((random() < OWN ? lists[origin].own : lists[origin].all)[kind], random);
  const full = (origin: Origin) => {
    const middle = random() < 0.06 ? ` ${from('given', origin)}` : '';
    const second = random() < 0.04 ? `-${from('family', origin)}` : '';
    const family = from('family', origin);
    return `${from('given', origin)}${middle} ${random() < UNLISTED ? misspell(family, random) : family}${second}`;
  };
  const initial = () => `${pick(LETTERS, random)}${random() < 0.5 ? '.' : ''}`;
  const people: Readonly<Record<string, () => { before?: string; name: string; kind: string }>> = {
    given: () => ({ name: from('given', originBy(random)), kind: 'given name alone' }),
    nickname: () => ({ name: pick(NICKNAMES, random), kind: 'nickname' }),
    family: () => ({ name: from('family', originBy(random)), kind: 'family name' }),
    full: () => ({ name: full(originBy(random)), kind: 'full name' }),
    initials: () => ({
      name: `${initial()}${random() < 0.2 ? ` ${initial()}` : ''} ${from('family', originBy(random))}`,
      kind: 'initials',
    }),
    titled: () => {
      const origin = originBy(random);
      return { before: pick(TITLES, random), name: random() < 0.6 ? from('family', origin) : full(origin), kind: 'after a title' };
    },
  };
  return Array.from({ length: size }, () => {
    const template = pick(random() < WITH_A_NAME ? WITH_NAMES : WITHOUT_NAMES, random);
    let text = '';
    const names: NamedText['names'] = [];
    for (const part of template.split(/(\{\w+\})/)) {
      const slot = /^\{(\w+)\}$/.exec(part)?.[1];
      const person = slot === undefined ? undefined : people[slot]?.();
      if (person) {
        text += person.before ?? '';
        names.push({ start: text.length, end: text.length + person.name.length, kind: person.kind });
        text += person.name;
      } else text += slot === undefined ? part : pick(WORDS[slot]!, random);
    }
    const manner = random();
    const isLower = manner < LOWER;
    return { text: rewrite(text, isLower, manner < LOWER + UPPER), names, ignored: [], template, isLower };
  });
}

function originBy(random: () => number): Origin {
  let left = random();
  for (const [origin, share] of SHARES) if ((left -= share) < 0) return origin;
  return 'english';
}

/** All in one case, where that keeps every offset. */
function rewrite(text: string, isLower: boolean, isOneCase: boolean): string {
  if (!isOneCase) return text;
  const changed = isLower ? text.toLowerCase() : text.toUpperCase();
  return changed.length === text.length ? changed : text;
}

/** A letter doubled, dropped or changed, so that the name is in no list. */
function misspell(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 1));
  const kind = random();
  if (kind < 0.34) return name.slice(0, at) + name.slice(at - 1).toLowerCase();
  if (kind < 0.67 && name.length > 4) return name.slice(0, at) + name.slice(at + 1);
  return name.slice(0, at) + pick(OTHER_LETTERS, random) + name.slice(at + 1);
}
