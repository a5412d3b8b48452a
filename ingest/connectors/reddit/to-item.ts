import type { RawPost } from '#core/post.ts';
import { markdownToText } from '../../markdown-to-text.ts';
import type { Thing } from './schema.ts';

/** Reddit's own account that answers in every subreddit. */
const AUTOMODERATOR = 't2_6l4z3';

/** All that a text says once it was taken away. */
const GONE_TEXT = /^\\?\[ ?(deleted|removed)(?: by [^\n]{1,200})? ?\\?\]$/i;
const GONE_TITLE = /^\[ ?(deleted|removed) by [^\n]{1,200}\]$/i;
const BY_USER = new Set(['deleted', 'author']);

/**
 * Why a post or comment is not there any more; undefined while it is. The category, the text and the author are looked at: each may say it alone. A post whose
 * account is gone counts as deleted: Reddit lets nobody keep what belonged to it, under whatever name.
 */
export function goneReason({ data }: Thing): 'user' | 'platform' | undefined {
  const category = data.removed_by_category;
  if (category) return BY_USER.has(category) ? 'user' : 'platform';
  const text = (data.body ?? data.selftext ?? '').trim();
  const [, sign] = GONE_TEXT.exec(text) ?? GONE_TITLE.exec(data.title ?? '') ?? [];
  if (sign !== undefined) return sign.toLowerCase() === 'deleted' ? 'user' : 'platform';
  return data.author === '[deleted]' ? 'user' : undefined;
}

/** Whether a person wrote it. */
export function isWritten({ data }: Thing): boolean {
  return data.author_fullname !== AUTOMODERATOR;
}

export function feedOf(subreddit: string): string {
  return `https://www.reddit.com/r/${subreddit}`;
}

export function toItem({ kind, data }: Thing, observedAt: string): RawPost {
  const isComment = kind === 't1';
  return {
    source: 'reddit',
    nativeId: data.name,
    canonicalId: data.name,
    ...(data.subreddit ? { feed: feedOf(data.subreddit) } : {}),
    kind: isComment ? 'reply' : 'post',
    text: plain((isComment ? data.body : data.selftext) ?? ''),
    ...(data.title ? { title: data.title } : {}),
    createdAt: instant(data.created_utc),
    ...(typeof data.edited === 'number' ? { editedAt: instant(data.edited) } : {}),
    observedAt,
    ...(data.author_fullname ? { author: { id: data.author_fullname } } : {}),
    ...(data.permalink ? { url: new URL(data.permalink, 'https://www.reddit.com').href } : {}),
    ...(isComment && data.parent_id ? { parentId: data.parent_id } : {}),
    ...(isComment && data.link_id ? { rootId: data.link_id } : {}),
  };
}

/** Reddit's Markdown knows no HTML: "<sigh>" is words. */
function plain(markdown: string): string {
  const unveiled = markdown.replaceAll(/>!|!<|~~/g, '');
  return markdownToText(unveiled.replaceAll('<', '&lt;'));
}

/** From seconds, of which the API gives fractions. */
function instant(seconds: number): string {
  return new Date(Math.round(seconds * 1_000)).toISOString();
}
