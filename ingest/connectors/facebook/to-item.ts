import type { RawPost } from '#core/post.ts';
import type { Comment, Post } from './schema.ts';

/** Where a comment stands. */
export interface Place {
  pageId: string;
  url: string;
  observedAt: string;
  /** The wording is the one of now; when it was made is not said. */
  isLookedAtAgain?: boolean;
}

/** A comment, or a post that a visitor left. Of the author only an id, which the service gives with a permission alone. */
export function toItem({ id, message = '', created_time, from, parent }: Comment, place: Place): RawPost {
  const { pageId, url, observedAt, isLookedAtAgain } = place;
  const authorId = from?.id;
  const parentId = parent?.id;
  return {
    source: 'facebook',
    nativeId: id,
    canonicalId: id,
    feed: `https://www.facebook.com/${pageId}`,
    kind: authorId === pageId ? 'response' : parentId ? 'reply' : 'post',
    text: message,
    createdAt: new Date(instantMs(created_time)).toISOString(),
    ...(isLookedAtAgain ? { editedAt: observedAt } : {}),
    observedAt,
    ...(authorId ? { author: { id: authorId } } : {}),
    url,
    ...(parentId ? { parentId, rootId: parentId } : {}),
  };
}

const COMMENT_PARAMETER = 'comment_id';

export function postUrl({ id, permalink_url }: Pick<Post, 'id' | 'permalink_url'>): string {
  return permalink_url !== undefined && URL.canParse(permalink_url) ? permalink_url : `https://www.facebook.com/${id}`;
}

export function commentUrl(post: Pick<Post, 'id' | 'permalink_url'>, commentId: string): string {
  const url = new URL(postUrl(post));
  url.searchParams.set(COMMENT_PARAMETER, commentId);
  return url.href;
}

export function isCommentUrl(url: string): boolean {
  return URL.canParse(url) && new URL(url).searchParams.has(COMMENT_PARAMETER);
}

/** As in 2026-11-16T09:00:00+0000, which ISO 8601 doesn't allow. */
export function instantMs(text: string): number {
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
