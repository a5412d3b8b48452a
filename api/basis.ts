import { z } from '@hono/zod-openapi';
import { RELEVANCE_KINDS } from '#core/insight.ts';
import type { ReadOptions } from '#core/ports/post-store.ts';
import type { SourceGap, SourceStatus } from '#core/ports/source-status.ts';
import type { ApiDeps } from './deps.ts';
import type { Filters } from './filters.ts';
import { formatInstant } from './instants.ts';
import type { Range } from './range.ts';
import { estimateSchema, instantSchema } from './shapes.ts';

const MAX_SOURCES = 100;

const scopeShape = {
  range: z.object({
    from: instantSchema,
    to: instantSchema.openapi({ description: 'Not in the range' }),
    timeZone: z.literal('Europe/London'),
  }),
  relevance: z
    .object({
      kinds: z.array(z.enum(RELEVANCE_KINDS)),
      by: z
        .enum(['default', 'parameter', 'query'])
        .openapi({ description: 'What chose these kinds; `query`: a relevance: field inside `q`' }),
    })
    .openapi({ description: 'Kinds of posts that are counted. Unless asked otherwise: experience and opinion only' }),
  versions: z.object({
    model: z.string(),
    taxonomy: z.string(),
    redactor: z.string(),
    note: z.string().openapi({ description: 'What the versions mean for older posts' }),
  }),
  synthetic: z.boolean().openapi({ description: 'These posts are invented' }),
};

export const scopeSchema = z.object(scopeShape).openapi('Scope', { description: 'What a list was chosen from' });

const gapSchema = z.object({ from: instantSchema, to: instantSchema.nullable(), reason: z.string() });

export const basisSchema = z
  .object({
    posts: z.int().nonnegative(),
    voices: estimateSchema,
    sources: z
      .array(
        z.object({
          id: z.string(),
          posts: z.int().nonnegative(),
          gaps: z.array(gapSchema).openapi({ description: 'Stretches of the range that this source was not, or not wholly, collected in' }),
        }),
      )
      .openapi({ description: 'Sources with posts in the selection or with gaps in its range' }),
    ...scopeShape,
  })
  .openapi('Basis', { description: 'What the numbers rest on' });

export type Scope = z.infer<typeof scopeSchema>;
export type Basis = z.infer<typeof basisSchema>;

type BasisDeps = Pick<ApiDeps, 'posts' | 'readSourceStatus' | 'taxonomy' | 'versions' | 'synthetic'>;

const VERSIONS_NOTE = 'Versions in use now. Each post carries those it was analysed with; a range that spans a change may show a break.';

export function describeScope(filters: Filters, deps: Omit<BasisDeps, 'posts' | 'readSourceStatus'>): Scope {
  return {
    range: { from: formatInstant(filters.range.fromMs), to: formatInstant(filters.range.toMs), timeZone: 'Europe/London' },
    relevance: { kinds: filters.relevance.kinds, by: filters.relevance.by },
    versions: { model: deps.versions.model, taxonomy: deps.taxonomy.version, redactor: deps.versions.redactor, note: VERSIONS_NOTE },
    synthetic: deps.synthetic,
  };
}

/** Counts the selection as a whole and by source, and names the gaps that lie in it. */
export async function describeBasis(filters: Filters, deps: BasisDeps, read: ReadOptions): Promise<Basis> {
  const selection = { where: filters.where, ...filters.range };
  const [totals, bySource, statuses] = await Promise.all([
    deps.posts.totals(selection, read),
    deps.posts.aggregate({ ...selection, by: 'source', limit: MAX_SOURCES }, read),
    deps.readSourceStatus(),
  ]);
  const gapsOf = new Map(
    statuses.filter((status) => filters.coversSource(status.id)).map((status) => [status.id, gapsWithin(status, filters.range)]),
  );
  const counted = bySource.map(({ key, posts }) => ({ id: key, posts, gaps: gapsOf.get(key) ?? [] }));
  const silent = [...gapsOf]
    .filter(([id, gaps]) => gaps.length > 0 && !counted.some((source) => source.id === id))
    .map(([id, gaps]) => ({ id, posts: 0, gaps }));
  return {
    posts: totals.posts,
    voices: { value: totals.voices.value, approximate: totals.voices.approximate },
    sources: [...counted, ...silent],
    ...describeScope(filters, deps),
  };
}

export function formatGap(gap: SourceGap): z.infer<typeof gapSchema> {
  return { from: formatInstant(gap.fromMs), to: gap.toMs === null ? null : formatInstant(gap.toMs), reason: gap.reason };
}

function gapsWithin(status: SourceStatus, range: Range): z.infer<typeof gapSchema>[] {
  return status.gaps.filter((gap) => gap.fromMs < range.toMs && (gap.toMs === null || gap.toMs > range.fromMs)).map(formatGap);
}

export { gapSchema };
