import { compileBraces, splitAlternatives } from '#core/braces.ts';

/** Word lists that templates refer to as `{name}`; their items are templates too. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Writes one text of a template, drawing from numbers 0 … 1. */
export type Template = (random: () => number) => string;

const RANGE = /^#(\d+)-(\d+)$/;
const NAME = /^[A-Za-z]+$/;

/** One of the items. */
export function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}

/**
 * Compiles templates: `{a|b|}` is one of the alternatives (they nest), `{#2-14}` a whole number with both ends, `{town}` an item
 * of a word list.
 *
 * @throws TypeError for an unknown list or unbalanced braces, so that compiling everything finds each slip.
 */
export function createExpander(lists: WordLists): (source: string) => Template {
  const compiledLists = new Map<string, readonly Template[]>();

  function listOf(name: string): readonly Template[] {
    const known = compiledLists.get(name);
    if (known) return known;
    const items = lists[name];
    if (!items) throw new TypeError(`there is no word list "${name}"`);
    const compiled: Template[] = [];
    compiledLists.set(name, compiled);
    compiled.push(...items.map(compile));
    return compiled;
  }

  function slot(inner: string): Template {
    const alternatives = splitAlternatives(inner);
    if (alternatives.length > 1) {
      const compiled = alternatives.map(compile);
      return (random) => pick(compiled, random)(random);
    }
    const range = RANGE.exec(inner);
    if (range) {
      const [low, high] = [Number(range[1]), Number(range[2])];
      return (random) => String(low + Math.floor(random() * (high - low + 1)));
    }
    if (!NAME.test(inner)) throw new TypeError(`"{${inner}}" is neither a choice, a range nor a name`);
    const items = listOf(inner);
    return (random) => pick(items, random)(random);
  }

  const compile = (source: string): Template => compileBraces(source, slot);

  return compile;
}
