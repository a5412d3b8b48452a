import { NOTHING_ADDED, type Additions } from './additions.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createOrganisationFinder, type FindOrganisations } from './find-organisations.ts';

/** What is known of organisations: their place in the geography, and how to find them in texts. What a team adds is taken up as it comes. */
export interface Gazetteer {
  readonly directory: Directory;
  readonly find: FindOrganisations;
  /** What was added last. */
  readonly additions: Additions;
  /** Replaces what was added before. */
  use(additions: Additions): void;
}

/** Names are made ready with the first text: what only looks codes up doesn't wait for them. */
export function createGazetteer(): Gazetteer {
  let added = NOTHING_ADDED;
  let directory = createDirectory();
  let find: FindOrganisations | undefined;

  return {
    directory: {
      get: (code) => directory.get(code),
      all: () => directory.all(),
      ancestorsOf: (code, atMs) => directory.ancestorsOf(code, atMs),
      currentIcb: (code, atMs) => directory.currentIcb(code, atMs),
      successorsOf: (code) => directory.successorsOf(code),
      search: (text, limit) => directory.search(text, limit),
    },
    find: (text, tokens, about) => (find ??= createOrganisationFinder(directory, added))(text, tokens, about),
    get additions() {
      return added;
    },
    use(additions) {
      added = additions;
      directory = createDirectory(additions.records.filter(({ kind }) => kind === 'practice'));
      find = undefined;
    },
  };
}
