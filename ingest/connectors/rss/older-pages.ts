import { requireOk } from '../../classify-response.ts';
import type { ReadContext, ReadRange } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import type { Entry, ParsedFeed } from './entry.ts';
import { fetchFeed } from './fetch-feed.ts';
import { parseFeed } from './parse-feed.ts';
import type { Cursor } from './schema.ts';
import { markOf, marksIn } from './seen-entries.ts';

const MAX_PAGES = 10;
const SETTING = 'sources.rss.feeds';

/**
 * Entries of the pages that a JSON Feed names as the next, as long as pages hold what is new; none at the first contact. The feed is worth more
 * than its older pages: one that can't be read ends them.
 */
export async function olderPages(
  context: ReadContext<unknown>,
  first: { feed: ParsedFeed; url: string },
  from: Cursor | undefined,
  range: ReadRange,
): Promise<Entry[]> {
  if (!from && range.sinceMs === undefined) return [];
  const known = marksIn(from?.seen ?? '');
  const entries: Entry[] = [];
  const visited = new Set<string>();
  let { feed, url } = first;
  for (let pages = 1; pages < MAX_PAGES && feed.nextUrl && feed.entries.some((entry) => !known.has(markOf(entry))); pages++) {
    const next = URL.canParse(feed.nextUrl, url) ? new URL(feed.nextUrl, url).href : undefined;
    if (!next || visited.has(next)) break;
    visited.add(next);
    const page = await pageAt(context, next);
    if (!page) break;
    ({ feed, url } = page);
    entries.push(...feed.entries);
  }
  return entries;
}

async function pageAt(context: ReadContext<unknown>, address: string): Promise<{ feed: ParsedFeed; url: string } | undefined> {
  try {
    const { response } = await fetchFeed(context, address, undefined);
    requireOk(response, { nowMs: context.clock.now(), setting: SETTING });
    const { body, headers, url } = response;
    return { feed: await parseFeed({ body, contentType: headers['content-type'], url }, context.signal), url };
  } catch (error) {
    const isPassing = !(error instanceof SourceError) || error.outcome.type === 'retry' || error.outcome.type === 'rate-limited';
    if (isPassing) throw error;
    context.warn(`${new URL(address).host}: an older page of the feed can't be read and was left out.`);
    return undefined;
  }
}
