import type { estypes } from '@elastic/elasticsearch';
import type { Query } from './compile-query.ts';

/** A set of posts within a selection. */
export interface Part {
  filter: Query;
}

export interface Wanted extends Part {
  field: string;
  /** What the cardinality aggregation said. */
  estimate: number;
}

type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;

/** Below this many, counts are exact. */
const MOST = 3_000;
/** Elasticsearch makes at most 65,536 buckets a request. */
const MOST_BUCKETS = 50_000;
const MOST_PARTS = 500;

/**
 * Whether an estimate needs no second look. Up to 5,000 the cardinality aggregation counts different 25-bit hashes, so it never says too
 * much, and says too little only where two values share a hash (for 3,000 values, once in eight): what reaches the number of posts is right.
 */
export function isCertain(estimate: number, posts: number): boolean {
  return estimate > MOST || estimate <= 1 || estimate === posts;
}

/** Counts different values one by one, by position. The values themselves stay in Elasticsearch. */
export async function countExactly(wanted: readonly Wanted[], count: (aggs: Aggregations) => Promise<unknown>): Promise<number[]> {
  const exact: number[] = [];
  for (const chunk of chunked(wanted)) {
    const aggs: Aggregations = {};
    for (const [n, { filter, field }] of chunk.entries()) {
      aggs[`part${n}`] = {
        filter,
        aggs: { values: { terms: { field, size: MOST + 1 } }, count: { stats_bucket: { buckets_path: 'values>_count' } } },
      };
    }
    const answer = (await count(aggs)) as Record<string, { count?: { count: number } }>;
    exact.push(...chunk.map((_, n) => answer[`part${n}`]?.count?.count ?? 0));
  }
  return exact;
}

function* chunked(wanted: readonly Wanted[]): Generator<Wanted[]> {
  let chunk: Wanted[] = [];
  let buckets = 0;
  for (const each of wanted) {
    if (chunk.length && (buckets + each.estimate > MOST_BUCKETS || chunk.length >= MOST_PARTS)) {
      yield chunk;
      chunk = [];
      buckets = 0;
    }
    chunk.push(each);
    buckets += each.estimate;
  }
  if (chunk.length) yield chunk;
}
