import type { Post } from './post.ts';

export const RELEVANCE_KINDS = ['experience', 'opinion', 'news', 'advert', 'other'] as const;
export type RelevanceKind = (typeof RELEVANCE_KINDS)[number];

export const SENTIMENT_LABELS = ['positive', 'neutral', 'mixed', 'negative'] as const;
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number];

/** How a place was found. `author-stated`: the post's own structured place field; profiles are never read. */
export const PLACE_BASES = ['named', 'alias', 'handle', 'source', 'author-stated'] as const;
export type PlaceBasis = (typeof PLACE_BASES)[number];

export const URGENCY_LEVELS = ['none', 'review'] as const;
export type UrgencyLevel = (typeof URGENCY_LEVELS)[number];

export interface Sentiment {
  label: SentimentLabel;
  /** Very negative −2 … very positive 2. */
  level: number;
  /** −1 … 1. */
  score: number;
  /** 0 … 1: the probability of the label. */
  confidence: number;
  /** Over the three classes that the heads know; sums to 1. */
  probabilities: { negative: number; neutral: number; positive: number };
}

export interface ThemeHit {
  /** slug(category) + '.' + slug(sub-category). */
  id: string;
  /** 0 … 1. */
  score: number;
  sentiment: SentimentLabel;
}

/** Offsets are UTF-16 code units into the post's text, end exclusive. */
export interface OrganisationMention {
  ods: string;
  name: string;
  basis: PlaceBasis;
  start: number;
  end: number;
}

export interface UnresolvedMention {
  text: string;
  start: number;
  end: number;
  /** ODS codes that it may mean. */
  candidates: string[];
}

export interface AnalysisVersions {
  model: string;
  taxonomy: string;
  redactor: string;
}

/** What the pipeline found out about one post. A post in a language that is not analysed has null sentiment and no themes. */
export interface Insight {
  language: { code: string; reliable: boolean };
  relevance: { kind: RelevanceKind; confidence: number };
  sentiment: Sentiment | null;
  /** Best first. */
  themes: ThemeHit[];
  organisations: OrganisationMention[];
  unresolved: UnresolvedMention[];
  urgency: { level: UrgencyLevel; reasons: string[] };
  /** Post id of the first post of its near-duplicate cluster. */
  cluster: string;
  versions: AnalysisVersions;
}

/** What the store keeps: the post, its insight, and the token fields that both stores search. */
export interface AnalysedPost extends Post {
  version: number;
  analysedAtMs: number;
  insight: Insight;
  /** Folded words of title, question and text, space-separated: phrases and prefixes match here. */
  words: string;
  /** The same, stemmed: bare words and NEAR match here. */
  stems: string;
  /** ODS codes of the organisations it names with their ICB and region on the post's date. */
  places: string[];
  /** Ids of its themes and of their categories. */
  themeIds: string[];
}
