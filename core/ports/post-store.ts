import type { Interval } from '../calendar.ts';
import type { AnalysedPost, SentimentLabel } from '../insight.ts';
import type { ForgetReason } from '../post.ts';
import type { Selection } from '../query.ts';

/**
 * Posts with their insights, searchable. Every write is an upsert by id guarded by `version`, so replaying or shuffling
 * any batch changes nothing; what was forgotten stays forgotten. SQLite and Elasticsearch implement it.
 */
export interface PostStore extends AsyncDisposable {
  /** What is durably held of these posts now, tombstones included; ids that are not known are absent. */
  known(posts: readonly KnownRequest[]): Promise<Map<string, KnownPost>>;
  /** Result by position. Throws EarshotError 'unavailable' when the store can't take writes: nothing is lost, retry. */
  save(posts: readonly StoreWrite[]): Promise<SaveResult[]>;
  get(id: string): Promise<AnalysedPost | null>;
  /** The sealed reference to the post at its source, or null. */
  getReference(id: string): Promise<string | null>;
  search(request: SearchRequest, options?: ReadOptions): Promise<SearchPage>;
  /** Buckets with most posts first, ties by key. */
  aggregate(request: AggregateRequest, options?: ReadOptions): Promise<AggregateBucket[]>;
  /** One point for each interval of the range, empty ones included, in order. */
  series(request: SeriesRequest, options?: ReadOptions): Promise<SeriesPoint[]>;
  /** Counts over a whole selection. */
  totals(selection: Selection, options?: ReadOptions): Promise<Totals>;
  /** Erases posts for every reader, leaving tombstones that block their return, and says how many it erased. */
  forget(request: ForgetRequest): Promise<{ forgotten: number }>;
  /** Makes all acknowledged writes visible to reads. Elasticsearch needs it before a search sees a write. */
  refresh(): Promise<void>;
  /** Throws EarshotError 'unavailable' if the store can't be read or written. */
  checkHealth(): Promise<void>;
}

/**
 * A post and the sealed reference to it at its source; the two are kept apart and forgotten together. A newer version
 * without a reference keeps the held one.
 */
export interface StoreWrite {
  post: AnalysedPost;
  sealedReference?: string | undefined;
}

export interface KnownRequest {
  id: string;
  createdAtMs: number;
}

export interface KnownPost {
  version: number;
  /** Empty for a tombstone. */
  contentHash: string;
  erased: boolean;
}

/** `stale`: the same or a newer version is held. `erased`: a tombstone blocks it. `rejected`: the store can't hold this post. */
export type SaveResult = { type: 'stored' } | { type: 'stale' } | { type: 'erased' } | { type: 'rejected'; reason: string };

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Default 5,000. */
  timeoutMs?: number | undefined;
}

export const SORT_ORDERS = ['newest', 'oldest'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export interface SearchRequest extends Selection {
  /** 1 to 100. */
  limit: number;
  order?: SortOrder | undefined;
  /** Where the last page ended. */
  after?: SearchPosition | undefined;
}

/** Sort key of a post: its date, then its id. */
export interface SearchPosition {
  createdAtMs: number;
  id: string;
}

export interface SearchPage {
  posts: AnalysedPost[];
  total: number;
  next: SearchPosition | null;
}

/** A count that may be an estimate (± 2 %) where exactness would cost too much; never one below 3,000. */
export interface Estimate {
  value: number;
  approximate: boolean;
}

export type SentimentCounts = Record<SentimentLabel, number>;

export interface Totals {
  posts: number;
  voices: Estimate;
  clusters: Estimate;
  /** Only posts with an analysed sentiment count. */
  sentiment: SentimentCounts;
}

/** `theme` counts categories too: their ids have no dot. `place` counts every level: organisation, ICB, region. */
export const DIMENSIONS = ['theme', 'place', 'source', 'sentiment', 'lang', 'kind', 'relevance'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface AggregateRequest extends Selection {
  by: Dimension;
  /** 1 to 500. */
  limit: number;
}

export interface AggregateBucket extends Totals {
  key: string;
}

export interface SeriesRequest extends Selection {
  fromMs: number;
  toMs: number;
  interval: Interval;
}

export interface SeriesPoint {
  startMs: number;
  posts: number;
  voices: Estimate;
  sentiment: SentimentCounts;
}

export type ForgetRequest =
  | { type: 'posts'; ids: readonly string[]; reason: ForgetReason }
  /** Everything by these voices that was collected up to `collectedBeforeMs`, also what arrives later from a replay. */
  | { type: 'voices'; voices: readonly string[]; collectedBeforeMs: number; reason: ForgetReason }
  | { type: 'selection'; selection: Selection; reason: ForgetReason };
