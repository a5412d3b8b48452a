import type { Op, ReadContext } from '../../connector.ts';
import type { KeywordMatcher } from '../../match-keywords.ts';
import { SourceError } from '../../source-error.ts';
import { foundSchema, postUriSchema, postViewSchema, type Config } from './schema.ts';
import { getAsAccount } from './session.ts';
import { recordToOp } from './to-op.ts';

const PAGE = '100';

/** One request: posts with a keyword from `sinceMs` on and before `untilMs`, the newest first. */
export interface Query {
  keyword: string;
  sinceMs: number;
  untilMs: number;
  cursor: string | undefined;
}

export interface FoundPost {
  uri: string;
  /** When the network saw it, which is when it was in the stream. */
  indexedMs: number;
  /** What results are ordered by as far as is known: no later than either date. */
  sortedMs: number;
  /** Undefined: no keyword is in it as whole words. */
  op: Op | undefined;
}

export interface FoundPage {
  posts: FoundPost[];
  next: string | undefined;
  /** No request is taken before this instant. */
  heldUntilMs: number | undefined;
  url: string;
}

/** @throws SourceError. */
export async function searchPosts(context: ReadContext<Config>, query: Query, matches: KeywordMatcher): Promise<FoundPage> {
  const { json, url, heldUntilMs } = await getAsAccount(context, context.partition, 'app.bsky.feed.searchPosts', {
    q: queryOf(query.keyword),
    sort: 'latest',
    since: new Date(query.sinceMs).toISOString(),
    until: new Date(query.untilMs).toISOString(),
    limit: PAGE,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  });
  const found = foundSchema.safeParse(json);
  if (!found.success)
    throw new SourceError({ type: 'fatal' }, `${new URL(url).host} answered with something else than posts.`, { status: 200 });
  const observedAt = new Date(context.clock.now()).toISOString();
  return {
    posts: found.data.posts.flatMap((post) => readPost(post, observedAt, matches, context) ?? []),
    next: found.data.cursor || undefined,
    heldUntilMs,
    url,
  };
}

function readPost(post: unknown, observedAt: string, matches: KeywordMatcher, context: ReadContext<Config>): FoundPost | undefined {
  const setAside = (field: string): undefined => {
    const json = JSON.stringify(post) ?? '';
    context.malformed({ key: postUriSchema.safeParse(post).data?.uri ?? json, field, bytes: Buffer.byteLength(json) });
  };
  const view = postViewSchema.safeParse(post);
  if (!view.success) return setAside(view.error.issues[0]?.path.join('.') || 'post');
  const { uri, record } = view.data;
  const [, , did, , rkey] = uri.split('/') as [string, string, string, string, string];
  const indexedMs = Date.parse(view.data.indexedAt);
  const op = recordToOp(record, rkey, { did, atMs: indexedMs, observedAt }, matches);
  if (op && 'wrongField' in op) return setAside(op.wrongField);
  const claimedMs = op ? Date.parse(op.item.createdAt) : indexedMs;
  return { uri, indexedMs, sortedMs: Math.min(indexedMs, claimedMs), op };
}

/** A phrase in quotation marks, which the search takes as one. Of a handle its name: mentions are told apart in what is found. */
function queryOf(keyword: string): string {
  const words = keyword
    .trim()
    .replace(/^[@＠]/u, '')
    .replaceAll('"', ' ')
    .trim();
  return /^[#＃]?[\p{L}\p{M}\p{N}_]+$/u.test(words) ? words : `"${words}"`;
}
