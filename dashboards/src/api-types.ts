import type { Basis, Scope } from '#api/basis.ts';
import type { PostView } from '#api/present-post.ts';
import type { Estimate, SentimentCounts } from '#core/ports/post-store.ts';
import type { Interval } from '#core/calendar.ts';

/** The answers that the page reads, as `api/openapi.json` documents them. */
export interface TrendsAnswer {
  interval: Interval;
  items: TrendPoint[];
  basis: Basis;
}

interface TrendPoint {
  start: string;
  end: string;
  partial: boolean;
  posts: number;
  voices: Estimate;
  sentiment: SentimentCounts;
}

export interface ThemesAnswer {
  items: (ThemeCounts & { themes: (ThemeCounts & { definition: string | null })[] })[];
  basis: Basis;
}

interface ThemeCounts {
  id: string;
  name: string;
  posts: number;
  voices: Estimate;
  sentiment: SentimentCounts;
}

export interface PostsAnswer {
  items: PostView[];
  total: number;
  nextCursor: string | null;
  basis: Scope;
}

export interface SourcesAnswer {
  items: { id: string; collectedSince: string | null }[];
}

export interface OrganisationsAnswer {
  items: { ods: string; name: string }[];
}
