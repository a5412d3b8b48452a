import type { Post } from './post.ts';

export const RELEVANCE_KINDS = ['experience', 'opinion', 'news', 'advert', 'other'] as const;
export type RelevanceKind = (typeof RELEVANCE_KINDS)[number];

export const SENTIMENT_LABELS = ['positive', 'neutral', 'mixed', 'negative'] as const;
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number];

/**
 * How a place was found. `source`: by what the feed or file that it came from is about; `author-stated`: the post's own structured place field.
 * Profiles are never read.
 */
export const PLACE_BASES = ['named', 'alias', 'handle', 'source', 'author-stated'] as const;
export type PlaceBasis = (typeof PLACE_BASES)[number];

export const URGENCY_LEVELS = ['none', 'review'] as const;
export type UrgencyLevel = (typeof URGENCY_LEVELS)[number];

/** Whether people should look at a post because it tells of specific harm. */
export interface UrgencyInsight {
  level: UrgencyLevel;
  /** 0 … 1: orders the queue, and is no probability. Absent in what was analysed before it was kept. */
  score?: number;
  /** Kinds of harm in plain words; none where there is nothing to review. */
  reasons: string[];
}

/** A word that carried a decision. Offsets are UTF-16 code units into the post's text, or into its title, end exclusive. */
export interface WeighedWord {
  start: number;
  end: number;
  inTitle?: true;
  /** What it adds to the logit of what was decided. */
  weight: number;
}

/** One clause of a post that has several, and how it feels. */
export interface ClauseInsight {
  start: number;
  end: number;
  inTitle?: true;
  sentiment: SentimentLabel;
  /** −1 … 1. */
  score: number;
  /** Ids of the themes that it carries. */
  themes: string[];
}

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
  /**
   * The words that spoke most for the label, strongest first; of a neutral or mixed one those that pull to a side, negative weights to the negative.
   * Absent in what was analysed before they were kept.
   */
  words?: WeighedWord[];
}

export const EMOTIONS = ['anger', 'joy', 'optimism', 'sadness'] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** Which of four emotions a text is likeliest to show, supposing that it shows one. */
export interface EmotionInsight {
  label: Emotion;
  /** 0 … 1: the probability of the label among the four. */
  confidence: number;
}

export interface ThemeHit {
  /** slug(category) + '.' + slug(sub-category). */
  id: string;
  /** 0 … 1. */
  score: number;
  sentiment: SentimentLabel;
  /** The words that spoke most for it, strongest first; of a theme that only its rule finds, those that set the rule off, with weight 1. */
  words?: WeighedWord[];
}

/** Offsets are UTF-16 code units into the post's text, end exclusive. */
export interface OrganisationMention {
  ods: string;
  name: string;
  basis: PlaceBasis;
  /** ODS code of the site of that trust that is named; absent where it isn't known. */
  site?: string;
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
  /** Of a post with several; absent with fewer. */
  clauses?: ClauseInsight[];
  emotion?: EmotionInsight;
  /** 0 … 1: how likely its words would offend. */
  offensive?: number;
  organisations: OrganisationMention[];
  unresolved: UnresolvedMention[];
  urgency: UrgencyInsight;
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
