import {
  defineConnector,
  type HeldPost,
  type Op,
  type ReadContext,
  type ReadRange,
  type RecheckContext,
  type SourceContext,
} from '../../connector.ts';
import { createKeywordMatcher, type KeywordMatcher } from '../../match-keywords.ts';
import { readNewestFirst, type Listed, type NewestFirstCursor } from '../../newest-first.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { getListing, requireBudget } from './request.ts';
import { configSchema, cursorSchema, nameSchema, thingSchema, type Config, type Thing } from './schema.ts';
import { feedOf, goneReason, isWritten, toItem } from './to-item.ts';

const PAGE = 100;
/** A listing goes back so far and no further. */
const MAX_LISTED = 950;
const MAX_PAGES = 12;
const OVERLAP_MS = 5 * 60_000;

interface Partition {
  config: Config;
  listing: 'new' | 'comments';
}

export const reddit = defineConnector<Config, Partition, NewestFirstCursor>({
  meta: {
    id: 'reddit',
    mode: 'poll',
    genre: 'post',
    about: {
      what: 'posts and comments of subreddits',
      needs:
        'An app that Reddit has approved for this use (Responsible Builder Policy): its id and secret. Apply at reddit.com/wiki/api; keys can no longer be made by oneself.',
      limits:
        '100 requests a minute. A listing goes back 1,000 posts, so that of busy subreddits little can be read back. Edits are met when held posts are asked for again.',
      terms:
        'Off by default: since November 2025 every use of the API needs explicit approval, commercial use a contract. What is deleted there, or whose account is, must be deleted here: Reddit recommends within 48 hours. Nobody may be identified again, and no model trained on posts without permission.',
      triedOn: 'recordings',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 60,
    rate: { capacity: 20, refillPerSecond: 1.5 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: PAGE,
    policy: {
      retentionDays: null,
      deleteWithinHours: 48,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'none',
      enabledByDefault: false,
    },
  },
  partitions: (config) =>
    new Map((config.comments ? (['new', 'comments'] as const) : (['new'] as const)).map((listing) => [listing, { config, listing }])),
  read: readListing,
  recheck,
});

function readListing(context: ReadContext<Partition>, from: NewestFirstCursor | undefined, range: ReadRange = {}) {
  const { config, listing } = context.partition;
  const matches = createKeywordMatcher(config.match);
  const path = `/r/${config.subreddits.map((name) => name.replace(/^r\//, '')).join('+')}/${listing}`;
  const nowMs = context.clock.now();
  const observedAt = new Date(nowMs).toISOString();
  let last: Record<string, string> | undefined;
  let names: string[] = [];

  async function list(after: string | undefined) {
    if (last) requireBudget(context, config, last);
    const page = await getListing(context, config, path, { limit: String(PAGE), ...(after === undefined ? {} : { after }) });
    last = page.headers;
    return page;
  }

  return readNewestFirst<string>({
    from,
    range,
    nowMs,
    overlapMs: OVERLAP_MS,
    maxPages: MAX_PAGES,
    maxListed: MAX_LISTED,
    reason: 'More was posted than the listing goes back.',
    async fetch(after) {
      let page = await list(after);
      // Reddit shows nothing after a post that is deleted meanwhile: the one before it serves as well.
      if (after !== undefined && page.children.length === 0 && names.length > 1) page = await list(names.at(-2));
      const things = page.children.flatMap((child) => readThing(child, context) ?? []);
      names = things.map(({ data }) => data.name);
      return { listed: things.map((thing) => toListed(thing, matches, observedAt)), next: page.after ?? undefined };
    },
  });
}

function toListed(thing: Thing, matches: KeywordMatcher, observedAt: string): Listed {
  const { data } = thing;
  const isWanted =
    goneReason(thing) === undefined && isWritten(thing) && matches([data.title ?? undefined, data.body ?? data.selftext ?? undefined]);
  return { id: data.name, atMs: data.created_utc * 1_000, op: isWanted ? { op: 'upsert', item: toItem(thing, observedAt) } : undefined };
}

/**
 * A post that the answer leaves out is gone only if others of its subreddit are told of: Reddit tells of none while a subreddit is private, and of all that their
 * authors or moderators took away.
 */
async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<Op[]> {
  const { children } = await getListing(context, context.config, '/api/info', { id: posts.map(({ nativeId }) => nativeId).join(',') });
  const observedAt = new Date(context.clock.now()).toISOString();
  const things = new Map(children.flatMap((child) => readThing(child, context) ?? []).map((thing) => [thing.data.name, thing]));
  const told = children.flatMap((child) => nameSchema.safeParse(child).data?.data ?? []);
  const names = new Set(told.map(({ name }) => name));
  const feeds = new Set(told.flatMap(({ subreddit }) => (subreddit === undefined ? [] : feedOf(subreddit))));
  const isSilent = posts.some(({ nativeId, feed }) => !names.has(nativeId) && !(feed !== undefined && feeds.has(feed)));
  if (isSilent) context.warn('Reddit tells nothing of the posts of a subreddit, which may be private or banned: they stay as they are.');
  yield posts.flatMap(({ source, nativeId, canonicalId, feed }): Op[] => {
    const thing = things.get(nativeId);
    if (!thing && (names.has(nativeId) || feed === undefined || !feeds.has(feed))) return [];
    const reason = thing ? goneReason(thing) : 'platform';
    if (thing && reason === undefined) return [{ op: 'upsert', item: toItem(thing, observedAt) }];
    return [{ op: 'delete', ref: { source, nativeId, canonicalId }, reason: reason ?? 'platform' }];
  });
}

/** "More" children are no posts. */
function readThing(child: unknown, context: Pick<SourceContext, 'malformed'>): Thing | undefined {
  if (typeof child === 'object' && child !== null && 'kind' in child && child.kind === 'more') return undefined;
  return parseOrTell(thingSchema, child, context, (item) => nameSchema.safeParse(item).data?.data.name);
}
