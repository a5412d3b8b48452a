import { systemClock } from '#core/clock.ts';
import { stateOf } from '#core/language/features/hash-token.ts';
import { createNameIndex } from '#core/language/name-index.ts';
import type { NameRange } from '#core/language/names/find-names.ts';
import { createOfficeHolderFinder } from '#core/language/names/public-office.ts';
import { ROLE, roleOf } from '#core/language/names/word-knowledge.ts';
import { tokenise, type Token } from '#core/language/tokens.ts';
import type { Additions } from '#core/organisations/additions.ts';
import type { Gazetteer } from '#core/organisations/gazetteer.ts';
import { namesOf } from '#core/organisations/organisation-names.ts';
import { createTownFinder } from '#core/organisations/town-names.ts';

/**
 * Where names stand that are no patient's or nurse's: of organisations, of towns that tell them apart, and of holders of public office. A place whose name
 * is a person's too is one unless a title, a relation or a role stands before it: "Dr James Cook" is no hospital.
 */
export function createKeptNames(gazetteer: Gazetteer): (text: string, date?: string) => NameRange[] {
  const findTowns = createTownFinder();
  const findOfficeHolders = createOfficeHolderFinder();
  const namedFinder = createNamedFinder(gazetteer);

  return (text, date) => {
    const tokens = tokenise(text);
    const atMs = date === undefined ? systemClock.now() : Date.parse(date);
    const { organisations, unresolved } = gazetteer.find(text, tokens, { atMs });
    const others = namedFinder()(text, tokens).map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end }));
    const places = [...organisations, ...unresolved, ...others, ...findTowns(text, tokens)];
    return [...places.filter(({ start }) => !isOfPerson(tokens, start)), ...findOfficeHolders(text, date)];
  };
}

/**
 * Names of several words alone. Whoever tags organisations wants more evidence that "James Paget" is one; who takes names out needs it less.
 * @returns the index of what the gazetteer holds now.
 */
function createNamedFinder(gazetteer: Gazetteer): () => ReturnType<typeof createNameIndex<null>> {
  let made: { of: Additions; index: ReturnType<typeof createNameIndex<null>> } | undefined;
  return () => {
    const { additions, directory } = gazetteer;
    if (made?.of !== additions) {
      const named = [...namesOf(directory, additions).values()].filter(({ tokens }) => tokens.length > 1);
      made = { of: additions, index: createNameIndex(named.map(({ tokens }) => ({ tokens, value: null }))) };
    }
    return made.index;
  };
}

/** Whether what stands before a name makes it a person's. */
function isOfPerson(tokens: readonly Token[], start: number): boolean {
  const before = tokens.findLast((token) => token.end <= start);
  return before !== undefined && start - before.end <= 2 && roleOf(stateOf(before.word)) !== ROLE.none;
}
