import type { HttpResponse } from '#core/ports/http.ts';
import type { ReadContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import type { Cursor } from './schema.ts';

const MAX_REDIRECTS = 5;
const MAX_BYTES = 10 * 1024 * 1024;
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

export interface FetchedFeed {
  response: HttpResponse;
  /** Where it is now, if every redirect on the way was for good. */
  movedTo: string | undefined;
}

/** A conditional request; follows redirects, each hop through the guard that `context.http` is. */
export async function fetchFeed(context: ReadContext<unknown>, url: string, from: Cursor | undefined): Promise<FetchedFeed> {
  let current = url;
  let movedTo: string | undefined;
  let isPermanent = true;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const headers = {
      accept: ACCEPT,
      ...(from?.etag ? { 'if-none-match': from.etag } : {}),
      ...(from?.lastModified ? { 'if-modified-since': from.lastModified } : {}),
    };
    const response = await context.http.send({ url: current, headers, maxBytes: MAX_BYTES, signal: context.signal });
    const location = response.headers['location'];
    if (!REDIRECTS.has(response.status) || !location || !URL.canParse(location, current)) return { response, movedTo };
    current = new URL(location, current).href;
    isPermanent &&= PERMANENT.has(response.status);
    if (isPermanent) movedTo = current;
  }
  const message = `${new URL(url).host} redirects more than ${MAX_REDIRECTS} times: check sources.rss.feeds.`;
  throw new SourceError({ type: 'config', setting: 'sources.rss.feeds' }, message);
}
