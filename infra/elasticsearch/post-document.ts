import type { AnalysedPost } from '#core/insight.ts';
import { ERASED_VERSION } from '#core/post.ts';

/** What is searched and counted besides the post's own fields: the parts of its insight, which is stored and not indexed. */
interface Facets {
  lang: string;
  relevance: string;
  urgency: string;
  cluster: string;
  sentiment?: string;
}

/** A post as it is indexed. */
export type PostDocument = AnalysedPost & Facets;

/** The last millisecond of the year 9999: four digits name every month. */
const LAST_MS = 253_402_300_799_999;

/** Why the index can't hold this post, or undefined. */
export function unfitness(post: AnalysedPost): string | undefined {
  if (!Number.isSafeInteger(post.version) || post.version < 0 || post.version >= ERASED_VERSION) return 'version';
  if (!Number.isSafeInteger(post.createdAtMs) || post.createdAtMs < 0 || post.createdAtMs > LAST_MS) return 'createdAtMs';
  if (!Number.isSafeInteger(post.collectedAtMs) || post.collectedAtMs < 0) return 'collectedAtMs';
  return undefined;
}

export function toDocument(post: AnalysedPost): string {
  const { insight } = post;
  const facets: Facets = {
    lang: insight.language.code,
    relevance: insight.relevance.kind,
    urgency: insight.urgency.level,
    cluster: insight.cluster,
    ...(insight.sentiment ? { sentiment: insight.sentiment.label } : {}),
  };
  return wellFormed(JSON.stringify({ ...post, ...facets }));
}

export function fromDocument({ lang: _l, relevance: _r, urgency: _u, cluster: _c, sentiment: _s, ...post }: PostDocument): AnalysedPost {
  return post;
}

/** JSON without lone surrogates, which Elasticsearch refuses: U+FFFD stands in their place. Pairs are never escaped by `JSON.stringify`. */
export function wellFormed(json: string): string {
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/gs, (escape) => (escape.length === 6 ? '\\ufffd' : escape));
}
