import { createHash } from 'node:crypto';
import type { RawPost } from '#core/post.ts';
import { foldBridgedAuthor, foldBridgedPost } from '../../fold-bridged.ts';
import { asConversation } from './conversation.ts';
import type { Entry } from './entry.ts';

const MAX_AHEAD_MS = 24 * 3_600_000;
const MAX_ID = 1_000;
const MAX_LINK = 4_000;

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
  const { kind, title, text, thread } = asConversation(entry, link);
  return {
    source: 'rss',
    nativeId: id,
    canonicalId: id,
    feed,
    kind,
    text: text || title,
    ...(text && title ? { title } : {}),
    createdAt,
    ...(editedAt && editedAt > createdAt ? { editedAt } : {}),
    observedAt,
    ...(entry.author ? { author: { id: short(foldBridgedAuthor(`${feed}#${entry.author}`, id)) } } : {}),
    ...(entry.language ? { lang: entry.language } : {}),
    ...(link ? { url: link } : {}),
    ...(thread ? { rootId: scoped(thread, feed) } : {}),
  };
}

function idOf({ guid, link, title, published, text }: Entry, feed: string): string {
  if (guid) return scoped(guid, feed);
  return short(`${feed}#${hashOf(feed, link, title, published?.toISOString(), text)}`);
}

function scoped(guid: string, feed: string): string {
  if (/^https?:\/\/[^\s/]/i.test(guid) && URL.canParse(guid)) return short(foldBridgedPost(guid));
  return short(guid.startsWith('at://did:') ? guid : `${feed}#${guid}`);
}

/** An id of no more length than ingest accepts. */
function short(id: string): string {
  return id.length <= MAX_ID ? id : `${id.slice(0, MAX_ID - 50)}#${hashOf(id)}`;
}

/** A date more than a day ahead is a mistake, and counts for nothing. */
function plausible(date: Date | undefined, nowMs: number): string | undefined {
  const at = date?.getTime() ?? Number.NaN;
  return Number.isNaN(at) || at > nowMs + MAX_AHEAD_MS || at < 0 ? undefined : date!.toISOString();
}

function absolute(link: string | undefined, base: string): string | undefined {
  if (!link || !URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= MAX_LINK ? url.href : undefined;
}

/** SHA-256 of several values, base64url. */
export function hashOf(...parts: (string | undefined)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('base64url');
}
