import type { Client, estypes } from '@elastic/elasticsearch';
import { intervalStarts, nextIntervalMs } from '#core/calendar.ts';
import { readStopped } from '#core/errors.ts';
import { SENTIMENT_LABELS } from '#core/insight.ts';
import type {
  AggregateBucket,
  AggregateRequest,
  Estimate,
  PostStore,
  SentimentCounts,
  SeriesPoint,
  Totals,
} from '#core/ports/post-store.ts';
import type { Selection } from '#core/query.ts';
import { compileSelection, FIELDS } from './compile-query.ts';
import { countExactly, isCertain, type Part } from './count-exactly.ts';
import { withDeadline, type Deadline } from './deadline.ts';
import type { IndexNames } from './names.ts';

type Aggregation = estypes.AggregationsAggregationContainer;

/** Linear counting up to here, a standard error of 0.4 % above (2^16 registers). */
const PRECISION = 12_000;
/** Each shard gives all its values, so that the first of them are the first of all; there are a few thousand organisations. */
const SHARD_SIZE = 10_000;

/** What is counted of any set of posts. */
const VOICES: Record<string, Aggregation> = { voices: { cardinality: { field: 'voice', precision_threshold: PRECISION } } };
const CLUSTERS: Record<string, Aggregation> = { clusters: { cardinality: { field: 'cluster', precision_threshold: PRECISION } } };
const SENTIMENT: Record<string, Aggregation> = { sentiment: { terms: { field: 'sentiment', size: SENTIMENT_LABELS.length } } };
const TOTALS = { ...VOICES, ...CLUSTERS, ...SENTIMENT };

interface Counted {
  doc_count: number;
  voices: { value: number };
  clusters?: { value: number };
  sentiment: { buckets: { key: string; doc_count: number }[] };
}

/** The part of `PostStore` that counts. */
export function createCounts(client: Client, names: IndexNames): Pick<PostStore, 'aggregate' | 'series' | 'totals'> {
  async function count<T>(selection: Selection, aggs: Record<string, Aggregation>, deadline: Deadline): Promise<T> {
    const answer = await client.search(
      {
        index: names.posts,
        query: compileSelection(selection),
        size: 0,
        track_total_hits: true,
        aggs,
        timeout: deadline.timeout,
        allow_partial_search_results: false,
        request_cache: false,
      },
      { signal: deadline.signal },
    );
    if (answer.timed_out) throw readStopped('timeout');
    return { ...answer.aggregations, doc_count: (answer.hits.total as estypes.SearchTotalHits).value } as T;
  }

  /** Distinct voices and clusters of each part: estimates above 3,000, exact below, where the index's own estimate may be off by one. */
  async function settle(
    selection: Selection,
    parts: readonly (Part & { counted: Counted })[],
    deadline: Deadline,
  ): Promise<[Estimate, Estimate][]> {
    const wanted = parts.flatMap(({ filter, counted }, part) =>
      (['voices', 'clusters'] as const).flatMap((what) => {
        const estimate = counted[what]?.value;
        if (estimate === undefined || isCertain(estimate, counted.doc_count)) return [];
        return [{ part, what, filter, field: what === 'voices' ? FIELDS.voice : FIELDS.cluster, estimate }];
      }),
    );
    const exact = await countExactly(wanted, (aggs) => count(selection, aggs, deadline));
    const values = new Map(wanted.map(({ part, what }, n) => [`${what} ${part}`, exact[n]!]));
    return parts.map(({ counted }, part) => [
      toEstimate(values.get(`voices ${part}`) ?? counted.voices.value),
      toEstimate(values.get(`clusters ${part}`) ?? counted.clusters?.value ?? 0),
    ]);
  }

  async function totals(selection: Selection, deadline: Deadline): Promise<Totals> {
    const counted = await count<Counted>(selection, TOTALS, deadline);
    const [[voices, clusters]] = (await settle(selection, [{ filter: { match_all: {} }, counted }], deadline)) as [[Estimate, Estimate]];
    return { posts: counted.doc_count, voices, clusters, sentiment: sentimentOf(counted) };
  }

  async function aggregate(request: AggregateRequest, deadline: Deadline): Promise<AggregateBucket[]> {
    const field = FIELDS[request.by];
    const terms = { field, size: request.limit, shard_size: Math.max(request.limit, SHARD_SIZE) };
    const { by } = await count<{ by: { buckets: (Counted & { key: string })[] } }>(request, { by: { terms, aggs: TOTALS } }, deadline);
    const parts = by.buckets.map((counted) => ({ filter: { term: { [field]: { value: counted.key } } }, counted }));
    const distinct = await settle(request, parts, deadline);
    return by.buckets.map((counted, n) => ({
      key: counted.key,
      posts: counted.doc_count,
      voices: distinct[n]![0],
      clusters: distinct[n]![1],
      sentiment: sentimentOf(counted),
    }));
  }

  /** By explicit ranges, so that days and weeks begin where `core/calendar` says and not where the server's time zones do. */
  async function series(request: Parameters<PostStore['series']>[0], deadline: Deadline): Promise<SeriesPoint[]> {
    const starts = intervalStarts(request.fromMs, request.toMs, request.interval);
    if (starts.length === 0) return [];
    const ranges = starts.map((start, n) => ({ from: start, to: starts[n + 1] ?? nextIntervalMs(start, request.interval) }));
    const range = { field: 'createdAtMs', ranges };
    const aggs = { points: { range, aggs: { ...VOICES, ...SENTIMENT } } };
    const { points } = await count<{ points: { buckets: Counted[] } }>(request, aggs, deadline);
    const parts = points.buckets.map((counted, n) => ({
      filter: { range: { createdAtMs: { gte: ranges[n]!.from, lt: ranges[n]!.to } } },
      counted,
    }));
    const distinct = await settle(request, parts, deadline);
    return points.buckets.map((counted, n) => ({
      startMs: starts[n]!,
      posts: counted.doc_count,
      voices: distinct[n]![0],
      sentiment: sentimentOf(counted),
    }));
  }

  return {
    totals: (selection, options) => withDeadline(options, (deadline) => totals(selection, deadline)),
    aggregate: (request, options) => withDeadline(options, (deadline) => aggregate(request, deadline)),
    series: (request, options) => withDeadline(options, (deadline) => series(request, deadline)),
  };
}

const EXACT_BELOW = 3_000;

function toEstimate(value: number): Estimate {
  return { value, approximate: value > EXACT_BELOW };
}

function sentimentOf({ sentiment }: Counted): SentimentCounts {
  const counts = new Map(sentiment.buckets.map(({ key, doc_count }) => [key, doc_count]));
  return Object.fromEntries(SENTIMENT_LABELS.map((label) => [label, counts.get(label) ?? 0])) as SentimentCounts;
}
