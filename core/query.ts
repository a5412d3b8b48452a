/**
 * The query language's syntax tree: what the API and commands build, and what each store compiles. Tokens are already
 * analysed (`core/language/tokens.ts`); no node holds raw text, so a compiler only has to quote words.
 */
export const QUERY_FIELDS = ['theme', 'source', 'place', 'sentiment', 'lang', 'cluster', 'kind', 'relevance', 'voice', 'urgency'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

export type QueryNode =
  | { type: 'all' }
  | { type: 'none' }
  /** Adjacent stems, in order; one for a plain word. */
  | { type: 'stems'; tokens: string[] }
  /** Adjacent exact words, in order. */
  | { type: 'phrase'; tokens: string[] }
  /** Any word that begins with `prefix` (at least two characters). */
  | { type: 'prefix'; prefix: string }
  /** Two different runs of stems, either order, at most `distance` tokens between them. */
  | { type: 'near'; left: string[]; right: string[]; distance: number }
  /** An exact, lower-cased value of a field (ODS codes upper case). */
  | { type: 'field'; field: QueryField; value: string }
  | { type: 'and'; nodes: QueryNode[] }
  | { type: 'or'; nodes: QueryNode[] }
  | { type: 'not'; node: QueryNode };

/** What a read is about: a query and a half-open range of the posts' dates. */
export interface Selection {
  where: QueryNode;
  /** Inclusive. */
  fromMs?: number | undefined;
  /** Exclusive. */
  toMs?: number | undefined;
}

export const MATCH_ALL: QueryNode = { type: 'all' };

/** All of `nodes`, flattened, without needless wrapping. */
export function allOf(nodes: readonly QueryNode[]): QueryNode {
  const flat = nodes.flatMap((node) => (node.type === 'and' ? node.nodes : node.type === 'all' ? [] : [node]));
  if (flat.some((node) => node.type === 'none')) return { type: 'none' };
  if (flat.length === 0) return MATCH_ALL;
  return flat.length === 1 ? flat[0]! : { type: 'and', nodes: flat };
}

/** Any of `nodes`; none of them matches nothing. */
export function anyOf(nodes: readonly QueryNode[]): QueryNode {
  const flat = nodes.flatMap((node) => (node.type === 'or' ? node.nodes : node.type === 'none' ? [] : [node]));
  if (flat.some((node) => node.type === 'all')) return MATCH_ALL;
  if (flat.length === 0) return { type: 'none' };
  return flat.length === 1 ? flat[0]! : { type: 'or', nodes: flat };
}
