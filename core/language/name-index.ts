import type { Token } from './tokens.ts';

interface Node<T> {
  next: Map<string, Node<T>>;
  found?: IndexedName<T>[];
}

/** Where a name stands: token positions, end exclusive. */
export interface NameContext {
  text: string;
  tokens: readonly Token[];
  from: number;
  to: number;
}

export interface IndexedName<T> {
  /** Folded words of the name. */
  tokens: readonly string[];
  value: T;
  /** Whether these words are the name here; without it they always are. */
  accepts?: ((at: NameContext) => boolean) | undefined;
}

export interface NameMatch<T> {
  value: T;
  from: number;
  to: number;
  /** The last token carries an "’s" that isn't the name's own. */
  isPossessive: boolean;
}

const POSSESSIVE = /^['\u2018\u2019]s$/i;

const AS_WRITTEN: ReadonlyMap<string, string> = new Map();

/**
 * Finds names in a text in one pass over its tokens: at each position the longest accepted name that starts there, none overlapping.
 *
 * @param spellings words that stand for a word of a name, where they are none of one themselves.
 */
export function createNameIndex<T>(names: readonly IndexedName<T>[], spellings = AS_WRITTEN) {
  const root: Node<T> = { next: new Map() };
  for (const name of names) {
    let node = root;
    for (const token of name.tokens) {
      let next = node.next.get(token);
      if (!next) node.next.set(token, (next = { next: new Map() }));
      node = next;
    }
    (node.found ??= []).push(name);
  }

  return function findNames(text: string, tokens: readonly Token[]): NameMatch<T>[] {
    const matches: NameMatch<T>[] = [];
    let from = 0;
    while (from < tokens.length) {
      const match = longestAt(root, text, tokens, from, spellings);
      if (match) matches.push(match);
      from = match ? match.to : from + 1;
    }
    return matches;
  };
}

function longestAt<T>(
  root: Node<T>,
  text: string,
  tokens: readonly Token[],
  from: number,
  spellings: ReadonlyMap<string, string>,
): NameMatch<T> | undefined {
  let best: NameMatch<T> | undefined;
  let step = follow(root, text, tokens[from]!, spellings);
  for (let to = from + 1; step; to++) {
    const { node, isPossessive } = step;
    const found = node.found?.find((name) => name.accepts?.({ text, tokens, from, to }) ?? true);
    if (found) best = { value: found.value, from, to, isPossessive };
    step = to < tokens.length && !isPossessive ? follow(node, text, tokens[to]!, spellings) : undefined;
  }
  return best;
}

/** "Hospital’s" goes where "Hospital" goes, unless the name itself has the possessive. */
function follow<T>(
  node: Node<T>,
  text: string,
  token: Token,
  spellings: ReadonlyMap<string, string>,
): { node: Node<T>; isPossessive: boolean } | undefined {
  const own = node.next.get(token.word) ?? node.next.get(spellings.get(token.word) ?? '');
  if (own) return { node: own, isPossessive: false };
  if (!token.word.endsWith('s') || !POSSESSIVE.test(text.slice(token.end - 2, token.end))) return undefined;
  const bare = node.next.get(token.word.slice(0, -1));
  return bare && { node: bare, isPossessive: true };
}
