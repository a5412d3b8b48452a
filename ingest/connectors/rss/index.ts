import { defineConnector, type Op, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { requireOk } from '../../classify-response.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { SourceError } from '../../source-error.ts';
import type { Entry, ParsedFeed } from './entry.ts';
import { fetchFeed } from './fetch-feed.ts';
import { parseFeed } from './parse-feed.ts';
import { configSchema, cursorSchema, MARK_LENGTH, MAX_SEEN, type Config, type Cursor } from './schema.ts';
import { hashOf, toItem } from './to-item.ts';

const LEAST_PAUSE_MS = 15 * 60_000;
const LONGEST_PAUSE_MS = 24 * 3_600_000;
const MAX_PAGES = 10;
const MAX_OPS = 200;
const SETTING = 'sources.rss.feeds';

interface Partition {
  url: string;
  organisation?: string | undefined;
  match: Config['match'];
}

export const rss = defineConnector<Config, Partition, Cursor>({
  meta: {
    id: 'rss',
    mode: 'poll',
    genre: 'post',
    about: {
      what: 'RSS, Atom and JSON feeds',
      needs: 'Addresses of feeds.',
      limits: 'A feed holds its latest entries only; it is asked every 15 minutes at most, and as rarely as it says.',
      terms: 'Each feed has its own. Feeds tell of no deletions.',
      triedOn: 'recordings',
    },
    configSchema,
    cursorSchema,
    pollSeconds: LEAST_PAUSE_MS / 1_000,
    rate: { capacity: 5, refillPerSecond: 1 },
    isUserGiven: true,
    capabilities: { backfill: false, edits: true, deletes: 'none' },
    policy: {
      retentionDays: null,
      deleteWithinHours: null,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'quotes',
      enabledByDefault: true,
    },
  },
  partitions: ({ feeds, match }) => new Map(feeds.map((feed) => [feed.url, { ...feed, match }])),
  read: readFeed,
  dueMs: (cursor) => cursor.dueMs,
});

/** One feed: a conditional request, and the entries that weren't in it before. */
async function* readFeed(context: ReadContext<Partition>, from: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const { partition, clock } = context;
  const host = new URL(partition.url).host;
  if (from?.isGone) throw gone(host);
  const { response, movedTo } = await fetchFeed(context, from?.url ?? partition.url, from);
  const nowMs = clock.now();
  const url = movedTo ?? from?.url;
  const base = { ...(url !== undefined && url.length <= 300 ? { url } : {}), readAtMs: nowMs, seen: from?.seen ?? '' };
  if (response.status === 304) {
    yield { ops: [], cursor: { ...from, ...base, dueMs: nowMs + pauseMs(response.headers) }, hasMore: false };
    return;
  }
  if (response.status === 410) {
    yield { ops: [], cursor: { ...base, dueMs: nowMs, isGone: true }, hasMore: false };
    throw gone(host);
  }
  requireOk(response, { nowMs, setting: SETTING });
  const feed = await parseFeed(response.body, response.headers['content-type'], context.signal);
  if (feed.isCut) context.warn(`${host}: the feed ended before its end; its whole entries were taken.`);
  for (const item of feed.malformed) context.malformed({ ...item, key: `${partition.url} ${item.key}` });
  const entries = [...feed.entries, ...(await olderPages(context, feed, from, range))];
  const marks = entries.map(markOf);
  const known = marksIn(base.seen);
  const isNew = entries.map((_, index) => !known.has(marks[index]!));
  const fresh = entries.filter((_, index) => isNew[index]);
  const cursor: Cursor = {
    ...base,
    ...(feed.isCut ? {} : validators(response.headers)),
    dueMs: nowMs + pauseMs(response.headers, feed.ttlMinutes),
    seen: marks.slice(0, MAX_SEEN).join(''),
  };
  const gap = gapOf(from, entries, isNew, nowMs, host);
  yield* pagesOf(opsOf(context, fresh, nowMs, range), from, cursor, gap);
}

/** Pages in a row share the cursor before until the last: a feed is read whole or again. */
function* pagesOf(ops: Op[], from: Cursor | undefined, cursor: Cursor, gap: Page<Cursor>['gap']): Generator<Page<Cursor>> {
  for (let start = 0; start === 0 || start < ops.length; start += MAX_OPS) {
    const hasMore = start + MAX_OPS < ops.length;
    const held = from ?? { seen: '', readAtMs: cursor.readAtMs, dueMs: 0 };
    yield { ops: ops.slice(start, start + MAX_OPS), cursor: hasMore ? held : cursor, hasMore, ...(gap && !hasMore ? { gap } : {}) };
  }
}

function opsOf(context: ReadContext<Partition>, entries: readonly Entry[], nowMs: number, { sinceMs, untilMs }: ReadRange): Op[] {
  const { url, match, organisation } = context.partition;
  const matches = createKeywordMatcher(match);
  return entries.flatMap((entry): Op[] => {
    const item = { ...toItem(entry, url, nowMs), ...(organisation ? { organisation } : {}) };
    const atMs = Date.parse(item.createdAt);
    if ((sinceMs !== undefined && atMs < sinceMs) || (untilMs !== undefined && atMs >= untilMs)) return [];
    if (!entry.text && !entry.title) {
      context.dropped({ key: item.canonicalId, reason: 'empty' });
      return [];
    }
    return matches([entry.title, entry.text]) ? [{ op: 'upsert', item }] : [];
  });
}

/** A JSON Feed names its next page; it is read as long as pages hold what is new, never at the first contact. */
async function olderPages(
  context: ReadContext<Partition>,
  first: ParsedFeed,
  from: Cursor | undefined,
  range: ReadRange,
): Promise<Entry[]> {
  if (!from && range.sinceMs === undefined) return [];
  const known = marksIn(from?.seen ?? '');
  const entries: Entry[] = [];
  const visited = new Set<string>();
  let feed = first;
  for (let pages = 1; pages < MAX_PAGES && feed.nextUrl && feed.entries.some((entry) => !known.has(markOf(entry))); pages++) {
    const next = URL.canParse(feed.nextUrl, context.partition.url) ? new URL(feed.nextUrl, context.partition.url).href : undefined;
    if (!next || visited.has(next)) break;
    visited.add(next);
    const { response } = await fetchFeed(context, next, undefined);
    requireOk(response, { nowMs: context.clock.now(), setting: SETTING });
    feed = await parseFeed(response.body, response.headers['content-type'], context.signal);
    entries.push(...feed.entries);
  }
  return entries;
}

/** If nothing of what was there before is there still, more may have passed between. */
function gapOf(
  from: Cursor | undefined,
  entries: readonly Entry[],
  isNew: readonly boolean[],
  nowMs: number,
  host: string,
): Page<Cursor>['gap'] {
  if (!from?.seen || entries.length === 0 || !isNew.every(Boolean)) return undefined;
  const dates = entries.flatMap(({ published }) => (published && published.getTime() > from.readAtMs ? [published.getTime()] : []));
  const toMs = Math.min(nowMs, ...dates);
  return { fromMs: from.readAtMs, toMs, reason: `${host}: every entry was new, so some may have come and gone in between.` };
}

function markOf({ guid, link, title, text, updated }: Entry): string {
  return hashOf(guid, guid ? undefined : link, title, text, updated?.toISOString()).slice(0, MARK_LENGTH);
}

function marksIn(seen: string): Set<string> {
  return new Set(seen.match(/.{6}/g));
}

function validators(headers: Record<string, string>): Pick<Cursor, 'etag' | 'lastModified'> {
  const { etag, 'last-modified': lastModified } = headers;
  return { ...(etag && etag.length <= 200 ? { etag } : {}), ...(lastModified && lastModified.length <= 60 ? { lastModified } : {}) };
}

/** What the server or the feed asks for, at least 15 minutes and at most a day. */
function pauseMs(headers: Record<string, string>, ttlMinutes = 0): number {
  const maxAge = Number(/max-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1] ?? 0);
  return Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, maxAge * 1_000, ttlMinutes * 60_000));
}

function gone(host: string): SourceError {
  return new SourceError(
    { type: 'config', setting: SETTING },
    `${host} says that the feed is gone for good (410): remove it from ${SETTING}.`,
    { status: 410 },
  );
}
