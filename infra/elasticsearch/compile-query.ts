import type { estypes } from '@elastic/elasticsearch';
import type { QueryField, QueryNode, Selection } from '#core/query.ts';

export type Query = NonNullable<estypes.QueryDslQueryContainer>;

/** Where the index keeps each field of the query language. */
export const FIELDS = {
  theme: 'themeIds',
  source: 'source',
  place: 'places',
  sentiment: 'sentiment',
  lang: 'lang',
  cluster: 'cluster',
  kind: 'kind',
  relevance: 'relevance',
  voice: 'voice',
  urgency: 'urgency',
} as const satisfies Record<QueryField, string>;

/** Tokens are ours already: they are only split at spaces again. */
const ANALYZER = 'whitespace';

/** Compiles a selection to filters alone, since nothing is ranked. Only term, prefix, match_phrase, intervals, range and bool are used. */
export function compileSelection(selection: Selection): Query {
  const { where, fromMs, toMs } = selection;
  const range = { ...(fromMs === undefined ? {} : { gte: fromMs }), ...(toMs === undefined ? {} : { lt: toMs }) };
  return { bool: { filter: [compileNode(where), ...(Object.keys(range).length ? [{ range: { createdAtMs: range } }] : [])] } };
}

function compileNode(node: QueryNode): Query {
  switch (node.type) {
    case 'all':
      return { match_all: {} };
    case 'none':
      return { match_none: {} };
    case 'stems':
      return adjacent('stems', node.tokens);
    case 'phrase':
      return adjacent('words', node.tokens);
    case 'prefix':
      return { prefix: { words: { value: node.prefix } } };
    case 'near':
      return {
        intervals: { stems: { all_of: { ordered: false, max_gaps: node.distance, intervals: [run(node.left), run(node.right)] } } },
      };
    case 'field':
      return { term: { [FIELDS[node.field]]: { value: node.value } } };
    case 'and':
      return { bool: { filter: node.nodes.map(compileNode) } };
    case 'or':
      return node.nodes.length ? { bool: { should: node.nodes.map(compileNode), minimum_should_match: 1 } } : { match_none: {} };
    case 'not':
      return { bool: { must_not: [compileNode(node.node)] } };
  }
}

function adjacent(field: 'words' | 'stems', tokens: readonly string[]): Query {
  if (tokens.length === 0) return { match_none: {} };
  if (tokens.length === 1) return { term: { [field]: { value: tokens[0]! } } };
  return { match_phrase: { [field]: { query: tokens.join(' '), analyzer: ANALYZER } } };
}

function run(tokens: readonly string[]): estypes.QueryDslIntervalsContainer {
  return { match: { query: tokens.join(' '), analyzer: ANALYZER, ordered: true, max_gaps: 0 } };
}
