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

/**
 * A request on the condition that the feed changed since the cursor; follows redirects, each hop through the guard that `context.http` is. The
 * conditions go to the origin that they came from and to no other: they would tell it of earlier requests.
 */
export async function fetchFeed(context: ReadContext<unknown>, url: string, from: Cursor | undefined): Promise<FetchedFeed> {
  const origin = from?.validatorsFrom ?? new URL(url).origin;
  let current = url;
  let movedTo: string | undefined;
  let isPermanent = true;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const conditions = new URL(current).origin === origin ? conditionsOf(from) : {};
    const request = { url: current, headers: { accept: ACCEPT, ...conditions }, maxBytes: MAX_BYTES, signal: context.signal };
    const response = await context.http.send(request);
    const location = response.headers['location'];
    if (!REDIRECTS.has(response.status) || !location || !URL.canParse(location, current)) {
      if (response.status === 304 && Object.keys(conditions).length === 0) throw unasked(current);
      return { response, movedTo };
    }
    current = new URL(location, current).href;
    isPermanent &&= PERMANENT.has(response.status);
    if (isPermanent) movedTo = current;
  }
  const message = `${new URL(url).host} redirects more than ${MAX_REDIRECTS} times: check sources.rss.feeds.`;
  throw new SourceError({ type: 'config', setting: 'sources.rss.feeds' }, message);
}

function conditionsOf(from: Cursor | undefined): Record<string, string> {
  return {
    ...(from?.etag ? { 'if-none-match': from.etag } : {}),
    ...(from?.lastModified ? { 'if-modified-since': from.lastModified } : {}),
  };
}

function unasked(url: string): SourceError {
  return new SourceError({ type: 'fatal' }, `${new URL(url).host} answered that nothing has changed, which it wasn't asked.`, {
    status: 304,
  });
}
