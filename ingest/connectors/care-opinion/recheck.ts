import { DAY_MS } from '#core/calendar.ts';
import type { RawPost } from '#core/post.ts';
import type { HeldPost, Op, RecheckContext } from '../../connector.ts';
import { readItem, type Listing } from './read-listing.ts';
import { get, getList } from './request.ts';
import type { Config } from './schema.ts';

const TAKE = 100;
const MAX_PAGES = 50;

/**
 * Held posts come newest first, so those of one call lie close together: the days they were published in are listed again, and only what the list leaves out is
 * asked for by itself. Where that is gone, it was deleted.
 */
export async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<Op[]> {
  for (const listing of ['opinions', 'responses'] as const) {
    const own = posts.filter(({ nativeId }) => nativeId.startsWith('response/') === (listing === 'responses'));
    if (own.length === 0) continue;
    const listed = await list(context, listing, own);
    const ops: Op[] = [];
    for (const post of own) {
      const item = listed.get(post.nativeId) ?? (await ask(context, listing, post));
      if (item === 'gone')
        ops.push({ op: 'delete', ref: { source: post.source, nativeId: post.nativeId, canonicalId: post.canonicalId }, reason: 'user' });
      else if (item) ops.push({ op: 'upsert', item });
    }
    yield ops;
  }
}

async function list(context: RecheckContext<Config>, listing: Listing, posts: readonly HeldPost[]): Promise<Map<string, RawPost>> {
  const dates = posts.map(({ createdAtMs }) => createdAtMs);
  const [fromMs, toMs] = [Math.min(...dates), Math.max(...dates)];
  const wanted = new Set(posts.map(({ nativeId }) => nativeId));
  const found = new Map<string, RawPost>();
  const query = {
    ...context.config.filter,
    dateofpublicationorder: 'ascending',
    publishedafter: new Date(fromMs - DAY_MS).toISOString().slice(0, 10),
  };
  for (let page = 0; page < MAX_PAGES; page++) {
    const each = await getList(context, context.config, `/api/v2/${listing}`, { ...query, take: String(TAKE), skip: String(page * TAKE) });
    const items = each.flatMap((one) => readItem(one, listing, context) ?? []);
    for (const item of items) if (wanted.has(item.nativeId)) found.set(item.nativeId, item);
    const isPast = items.length > 0 && items.every(({ createdAt }) => Date.parse(createdAt) > toMs);
    if (each.length < TAKE || isPast || found.size === wanted.size) break;
  }
  return found;
}

/** Undefined: it is there and can't be read. */
async function ask(context: RecheckContext<Config>, listing: Listing, { nativeId }: HeldPost): Promise<RawPost | 'gone' | undefined> {
  const json = await get(context, context.config, `/api/v2/${listing}/${encodeURIComponent(nativeId.replace('response/', ''))}`);
  return json === undefined ? 'gone' : readItem(json, listing, context);
}
