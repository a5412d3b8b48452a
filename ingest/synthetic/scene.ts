import { PEOPLE } from './grammar/people.ts';
import { PLACES, type SyntheticPlace } from './grammar/places.ts';
import { createWeightedPick, type Random } from './random.ts';
import type { Person, Scene, Template } from './template.ts';

/** A place as one comment calls it. */
export interface NamedPlace {
  place: SyntheticPlace;
  name: string;
}

const TOWNS = PLACES.map((place) => place.town);
const pickPlace = createWeightedPick(PLACES.map((item) => ({ item, weight: item.weight })));

export function randomPlace(random: Random): NamedPlace {
  return nameOf(pickPlace(random), random);
}

/** Mostly a hospital's name, now and then the trust's. */
export function nameOf(place: SyntheticPlace, random: Random): NamedPlace {
  return { place, name: random.chance(0.04) ? place.trust : random.pick(place.names) };
}

/** @returns a function that draws who a comment is about, of the given kinds (empty: anyone). */
export function createPeople(compile: (source: string) => Template): (kinds: readonly string[], random: Random) => Person {
  const people = PEOPLE.map((kind) => ({ kind, weight: kind.weight, subjects: kind.subjects.map(compile) }));
  const picks = new Map<string, (random: Random) => (typeof people)[number]>();

  function pickFor(kinds: readonly string[]) {
    const key = kinds.join();
    let pick = picks.get(key);
    if (!pick) {
      const allowed = people.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind.id));
      pick = createWeightedPick(allowed.map((item) => ({ item, weight: item.weight })));
      picks.set(key, pick);
    }
    return pick;
  }

  return (kinds, random) => {
    const { kind, subjects } = pickFor(kinds)(random);
    const { pronoun, object, possessive, was, has, is } = kind;
    const subject = random.pick(subjects)(createScene(random, undefined, SPEAKER));
    return { subject, pronoun, object, possessive, was, has, is, isOther: pronoun === 'he' || pronoun === 'she' };
  };
}

const SPEAKER: Person = { subject: 'I', pronoun: 'I', object: 'me', possessive: 'my', was: 'was', has: 'have', is: 'am', isOther: false };

/** How the place is said: "at Derriford Hospital", "in Plymouth". */
export interface Placing {
  name: string;
  town: string;
  word: 'at' | 'in';
}

export function placingOf(where: NamedPlace): Placing {
  return { name: where.name, town: where.place.town, word: 'at' };
}

export function createScene(random: Random, where: Placing | undefined, person: Person = SPEAKER): Scene {
  return {
    random,
    person,
    introduced: !person.isOther,
    at: where ? ` ${where.word} ${where.name}` : '',
    place: where?.name ?? 'NHS',
    town: where?.town ?? random.pick(TOWNS),
  };
}
