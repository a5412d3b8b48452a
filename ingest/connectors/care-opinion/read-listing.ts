import { DAY_MS } from '#core/calendar.ts';
import type { RawPost } from '#core/post.ts';
import type { Op, Page, ReadContext, ReadRange, SourceContext } from '../../connector.ts';
import { shortHash } from '../../identity.ts';
import { isWithin } from '../../is-within.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { getList } from './request.ts';
import { idSchema, MAX_SEEN, responseSchema, storySchema, type Config, type Cursor } from './schema.ts';
import { responseToItem, storyToItem } from './to-item.ts';

export type Listing = 'opinions' | 'responses';

export interface Partition {
  config: Config;
  listing: Listing;
}

const TAKE = 100;
const MAX_PAGES = 2_000;
/** What is deleted shifts the rest of the list down: so many of what was listed are listed again. */
const OVERLAP = 50;
/** One or two stories a month are listed weeks late: so much is listed again once a day. What is held already adds nothing. */
const RECONCILE_MS = 35 * DAY_MS;

/** What was published since, the earliest first. */
export async function* readListing(
  context: ReadContext<Partition>,
  from: Cursor | undefined,
  range: ReadRange = {},
): AsyncGenerator<Page<Cursor>> {
  const nowMs = context.clock.now();
  if (!from && range.sinceMs === undefined) {
    yield await readNewest(context, nowMs);
    return;
  }
  const isReconciling = from !== undefined && nowMs - from.reconciledMs >= DAY_MS;
  const sinceMs = from ? from.newestMs - (isReconciling ? RECONCILE_MS : 0) : range.sinceMs!;
  const known = new Set(isReconciling ? [] : from?.seen.match(/.{6}/g));
  const query = { dateofpublicationorder: 'ascending', publishedafter: dayOf(sinceMs) };
  let cursor: Cursor = from ?? { newestMs: 0, listed: 0, reconciledMs: nowMs, seen: '' };
  let skip = from && !isReconciling ? Math.max(0, from.listed - OVERLAP) : 0;
  const met = new Set<string>();
  const perDay = new Map<string, number>();
  for (let pages = 1; ; pages++) {
    const { items, count } = await fetchItems(context, { ...query, skip: String(skip) });
    const fresh = items.filter((item) => !met.has(item.canonicalId));
    for (const { canonicalId, createdAt } of fresh) {
      met.add(canonicalId);
      const day = createdAt.slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    skip += count;
    const hasMore = count >= TAKE && fresh.length > 0 && pages < MAX_PAGES && !isPast(items, range);
    const wanted = fresh.filter((item) => !known.has(markOf(item)) && isWithin(Date.parse(item.createdAt), range));
    cursor = after(cursor, wanted.length > 0 ? wanted : fresh, nowMs, isReconciling && !hasMore);
    const day = dayOf(cursor.newestMs);
    cursor = { ...cursor, listed: day === query.publishedafter ? skip : (perDay.get(day) ?? 0) };
    yield { ops: wanted.map((item): Op => ({ op: 'upsert', item })), cursor, hasMore };
    if (!hasMore) return;
  }
}

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** At the first contact: the newest page. */
async function readNewest(context: ReadContext<Partition>, nowMs: number): Promise<Page<Cursor>> {
  const { items } = await fetchItems(context, { dateofpublicationorder: 'descending' });
  const inOrder = items.toReversed();
  const start = { newestMs: items.length === 0 ? nowMs : 0, listed: 0, reconciledMs: nowMs, seen: '' };
  return { ops: inOrder.map((item): Op => ({ op: 'upsert', item })), cursor: after(start, inOrder, nowMs, false), hasMore: false };
}

async function fetchItems(context: ReadContext<Partition>, query: Record<string, string>): Promise<{ items: RawPost[]; count: number }> {
  const { config, listing } = context.partition;
  const list = await getList(context, config, `/api/v2/${listing}`, { ...config.filter, ...query, take: String(TAKE) });
  return { items: list.flatMap((each) => readItem(each, listing, context) ?? []), count: list.length };
}

/** The service puts an apology where an item could not be made, and leaves out fields: such an item is set aside. */
export function readItem(each: unknown, listing: Listing, context: SourceContext): RawPost | undefined {
  const observedAt = new Date(context.clock.now()).toISOString();
  const keyOf = (item: unknown) => {
    const id = idSchema.safeParse(item).data?.id;
    return id === undefined ? undefined : `${listing} ${id}`;
  };
  if (listing === 'opinions') {
    const story = parseOrTell(storySchema, each, context, keyOf);
    return story && storyToItem(story, observedAt);
  }
  const response = parseOrTell(responseSchema, each, context, keyOf);
  return response && responseToItem(response, observedAt);
}

function after(cursor: Cursor, items: readonly RawPost[], nowMs: number, isReconciled: boolean): Cursor {
  return {
    ...cursor,
    newestMs: Math.max(cursor.newestMs, ...items.map(({ createdAt }) => Math.min(Date.parse(createdAt), nowMs))),
    reconciledMs: isReconciled ? nowMs : cursor.reconciledMs,
    seen: (items.map(markOf).reverse().join('') + cursor.seen).slice(0, MAX_SEEN * 6),
  };
}

/** What was handed on: an edit, or a step further, is news. */
function markOf({ canonicalId, title, text, progress }: RawPost): string {
  return shortHash(JSON.stringify([canonicalId, title, text, progress])).slice(0, 6);
}

function isPast(items: readonly RawPost[], { untilMs }: ReadRange): boolean {
  return untilMs !== undefined && items.length > 0 && items.every(({ createdAt }) => Date.parse(createdAt) >= untilMs);
}
