import type { RawPost } from '#core/post.ts';
import type { Thing } from './schema.ts';

const GONE_TEXTS = new Set(['[deleted]', '[removed]', '[deleted by user]', '[ Removed by Reddit ]']);
const BY_USER = new Set(['deleted', 'author']);

/** Why a post or comment is not there any more; undefined while it is. The category and the text are looked at: either may say it alone. */
export function goneReason({ data }: Thing): 'user' | 'platform' | undefined {
  const category = data.removed_by_category;
  if (category) return BY_USER.has(category) ? 'user' : 'platform';
  const text = (data.body ?? data.selftext ?? '').trim();
  if (text === '[deleted]' || text === '[deleted by user]') return 'user';
  if (GONE_TEXTS.has(text)) return 'platform';
  return undefined;
}

export function toItem({ kind, data }: Thing, observedAt: string): RawPost {
  const isComment = kind === 't1';
  return {
    source: 'reddit',
    nativeId: data.name,
    canonicalId: data.name,
    ...(data.subreddit ? { feed: `https://www.reddit.com/r/${data.subreddit}` } : {}),
    kind: isComment ? 'reply' : 'post',
    text: (isComment ? data.body : data.selftext) ?? '',
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

/** From seconds, of which the API gives fractions. */
function instant(seconds: number): string {
  return new Date(Math.round(seconds * 1_000)).toISOString();
}
