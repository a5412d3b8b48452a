import {
  defineConnector,
  type HeldPost,
  type Op,
  type ReadContext,
  type ReadRange,
  type RecheckContext,
  type SourceContext,
} from '../../connector.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { readNewestFirst, type Listed, type NewestFirstCursor } from '../../newest-first.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import { getListing, requireBudget } from './request.ts';
import { configSchema, cursorSchema, nameSchema, thingSchema, type Config, type Thing } from './schema.ts';
import { goneReason, toItem } from './to-item.ts';

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
      limits: '100 requests a minute. A listing goes back 1,000 posts, so that of busy subreddits little can be read back.',
      terms:
        'Off by default: since November 2025 every use of the API needs explicit approval, commercial use a contract. What is deleted must be deleted within 48 hours, and nobody may be identified again.',
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

  return readNewestFirst<string>({
    from,
    range,
    nowMs,
    overlapMs: OVERLAP_MS,
    maxPages: MAX_PAGES,
    maxListed: MAX_LISTED,
    reason: 'More was posted than the listing goes back.',
    async fetch(after) {
      if (last) requireBudget(context, config, last);
      const page = await getListing(context, config, path, { limit: String(PAGE), ...(after === undefined ? {} : { after }) });
      last = page.headers;
      const listed = page.children.flatMap((child): Listed[] => {
        const thing = readThing(child, context);
        if (!thing) return [];
        const { data } = thing;
        const isWanted = goneReason(thing) === undefined && matches([data.title ?? undefined, data.body ?? data.selftext ?? undefined]);
        return [
          { id: data.name, atMs: data.created_utc * 1_000, op: isWanted ? { op: 'upsert', item: toItem(thing, observedAt) } : undefined },
        ];
      });
      return { listed, next: page.after ?? undefined };
    },
  });
}

/** An answer that names none of many is no news of their end. */
async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<Op[]> {
  const { children } = await getListing(context, context.config, '/api/info', { id: posts.map(({ nativeId }) => nativeId).join(',') });
  if (children.length === 0 && posts.length > 1)
    throw new SourceError({ type: 'retry' }, 'Reddit told of none of the posts that it was asked for.');
  const observedAt = new Date(context.clock.now()).toISOString();
  const things = new Map(children.flatMap((child) => readThing(child, context) ?? []).map((thing) => [thing.data.name, thing]));
  const named = new Set(children.map((child) => nameSchema.safeParse(child).data?.data.name));
  yield posts.flatMap(({ source, nativeId, canonicalId }): Op[] => {
    const thing = things.get(nativeId);
    if (!thing && named.has(nativeId)) return [];
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
