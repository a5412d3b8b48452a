import { stem } from '../stemmer.ts';

interface PhraseNode {
  next: Map<string, PhraseNode>;
  /** Numbers of the lists that have the phrase that ends here. */
  lists: number[];
}

/** Where words of each list stand in a text: positions of tokens, rising; undefined for a list without any. */
export type Occurrences = (number[] | undefined)[];

/** Finds the words of many lists in one pass. */
export interface WordIndex<Name extends string> {
  names: readonly Name[];
  numberOf(name: Name): number;
  /** In the tokens from `from` to `to`, the end exclusive; null if there are none. A phrase stands where it begins. */
  find(words: readonly string[], stems: readonly string[], from?: number, to?: number): Occurrences | null;
}

const ENTRY = /"([^"]+)"|\S+/g;

/** Lists of words: bare ones match by their stem, quoted ones word by word. */
export function createWordIndex<Name extends string>(lists: Readonly<Record<Name, string>>): WordIndex<Name> {
  const names = Object.keys(lists) as Name[];
  const byStem = new Map<string, number[]>();
  const phrases = new Map<string, PhraseNode>();
  names.forEach((name, list) => {
    for (const [entry, phrase] of lists[name].matchAll(ENTRY)) {
      if (phrase === undefined) addTo(byStem, stem(entry), list);
      else addPhrase(phrases, phrase.split(/\s+/), list);
    }
  });

  const empty: Occurrences = names.map(() => undefined);
  /** What a word begins, looked up once for each word: most begin nothing. */
  const known = new Map<string, Start | null>();
  const startOf = (word: string, stemmed: string): Start | null => {
    const lists = byStem.get(stemmed);
    const node = phrases.get(word);
    const start = lists || node ? { lists, node } : null;
    if (known.size >= CACHE_LIMIT) known.clear();
    known.set(word, start);
    return start;
  };

  return {
    names,
    numberOf: (name) => names.indexOf(name),
    find(words, stems, from = 0, to = words.length) {
      let found: Occurrences | null = null;
      for (let position = from; position < to; position++) {
        const word = words[position]!;
        let start = known.get(word);
        if (start === undefined) start = startOf(word, stems[position]!);
        if (start === null) continue;
        if (start.lists) add((found ??= none()), start.lists, position);
        for (let { node } = start, at = position + 1; node; node = at < to ? node.next.get(words[at++]!) : undefined) {
          if (node.lists.length > 0) add((found ??= none()), node.lists, position);
        }
      }
      return found;
    },
  };

  function none(): Occurrences {
    return empty.slice();
  }
}

interface Start {
  lists: number[] | undefined;
  node: PhraseNode | undefined;
}

const CACHE_LIMIT = 50_000;

function add(found: Occurrences, lists: readonly number[], position: number): void {
  for (const list of lists) {
    const positions = found[list];
    if (!positions) found[list] = [position];
    else if (positions.at(-1) !== position) positions.push(position);
  }
}

function addTo(byStem: Map<string, number[]>, key: string, list: number): void {
  const known = byStem.get(key);
  if (!known) byStem.set(key, [list]);
  else if (!known.includes(list)) known.push(list);
}

function addPhrase(roots: Map<string, PhraseNode>, phrase: readonly string[], list: number): void {
  let level = roots;
  let node: PhraseNode | undefined;
  for (const word of phrase) {
    node = level.get(word);
    if (!node) level.set(word, (node = { next: new Map(), lists: [] }));
    level = node.next;
  }
  if (node && !node.lists.includes(list)) node.lists.push(list);
}
