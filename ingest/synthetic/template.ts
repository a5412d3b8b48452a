import { compileBraces, splitAlternatives } from '#core/braces.ts';
import type { Random } from './random.ts';

/** What a sentence is about and where it happens: filled once for each post, so that pronouns and places agree. */
export interface Scene {
  random: Random;
  person: Person;
  /** The person was named: from now on pronouns stand for them. */
  introduced: boolean;
  /** " at Leeds General Infirmary", for the first sentence that has room for it; empty afterwards or where none is named. */
  at: string;
  /** The place's name alone, or "NHS". */
  place: string;
  /** A town near it. */
  town: string;
}

/** Whose experience it is: "I", "my mum", "we". `was`, `has` and `is` agree with the subject. */
export interface Person {
  subject: string;
  pronoun: string;
  object: string;
  possessive: string;
  was: string;
  has: string;
  is: string;
  /** Someone else, who must be named before a pronoun can stand for them. */
  isOther: boolean;
}

export type Template = (scene: Scene) => string;

/** Named lists that templates refer to as `{name}`; their items are templates too. */
export type Vocabulary = Record<string, readonly string[]>;

const SCENE_SLOTS: Record<string, Template> = {
  S: (scene) => refer(scene, scene.person.pronoun, ''),
  s: (scene) => refer(scene, scene.person.pronoun, ''),
  o: (scene) => refer(scene, scene.person.object, ''),
  p: (scene) => refer(scene, scene.person.possessive, '’s'),
  was: (scene) => scene.person.was,
  has: (scene) => scene.person.has,
  is: (scene) => scene.person.is,
  place: (scene) => scene.place,
  town: (scene) => scene.town,
  at: (scene) => {
    const { at } = scene;
    scene.at = '';
    return at;
  },
};

/** "my mum" at the first mention, "she" afterwards. */
function refer(scene: Scene, pronoun: string, ending: string): string {
  if (scene.introduced) return pronoun;
  scene.introduced = true;
  return scene.person.subject + ending;
}

const NUMBER = /^#(\d+)-(\d+)$/;
const NAME = /^[A-Za-z]+$/;

/**
 * Compiles templates: `{a|b|}` is one of the alternatives (they nest), `{#2-14}` a whole number, `{hours}` an item of the
 * vocabulary, `{S} {s} {o} {p} {was} {has} {is} {at} {place} {town}` come from
 * the scene.
 *
 * @throws TypeError for an unknown name or unbalanced braces, so a test that compiles everything finds each typing error.
 */
export function createCompiler(vocabulary: Vocabulary): (source: string) => Template {
  const lists = new Map<string, readonly Template[]>();

  function list(name: string): readonly Template[] {
    const known = lists.get(name);
    if (known) return known;
    const sources = vocabulary[name];
    if (!sources) throw new TypeError(`there is no word list "${name}"`);
    const filled: Template[] = [];
    lists.set(name, filled);
    filled.push(...sources.map(compile));
    return filled;
  }

  function slot(inner: string): Template {
    const alternatives = splitAlternatives(inner);
    if (alternatives.length > 1) {
      const compiled = alternatives.map(compile);
      return (scene) => scene.random.pick(compiled)(scene);
    }
    const range = NUMBER.exec(inner);
    if (range) {
      const [low, high] = [Number(range[1]), Number(range[2])];
      return (scene) => String(scene.random.between(low, high));
    }
    if (!NAME.test(inner)) throw new TypeError(`"{${inner}}" is neither a choice, a range nor a name`);
    const fromScene = SCENE_SLOTS[inner];
    if (fromScene) return fromScene;
    const items = list(inner);
    return (scene) => scene.random.pick(items)(scene);
  }

  const compile = (source: string): Template => compileBraces(source, slot);

  return compile;
}
