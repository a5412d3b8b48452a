import { SourceError } from '../../source-error.ts';

/** For what an address answers with in place of a feed: a page, other XML, other JSON. */
export function notAFeed(url: string): SourceError {
  return new SourceError({ type: 'fatal' }, `${new URL(url).host} answers with something that is no feed.`);
}
