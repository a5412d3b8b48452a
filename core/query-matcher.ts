import type { AnalysedPost } from './insight.ts';
import type { QueryField, QueryNode } from './query.ts';

/** What a query is tested on: the tokens of a text in order and, where the query names fields, their values. */
export interface Matchable {
  words: readonly string[];
  stems: readonly string[];
  fields?: Partial<Record<QueryField, readonly string[]>> | undefined;
}

export type Matcher = (document: Matchable) => boolean;

type Positions = Map<string, number[]>;

/** Positions by token, made once for each token list however many matchers look at it. */
const indexes = new WeakMap<readonly string[], Positions>();

function positionsIn(tokens: readonly string[]): Positions {
  const known = indexes.get(tokens);
  if (known) return known;
  const positions: Positions = new Map();
  tokens.forEach((token, position) => {
    const at = positions.get(token);
    if (at) at.push(position);
    else positions.set(token, [position]);
  });
  indexes.set(tokens, positions);
  return positions;
}

/**
 * Compiles a query into a test of one document in memory, with the same meaning as the stores give it. Documents are
 * treated as immutable: the same `words` and `stems` arrays are indexed once and may be tested by many matchers.
 */
export function createMatcher(node: QueryNode): Matcher {
  switch (node.type) {
    case 'all':
      return () => true;
    case 'none':
      return () => false;
    case 'stems':
      return runMatcher(node.tokens, 'stems');
    case 'phrase':
      return runMatcher(node.tokens, 'words');
    case 'prefix':
      return (document) => {
        for (const word of positionsIn(document.words).keys()) if (word.startsWith(node.prefix)) return true;
        return false;
      };
    case 'near':
      return (document) => {
        const lefts = runStarts(document.stems, node.left);
        const rights = lefts.length ? runStarts(document.stems, node.right) : [];
        return rights.length > 0 && isNear(lefts, node.left.length, rights, node.right.length, node.distance);
      };
    case 'field':
      return (document) => document.fields?.[node.field]?.includes(node.value) ?? false;
    case 'and': {
      const matchers = node.nodes.map(createMatcher);
      return (document) => matchers.every((matches) => matches(document));
    }
    case 'or': {
      const matchers = node.nodes.map(createMatcher);
      return (document) => matchers.some((matches) => matches(document));
    }
    case 'not': {
      const matches = createMatcher(node.node);
      return (document) => !matches(document);
    }
  }
}

function runMatcher(run: readonly string[], list: 'words' | 'stems'): Matcher {
  if (run.length === 1) return (document) => positionsIn(document[list]).has(run[0]!);
  return (document) => runStarts(document[list], run).length > 0;
}

/** Where a run of adjacent tokens begins. */
function runStarts(tokens: readonly string[], run: readonly string[]): number[] {
  const starts = positionsIn(tokens).get(run[0] ?? '') ?? [];
  if (run.length === 1) return starts;
  return starts.filter((start) => run.every((token, offset) => tokens[start + offset] === token));
}

/** Whether some left and right run have at most `distance` tokens between them. Both lists rise, so one pass is enough. */
function isNear(lefts: number[], leftLength: number, rights: number[], rightLength: number, distance: number): boolean {
  let left = 0;
  let right = 0;
  while (left < lefts.length && right < rights.length) {
    const leftStart = lefts[left]!;
    const rightStart = rights[right]!;
    const between = leftStart < rightStart ? rightStart - leftStart - leftLength : leftStart - rightStart - rightLength;
    if (between <= distance) return true;
    if (leftStart < rightStart) left++;
    else right++;
  }
  return false;
}

/** A stored post as the matcher sees it. */
export function matchableOf(post: AnalysedPost): Matchable {
  const { insight } = post;
  return {
    words: post.words.split(' ').filter(Boolean),
    stems: post.stems.split(' ').filter(Boolean),
    fields: {
      theme: post.themeIds,
      source: [post.source],
      place: post.places,
      sentiment: insight.sentiment ? [insight.sentiment.label] : [],
      lang: [insight.language.code],
      cluster: [insight.cluster],
      kind: [post.kind],
      relevance: [insight.relevance.kind],
      voice: post.voice ? [post.voice] : [],
      urgency: [insight.urgency.level],
    },
  };
}
