import { defineConnector, type Op, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { requireOk } from '../../classify-response.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { SourceError } from '../../source-error.ts';
import { MAX_ENTRIES, type Entry, type FeedSource } from './entry.ts';
import { fetchFeed, type FetchedFeed } from './fetch-feed.ts';
import { pauseMs, validators } from './next-request.ts';
import { olderPages } from './older-pages.ts';
import { parseFeed } from './parse-feed.ts';
import { configSchema, cursorSchema, LEAST_PAUSE_MS, type Config, type Cursor } from './schema.ts';
import { markOf, marksIn, seenAfter } from './seen-entries.ts';
import { toItem } from './to-item.ts';

const MAX_OPS = 200;
const MAX_URL = 300;
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
  const { response, url } = await fetchWhereItIs(context, from);
  const nowMs = clock.now();
  const base = { ...(url !== undefined && url.length <= MAX_URL ? { url } : {}), readAtMs: nowMs, seen: from?.seen ?? '' };
  if (response.status === 304) {
    yield { ops: [], cursor: { ...from, ...base, dueMs: nowMs + pauseMs(response.headers, from?.feedMinutes) }, hasMore: false };
    return;
  }
  if (response.status === 410) {
    yield { ops: [], cursor: { ...base, dueMs: nowMs, isGone: true }, hasMore: false };
    throw gone(host);
  }
  requireOk(response, { nowMs, setting: SETTING });
  const feed = await parseFeed(sourceOf(response), context.signal);
  if (feed.isCut) context.warn(`${host}: the feed ended before its end; its whole entries were taken.`);
  if (feed.isTooLong) context.warn(`${host}: the feed holds more than ${MAX_ENTRIES} entries; the rest was left.`);
  for (const item of feed.malformed) context.malformed({ ...item, key: `${partition.url} ${item.key}` });
  const entries = [...feed.entries, ...(await olderPages(context, { feed, url: response.url }, from, range))];
  const marks = entries.map(markOf);
  const known = marksIn(base.seen);
  const isNew = marks.map((mark) => !known.has(mark));
  const fresh = entries.filter((_, index) => isNew[index]);
  const cursor: Cursor = {
    ...base,
    ...(feed.isCut ? {} : validators(response.headers, response.url, base.url ?? partition.url)),
    ...(feed.pauseMinutes === undefined ? {} : { feedMinutes: feed.pauseMinutes }),
    dueMs: nowMs + pauseMs(response.headers, feed.pauseMinutes),
    seen: seenAfter(marks, base.seen, !feed.isCut),
  };
  const gap = gapOf(from, entries, isNew, nowMs, host);
  yield* pagesOf(opsOf(context, fresh, nowMs, range), from, cursor, gap);
}

/** The answer from where the feed moved to, or, if nothing is there any more, from where it was; `url`: where it is now for good. */
async function fetchWhereItIs(
  context: ReadContext<Partition>,
  from: Cursor | undefined,
): Promise<{ response: FetchedFeed['response']; url: string | undefined }> {
  const { response, movedTo } = await fetchFeed(context, from?.url ?? context.partition.url, from);
  if (from?.url === undefined || (response.status !== 404 && response.status !== 410)) return { response, url: movedTo ?? from?.url };
  const again = await fetchFeed(context, context.partition.url, undefined);
  return { response: again.response, url: again.movedTo };
}

function sourceOf({ body, headers, url }: FetchedFeed['response']): FeedSource {
  return { body, contentType: headers['content-type'], contentLocation: headers['content-location'], url };
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
  const toMs = dates.reduce((first, date) => Math.min(first, date), nowMs);
  return { fromMs: from.readAtMs, toMs, reason: `${host}: every entry was new, so some may have come and gone in between.` };
}

function gone(host: string): SourceError {
  return new SourceError(
    { type: 'config', setting: SETTING },
    `${host} says that the feed is gone for good (410): remove it from ${SETTING}.`,
    { status: 410 },
  );
}
