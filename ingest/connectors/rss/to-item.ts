import { createHash } from 'node:crypto';
import type { RawPost } from '#core/post.ts';
import { foldBridgedAuthor, foldBridgedPost } from '../../fold-bridged.ts';
import type { Entry } from './entry.ts';

const MAX_AHEAD_MS = 24 * 3_600_000;

/**
 * An absolute address as guid is the post's id wherever it appears; any other guid is the feed's own; without one the content is. A feed
 * that moved keeps its first address here, so that its entries keep their ids.
 */
export function toItem(entry: Entry, feed: string, observedAtMs: number): RawPost {
  const observedAt = new Date(observedAtMs).toISOString();
  const createdAt = plausible(entry.published ?? entry.updated, observedAtMs) ?? observedAt;
  const editedAt = plausible(entry.updated, observedAtMs);
  const id = idOf(entry, feed);
  const link = absolute(entry.link, feed);
  return {
    source: 'rss',
    nativeId: id,
    canonicalId: id,
    feed,
    kind: 'post',
    text: entry.text || entry.title,
    ...(entry.text && entry.title ? { title: entry.title } : {}),
    createdAt,
    ...(editedAt && editedAt > createdAt ? { editedAt } : {}),
    observedAt,
    ...(entry.author ? { author: { id: foldBridgedAuthor(`${feed}#${entry.author}`, id) } } : {}),
    ...(entry.language ? { lang: entry.language } : {}),
    ...(link ? { url: link } : {}),
  };
}

function idOf(entry: Entry, feed: string): string {
  const { guid } = entry;
  if (guid && /^https?:\/\/[^\s/]/i.test(guid)) return foldBridgedPost(guid);
  if (guid?.startsWith('at://did:')) return guid;
  if (guid) return `${feed}#${guid}`.slice(0, 1_000);
  return `${feed.slice(0, 900)}#${hashOf(feed, entry.link, entry.title, entry.published?.toISOString(), entry.text)}`;
}

/** A date more than a day ahead is a mistake, and counts for nothing. */
function plausible(date: Date | undefined, nowMs: number): string | undefined {
  const at = date?.getTime() ?? Number.NaN;
  return Number.isNaN(at) || at > nowMs + MAX_AHEAD_MS || at < 0 ? undefined : date!.toISOString();
}

function absolute(link: string | undefined, base: string): string | undefined {
  if (!link || !URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** SHA-256 of several values, base64url. */
export function hashOf(...parts: (string | undefined)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('base64url');
}
