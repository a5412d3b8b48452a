import { LEAST_PAUSE_MS, type Cursor } from './schema.ts';

const LONGEST_PAUSE_MS = 24 * 3_600_000;
const MAX_ETAG = 200;
const MAX_DATE = 60;

/** What the server or the feed asks to wait, at least 15 minutes and at most a day. */
export function pauseMs(headers: Record<string, string>, feedMinutes = 0): number {
  const maxAge = Number(/max-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1] ?? 0);
  return Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, maxAge * 1_000, feedMinutes * 60_000));
}

type Validators = Pick<Cursor, 'etag' | 'lastModified' | 'validatorsFrom'>;

/** What the next request is made conditional by: said by the server at one address, for a request that begins at another. */
export function validators(headers: Record<string, string>, answeredBy: string, askedAt: string): Validators {
  const { etag, 'last-modified': lastModified } = headers;
  const { origin } = new URL(answeredBy);
  return {
    ...(etag && etag.length <= MAX_ETAG ? { etag } : {}),
    ...(lastModified && lastModified.length <= MAX_DATE ? { lastModified } : {}),
    ...(origin === new URL(askedAt).origin ? {} : { validatorsFrom: origin.slice(0, MAX_ETAG) }),
  };
}
