import { decodeFeed } from './decode.ts';
import type { FeedSource, ParsedFeed } from './entry.ts';
import { parseJsonFeed } from './parse-json-feed.ts';
import { parseXmlFeed } from './parse-xml-feed.ts';
import { createPause } from './work-slices.ts';

/**
 * Entries of an RSS, Atom, CDF or JSON feed, whatever it is called. Others run meanwhile.
 * @throws SourceError 'fatal' for what is no feed, or takes more than five seconds to read.
 */
export async function parseFeed(feed: FeedSource, signal: AbortSignal): Promise<ParsedFeed> {
  const text = decodeFeed(feed.body, feed.contentType);
  const pause = createPause(signal);
  return /^\s*\{/.test(text.slice(0, 1_000)) ? parseJsonFeed(text, feed.url, pause) : parseXmlFeed(text, feed, pause);
}
