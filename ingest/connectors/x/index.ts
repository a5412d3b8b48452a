import { defineConnector, type Gap, type Op, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { isWithin } from '../../is-within.ts';
import { SourceError } from '../../source-error.ts';
import { newestOf } from './post-id.ts';
import { recheck } from './recheck.ts';
import { getPosts, WalkRefused } from './request.ts';
import { configSchema, cursorSchema, type Config, type Cursor, type XPost } from './schema.ts';
import { stretchOf } from './stretch.ts';
import { toItem } from './to-item.ts';

const PAGE = 100;

export const x = defineConnector<Config, Config, Cursor>({
  meta: {
    id: 'x',
    mode: 'poll',
    genre: 'post',
    about: {
      what: 'posts on X found by a search',
      needs:
        'A developer account and an app’s bearer token with credits: X bills $0.005 for each post that is read, for each look at a held post too.',
      limits:
        'The search goes back seven days; 450 requests in 15 minutes; two million posts a month, held ones that are looked at again among them.',
      terms:
        'Off by default: X forbids to infer health about a person, so nothing ties posts to authors here and only numbers over many posts may be shown; use by or for a government body needs an Enterprise contract that names it. What is deleted must be deleted within 24 hours. Posts are kept 30 days, which also bounds what asking again for them costs.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 300,
    rate: { capacity: 10, refillPerSecond: 0.4 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: PAGE,
    policy: {
      retentionDays: 30,
      deleteWithinHours: 24,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'forbidden',
      redistribution: 'none',
      enabledByDefault: false,
    },
  },
  partitions: (config) => new Map([[config.query, config]]),
  read,
  recheck,
});

/**
 * From the last id on, newest first: the id moves up only after the last page, so that a walk that ends early loses nothing. A walk is resumed by its page's token,
 * and begun anew from the id where the token is refused.
 */
async function* read(context: ReadContext<Config>, from: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const nowMs = context.clock.now();
  const { query, ...stretch } = stretchOf(from, range, nowMs);
  const base = { sinceId: from?.sinceId ?? null, ...(from?.atMs === undefined ? {} : { atMs: from.atMs }) };
  let walk = from?.walk;
  let gap = walk ? undefined : stretch.gap;
  if (!query) {
    yield { ops: [], cursor: base, hasMore: false, gap };
    return;
  }
  for (;;) {
    const found = await search(context, query, walk?.nextToken).catch((error: unknown) => {
      if (!(error instanceof WalkRefused)) throw error;
      if (walk === undefined || walk !== from?.walk)
        throw new SourceError({ type: 'fatal' }, 'X refuses its own page’s token.', { cause: error });
    });
    if (!found) {
      walk = undefined;
      gap = stretch.gap;
      continue;
    }
    const { next_token: nextToken, newest_id: named } = found.meta;
    const newestId = walk?.newestId ?? named ?? newestOf(found.posts.map(({ id }) => id)) ?? null;
    const startedMs = walk?.startedMs ?? nowMs;
    const isRepeated = nextToken !== undefined && nextToken === walk?.nextToken;
    const hasMore = nextToken !== undefined && !isRepeated && !stretch.isNewestOnly;
    if (isRepeated) gap = unreached(found.posts, stretch.fromMs);
    walk = hasMore ? { nextToken, newestId, startedMs } : undefined;
    const cursor = walk ? { ...base, walk } : { sinceId: newestId ?? base.sinceId, atMs: startedMs };
    yield { ops: opsOf(found.posts, context.clock.now(), range), cursor, hasMore, gap };
    if (!hasMore) return;
    gap = undefined;
  }
}

async function search(context: ReadContext<Config>, bounds: Record<string, string>, nextToken: string | undefined) {
  const { partition: config } = context;
  const page = { query: config.query, max_results: String(PAGE), ...bounds, ...(nextToken === undefined ? {} : { next_token: nextToken }) };
  const { posts, answer } = await getPosts(context, config, '/2/tweets/search/recent', page);
  if (answer.meta) return { posts, meta: answer.meta };
  const type = answer.errors?.length ? 'retry' : 'fatal';
  throw new SourceError({ type }, 'X answered with something else than a page of a search.', { status: 200 });
}

/** What lies before the last page that could be had. */
function unreached(posts: readonly XPost[], fromMs: number | undefined): Gap | undefined {
  const toMs = Math.min(...posts.map((post) => Date.parse(post.created_at)));
  return fromMs !== undefined && toMs > fromMs && Number.isFinite(toMs)
    ? { fromMs, toMs, reason: 'X shows the same page again and again.' }
    : undefined;
}

function opsOf(posts: readonly XPost[], nowMs: number, range: ReadRange): Op[] {
  const observedAt = new Date(nowMs).toISOString();
  return posts.flatMap((post): Op[] => {
    const item = toItem(post, observedAt);
    return item && isWithin(Date.parse(post.created_at), range) ? [{ op: 'upsert', item }] : [];
  });
}
