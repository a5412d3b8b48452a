import { z } from 'zod';
import type { HttpResponse } from '#core/ports/http.ts';
import { defineConnector, type Op, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import { isWithin } from '../../is-within.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import { isNewer, linkedId } from './links.ts';
import { listen } from './listen.ts';
import { recheck } from './recheck.ts';
import { get, resetMs } from './request.ts';
import { configSchema, cursorSchema, instanceSchema, statusIdSchema, statusSchema, type Config, type Cursor } from './schema.ts';
import { toItem } from './to-item.ts';

const PAGE_SIZE = 40;
const SETTING = 'sources.mastodon.instances';
const CHECK_AGAIN_MS = 6 * 3_600_000;
/** Below every id: the timeline was empty, so all of what comes is new. */
const BEFORE_ALL = '0';

interface Partition {
  instance: string;
  hashtag: string;
  accessToken: string | undefined;
  match: Config['match'];
  indexableOnly: boolean;
  streaming: boolean;
}

export const mastodon = defineConnector<Config, Partition, Cursor>({
  meta: {
    id: 'mastodon',
    mode: 'poll',
    genre: 'post',
    about: {
      what: 'public posts under hashtags, on several instances',
      needs: 'Nothing; an access token for an instance that shows its timelines to its own users only.',
      limits: '300 requests in 5 minutes from one address to each instance. Posts without the hashtag are not found.',
      terms:
        'Each instance has its own. Accounts that ask not to be indexed are left out; held posts are asked for again every day, and follow what became of them.',
      triedOn: 'recordings',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 60,
    // Instances allow 300 requests in 5 minutes from one address.
    rate: { capacity: 30, refillPerSecond: 0.9 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: 40,
    policy: {
      retentionDays: null,
      deleteWithinHours: 24,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'quotes',
      enabledByDefault: true,
    },
  },
  partitions: partitionsOf,
  read: (context, from, range = {}) =>
    range.sinceMs !== undefined && (from === undefined || from.olderThan !== undefined)
      ? readBackwards(context, from, range.sinceMs, range.untilMs)
      : readForwards(context, from, range),
  recheck,
});

function partitionsOf({ instances, baseUrl, hashtags, accessToken, match, indexableOnly, streaming }: Config): Map<string, Partition> {
  const addresses = baseUrl ? [baseUrl] : instances;
  const partitions = new Map<string, Partition>();
  for (const instance of addresses) {
    for (const tag of hashtags) {
      const hashtag = tag.replace(/^#/, '').toLowerCase();
      // A token belongs to one instance and is never shown to another.
      const partition = {
        instance,
        hashtag,
        accessToken: addresses.length === 1 ? accessToken : undefined,
        match,
        indexableOnly,
        streaming,
      };
      partitions.set(`${new URL(instance).host}/${hashtag}`, partition);
    }
  }
  return partitions;
}

/**
 * From the cursor on. With `min_id` the server walks oldest first, so nothing between two polls is missed however much there was; the
 * first time only the newest page is read.
 */
async function* readForwards(context: ReadContext<Partition>, from: Cursor | undefined, range: ReadRange): AsyncGenerator<Page<Cursor>> {
  let newestId = from?.newestId;
  let cursor = from;
  for (;;) {
    const page = await fetchPage(context, newestId === undefined ? {} : { min_id: newestId });
    const next = newestOf([newestId, page.newerId, ...page.ids]) ?? BEFORE_ALL;
    const hasMoved = next !== newestId;
    const isFirst = newestId === undefined;
    newestId = next;
    const checkedMs = page.ids.length === 0 ? await checkAccess(context, from?.checkedMs) : from?.checkedMs;
    const hasMore = !isFirst && hasMoved;
    cursor = { newestId, ...(checkedMs === undefined ? {} : { checkedMs }) };
    yield { ops: within(page.ops, range), cursor, hasMore };
    if (!hasMore) break;
    requireBudget(context, page.headers);
  }
  const { partition, isOnce } = context;
  if (!from || isOnce || !partition.streaming) return;
  const held = cursor;
  for await (const ops of listen(context, { ...partition, feed: feedOf(partition) }))
    yield { ops: within(ops, range), cursor: held, hasMore: true };
}

/** From the newest back to a time. The cursor after the last page is where reading forwards goes on. */
async function* readBackwards(
  context: ReadContext<Partition>,
  from: Cursor | undefined,
  sinceMs: number,
  untilMs: number | undefined,
): AsyncGenerator<Page<Cursor>> {
  let maxId = from?.olderThan;
  let newestId = from?.newestId;
  for (;;) {
    const page = await fetchPage(context, maxId === undefined ? {} : { max_id: maxId });
    newestId ??= newestOf(page.ids) ?? BEFORE_ALL;
    const oldest =
      page.olderId ?? page.ids.reduce<string | undefined>((low, id) => (low === undefined || isNewer(low, id) ? id : low), undefined);
    const isPast = page.dates.length > 0 && page.dates.every((atMs) => atMs < sinceMs);
    const hasMore = page.ids.length > 0 && oldest !== undefined && oldest !== maxId && !isPast;
    maxId = oldest;
    const cursor = hasMore ? { newestId, olderThan: oldest } : { newestId };
    yield { ops: within(page.ops, { sinceMs, untilMs }), cursor, hasMore };
    if (!hasMore) return;
    requireBudget(context, page.headers);
  }
}

interface TimelinePage {
  ops: Op[];
  ids: string[];
  /** Of all that could be read, wanted or not. */
  dates: number[];
  newerId: string | undefined;
  olderId: string | undefined;
  headers: Record<string, string>;
}

async function fetchPage(context: ReadContext<Partition>, position: Record<string, string>): Promise<TimelinePage> {
  const { partition, clock } = context;
  const host = new URL(partition.instance).host;
  const query = Object.entries({ ...position, limit: String(PAGE_SIZE) });
  const response = await get(context, partition, `/api/v1/timelines/tag/${encodeURIComponent(partition.hashtag)}`, query);
  requireOk(response, { nowMs: clock.now(), setting: SETTING, resetMs });
  const statuses = z.array(z.unknown()).safeParse(parseJson(response));
  if (!statuses.success)
    throw new SourceError({ type: 'fatal' }, `${host} answered with something else than a timeline.`, { status: response.status });

  const matches = createKeywordMatcher(partition.match);
  const observedAt = new Date(clock.now()).toISOString();
  const feed = feedOf(partition);
  const page: TimelinePage = {
    ops: [],
    ids: [],
    dates: [],
    newerId: linkedId(response.headers['link'], 'prev'),
    olderId: linkedId(response.headers['link'], 'next'),
    headers: response.headers,
  };
  for (const status of statuses.data) {
    const id = statusIdSchema.safeParse(status).data?.id;
    if (id !== undefined) page.ids.push(id);
    const parsed = parseOrTell(statusSchema, status, context, () => (id === undefined ? undefined : `${host} ${id}`));
    const atMs = Date.parse(parsed?.created_at ?? '');
    if (!Number.isNaN(atMs)) page.dates.push(atMs);
    const item = parsed && toItem(parsed, feed, observedAt, partition);
    if (item && matches([item.title, item.text])) page.ops.push({ op: 'upsert', item });
  }
  return page;
}

/** A timeline that is switched off is an empty one: the instance says which it is. */
async function checkAccess(context: ReadContext<Partition>, checkedMs: number | undefined): Promise<number> {
  const nowMs = context.clock.now();
  if (checkedMs !== undefined && nowMs - checkedMs < CHECK_AGAIN_MS) return checkedMs;
  const response = await get(context, context.partition, '/api/v2/instance');
  const feeds =
    response.status === 200
      ? instanceSchema.safeParse(jsonOrNothing(response)).data?.configuration.timelines_access.hashtag_feeds
      : undefined;
  const isOpen = (access: string | undefined) =>
    access === undefined || access === 'public' || (access === 'authenticated' && context.partition.accessToken);
  if (!feeds || isOpen(feeds.local) || isOpen(feeds.remote)) return nowMs;
  const host = new URL(context.partition.instance).host;
  throw new SourceError(
    { type: 'config', setting: SETTING },
    `${host} shows its hashtag timelines to nobody or to its own users only: check ${SETTING}.`,
  );
}

function jsonOrNothing(response: HttpResponse): unknown {
  try {
    return parseJson(response);
  } catch {
    return undefined;
  }
}

/** The answer was good, but the next request would be refused. */
function requireBudget({ clock, partition }: ReadContext<Partition>, headers: Record<string, string>): void {
  const untilMs = resetMs(headers);
  if (headers['x-ratelimit-remaining'] !== '0' || untilMs === undefined || untilMs <= clock.now()) return;
  throw new SourceError({ type: 'rate-limited', untilMs }, `${new URL(partition.instance).host} allows no more requests for now.`, {
    url: partition.instance,
  });
}

function feedOf({ hashtag, instance }: Partition): string {
  return new URL(`/tags/${encodeURIComponent(hashtag)}`, instance).href;
}

function newestOf(ids: readonly (string | undefined)[]): string | undefined {
  return ids.reduce<string | undefined>((newest, id) => (id !== undefined && isNewer(id, newest) ? id : newest), undefined);
}

function createdMs(op: Op): number {
  return op.op === 'upsert' ? Date.parse(op.item.createdAt) : 0;
}

function within(ops: readonly Op[], range: ReadRange): Op[] {
  return ops.filter((op) => isWithin(createdMs(op), range));
}
