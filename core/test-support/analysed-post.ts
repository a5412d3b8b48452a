import { createHash } from 'node:crypto';
import type { AnalysedPost, Insight, RelevanceKind, SentimentLabel, UrgencyLevel } from '../insight.ts';
import { tokenFields } from '../language/tokens.ts';
import { postVersion } from '../post.ts';
import { categoryOf } from '../theme.ts';

/** Fields of a post, with short forms for the parts of its insight that tests vary. */
export interface PostOverrides extends Partial<Omit<AnalysedPost, 'insight'>> {
  /** A readable name; the id is made from it. Default `post`. */
  name?: string | undefined;
  insight?: Partial<Insight> | undefined;
  sentiment?: SentimentLabel | null | undefined;
  /** Theme ids; their categories are added to `themeIds`. */
  themes?: readonly string[] | undefined;
  lang?: string | undefined;
  cluster?: string | undefined;
  relevance?: RelevanceKind | undefined;
  urgency?: UrgencyLevel | undefined;
}

export const BUILT_AT_MS = Date.UTC(2026, 10, 16, 9);

const LEVELS: Record<SentimentLabel, number> = { positive: 1, neutral: 0, mixed: 0, negative: -1 };

/** A 22-character id, as posts, voices and clusters have it, from a readable name. */
export function idOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 22);
}

/** An analysed post with sound defaults: the same overrides always build the same post. */
export function buildPost(overrides: PostOverrides = {}): AnalysedPost {
  const { name = 'post', insight, sentiment, themes, lang, cluster, relevance, urgency, ...fields } = overrides;
  const id = fields.id ?? idOf(name);
  const text = fields.text ?? 'The nurses were kind but the wait was long';
  const createdAtMs = fields.createdAtMs ?? BUILT_AT_MS;
  const contentMs = fields.contentMs ?? createdAtMs;
  const themeList = insight?.themes?.map((theme) => theme.id) ?? [...(themes ?? [])];
  return {
    id,
    contentMs,
    source: 'bluesky',
    origin: 'bluesky',
    kind: 'post',
    genre: 'post',
    text,
    truncated: false,
    contentHash: idOf(JSON.stringify([fields.title, fields.question, text])),
    createdAtMs,
    collectedAtMs: createdAtMs + 60_000,
    synthetic: true,
    version: Number.isFinite(contentMs) ? postVersion(contentMs, 0) : 0,
    analysedAtMs: createdAtMs + 61_000,
    ...tokenFields([fields.title, fields.question, text].filter(Boolean).join('\n')),
    places: [],
    themeIds: [...new Set(themeList.flatMap((theme) => [theme, categoryOf(theme)]))],
    ...fields,
    insight: {
      language: { code: lang ?? 'en', reliable: true },
      relevance: { kind: relevance ?? 'experience', confidence: 0.9 },
      sentiment: sentiment === null ? null : buildSentiment(sentiment ?? 'neutral'),
      themes: themeList.map((theme) => ({ id: theme, score: 1, sentiment: sentiment ?? 'neutral' })),
      organisations: [],
      unresolved: [],
      urgency: { level: urgency ?? 'none', reasons: [] },
      cluster: cluster ?? id,
      versions: { model: 'test', taxonomy: 'test', redactor: 'test' },
      ...insight,
    },
  };
}

function buildSentiment(label: SentimentLabel): Insight['sentiment'] {
  const level = LEVELS[label];
  return { label, level, score: level / 2, confidence: 0.8, probabilities: { negative: 0.2, neutral: 0.6, positive: 0.2 } };
}

/** The posts with what a store must give back of them: without keys whose value is undefined. */
export function stored(post: AnalysedPost): AnalysedPost {
  return JSON.parse(JSON.stringify(post)) as AnalysedPost;
}
