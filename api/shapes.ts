import { z } from '@hono/zod-openapi';
import type { SentimentLabel } from '#core/insight.ts';
import type { Totals } from '#core/ports/post-store.ts';

/** Shapes that several resources answer with. */
export const instantSchema = z.iso.datetime().openapi({ description: 'ISO 8601, UTC', example: '2026-11-16T00:00:00.000Z' });

export const estimateSchema = z
  .object({ value: z.int(), approximate: z.boolean() })
  .openapi('Estimate', { description: 'A count; `approximate` when it is an estimate (within 2 %), which only counts above 3,000 are' });

const count = z.int().nonnegative();

export const sentimentCountsSchema = z
  .object({ positive: count, neutral: count, mixed: count, negative: count } satisfies Record<SentimentLabel, typeof count>)
  .openapi('SentimentCounts', { description: 'Posts by sentiment. Posts in a language that is not analysed are in none' });

/** Counts of one part of a selection. */
export const totalsShape = {
  posts: count,
  voices: estimateSchema.openapi({ description: 'Distinct authors, as far as pseudonyms that change each quarter can tell' }),
  clusters: estimateSchema.openapi({ description: 'Distinct wordings: near-copies count once' }),
  sentiment: sentimentCountsSchema,
};

const NOTHING: Totals = {
  posts: 0,
  voices: { value: 0, approximate: false },
  clusters: { value: 0, approximate: false },
  sentiment: { positive: 0, neutral: 0, mixed: 0, negative: 0 },
};

/** Only the declared fields, so that nothing a store adds reaches a reader by accident. */
export function totalsOf(totals: Totals = NOTHING): z.infer<z.ZodObject<typeof totalsShape>> {
  const { posts, voices, clusters, sentiment } = totals;
  const { positive, neutral, mixed, negative } = sentiment;
  return {
    posts,
    voices: { value: voices.value, approximate: voices.approximate },
    clusters: { value: clusters.value, approximate: clusters.approximate },
    sentiment: { positive, neutral, mixed, negative },
  };
}
