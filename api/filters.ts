import { z } from '@hono/zod-openapi';
import { RELEVANCE_KINDS, SENTIMENT_LABELS, type RelevanceKind } from '#core/insight.ts';
import { POST_KINDS } from '#core/post.ts';
import { MAX_QUERY_LENGTH, parseQuery } from '#core/query-parser.ts';
import { allOf, anyOf, type QueryField, type QueryNode } from '#core/query.ts';
import type { ApiDeps } from './deps.ts';
import { list, listOfEnum, single, type ValueFilter } from './parameters.ts';
import { ProblemError } from './problem.ts';
import { resolveRange, type DefaultStart, type Range } from './range.ts';

const DEFAULT_RELEVANCE = ['experience', 'opinion'] as const satisfies readonly RelevanceKind[];
const ALL = 'all';

/** The parameters that choose posts. Every analytic route takes all of them. */
export const filterParameters = {
  q: single()
    .optional()
    .openapi({
      description: `Words, "phrases", AND OR NOT, parentheses, prefix*, NEAR/n, and fields such as theme: or place:. At most ${MAX_QUERY_LENGTH} characters.`,
      example: 'discharge NEAR/5 medication',
    }),
  theme: list({
    description: 'Id of a theme or of a category of themes: `/v1/taxonomy` lists them.',
    example: 'access-to-medical-care-support.timeliness-of-care',
    pattern: /^[a-z0-9-]{1,100}(?:\.[a-z0-9-]{1,100})?$/,
    must: 'the id of a theme or category, as /v1/taxonomy lists them',
    normalise: (value) => value.toLowerCase(),
  }),
  place: list({
    description: 'ODS code of an organisation, ICB or region: `/v1/organisations/search` finds them by name.',
    example: 'RR8',
    pattern: /^[A-Z0-9]{2,10}$/,
    must: 'an ODS code, such as RR8; /v1/organisations/search finds it by name',
    normalise: (value) => value.toUpperCase(),
  }),
  source: list({
    description: 'Id of a source: `/v1/sources` lists them.',
    example: 'bluesky',
    pattern: /^[a-z0-9][a-z0-9-]{0,39}$/,
    must: 'the id of a source, as /v1/sources lists them',
    normalise: (value) => value.toLowerCase(),
  }),
  sentiment: listOfEnum('Sentiment of the whole post.', SENTIMENT_LABELS, 'negative'),
  lang: list({
    description: 'Language code, such as en or cy.',
    example: 'en',
    pattern: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/,
    must: 'a language code, such as en or cy',
    normalise: (value) => value.toLowerCase(),
  }),
  kind: listOfEnum('Kind of post.', POST_KINDS, 'post'),
  relevance: listOfEnum(
    `What the post is: ${RELEVANCE_KINDS.join(', ')}. Without it, ${DEFAULT_RELEVANCE.join(' and ')} only; \`${ALL}\` for every kind.`,
    [...RELEVANCE_KINDS, ALL],
    'experience',
  ),
  from: single().optional().openapi({
    description:
      'First instant: ISO 8601 with a time zone, or a date, which begins at midnight in London. Without it, a default that "basis" states.',
    example: '2026-11-16',
  }),
  to: single().optional().openapi({
    description: 'First instant that is left out, in the same form. Without it, the end of today in London.',
    example: '2026-11-23',
  }),
};

export const filterSchema = z.strictObject(filterParameters);
export type FilterQuery = z.output<typeof filterSchema>;

/** Why only some kinds of relevance are counted: nobody asked, the parameter said so, or the query did. */
export type RelevanceRule = { by: 'default' | 'parameter' | 'query'; kinds: RelevanceKind[] };

export interface Filters {
  where: QueryNode;
  range: Range;
  relevance: RelevanceRule;
  /** Whether a source's posts may be in the selection, as far as the `source` parameter says. */
  coversSource(id: string): boolean;
}

/**
 * Builds what the stores are asked from the parameters of a request.
 * @throws QuerySyntaxError, or ProblemError for a theme that there isn't or a range that isn't allowed.
 */
export function buildFilters(query: FilterQuery, deps: Pick<ApiDeps, 'clock' | 'taxonomy'>, startOf?: DefaultStart): Filters {
  const words = parseQuery(query.q ?? '');
  checkThemes(query.theme, deps.taxonomy.themes);
  const relevance = relevanceRule(query.relevance, words);
  const relevanceNode =
    relevance.by === 'query' || relevance.kinds.length === RELEVANCE_KINDS.length
      ? []
      : [anyOf(relevance.kinds.map((value) => ({ type: 'field' as const, field: 'relevance' as const, value })))];
  const source = query.source;
  return {
    where: allOf([
      words,
      ...fieldNodes('theme', query.theme),
      ...fieldNodes('place', query.place),
      ...fieldNodes('source', source),
      ...fieldNodes('sentiment', query.sentiment),
      ...fieldNodes('lang', query.lang),
      ...fieldNodes('kind', query.kind),
      ...relevanceNode,
    ]),
    range: resolveRange(query, deps.clock.now(), startOf),
    relevance,
    coversSource: (id) => !source || ((source.include.length === 0 || source.include.includes(id)) && !source.exclude.includes(id)),
  };
}

function fieldNodes(field: QueryField, filter: ValueFilter | undefined): QueryNode[] {
  if (!filter) return [];
  const nodeOf = (value: string): QueryNode => ({ type: 'field', field, value });
  return [
    ...(filter.include.length ? [anyOf(filter.include.map(nodeOf))] : []),
    ...filter.exclude.map((value): QueryNode => ({ type: 'not', node: nodeOf(value) })),
  ];
}

function relevanceRule(filter: ValueFilter | undefined, words: QueryNode): RelevanceRule {
  if (!filter) {
    return namesRelevance(words) ? { by: 'query', kinds: [...RELEVANCE_KINDS] } : { by: 'default', kinds: [...DEFAULT_RELEVANCE] };
  }
  const isIncluded = (kind: RelevanceKind) => filter.include.length === 0 || filter.include.includes(ALL) || filter.include.includes(kind);
  const kinds = RELEVANCE_KINDS.filter((kind) => isIncluded(kind) && !filter.exclude.includes(kind) && !filter.exclude.includes(ALL));
  return { by: 'parameter', kinds };
}

function namesRelevance(node: QueryNode): boolean {
  if (node.type === 'and' || node.type === 'or') return node.nodes.some(namesRelevance);
  if (node.type === 'not') return namesRelevance(node.node);
  return node.type === 'field' && node.field === 'relevance';
}

function checkThemes(filter: ValueFilter | undefined, themes: ApiDeps['taxonomy']['themes']): void {
  for (const id of [...(filter?.include ?? []), ...(filter?.exclude ?? [])]) {
    if (themes.some((theme) => theme.id === id || theme.id.startsWith(`${id}.`))) continue;
    throw new ProblemError('invalid-parameter', {
      detail: `theme: there is no theme or category "${id}" in the taxonomy in use. /v1/taxonomy lists them.`,
      parameter: 'theme',
    });
  }
}
