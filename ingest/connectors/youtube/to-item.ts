import type { RawPost } from '#core/post.ts';
import type { Comment } from './schema.ts';

/** Where a comment stands, as far as its own resource doesn't say. */
export interface Place {
  videoId: string | undefined;
  channelId: string | undefined;
  feed: string | undefined;
  url: string | undefined;
}

export function toItem({ id, snippet }: Comment, place: Partial<Place>, observedAt: string): RawPost {
  const videoId = snippet.videoId ?? place.videoId;
  const channelId = place.channelId ?? snippet.channelId;
  const threadId = threadOf(id);
  const createdAt = toUtc(snippet.publishedAt);
  const editedAt = snippet.updatedAt === undefined ? createdAt : toUtc(snippet.updatedAt);
  const authorId = snippet.authorChannelId?.value;
  const isByChannel = authorId !== undefined && authorId === channelId;
  const feed = channelId ? `https://www.youtube.com/channel/${channelId}` : place.feed;
  const url = place.url ?? (videoId ? `https://www.youtube.com/watch?v=${videoId}&lc=${id}` : undefined);
  return {
    source: 'youtube',
    nativeId: id,
    canonicalId: id,
    ...(feed ? { feed } : {}),
    kind: isByChannel ? 'response' : threadId === id ? 'post' : 'reply',
    text: snippet.textOriginal ?? snippet.textDisplay ?? '',
    createdAt,
    ...(editedAt > createdAt ? { editedAt } : {}),
    observedAt,
    ...(authorId ? { author: { id: authorId } } : {}),
    ...(url ? { url } : {}),
    ...(threadId === id ? {} : { parentId: threadId, rootId: threadId }),
  };
}

/** A reply's id is its thread's, a full stop, and its own part. */
export function threadOf(commentId: string): string {
  return commentId.split('.', 1)[0]!;
}

/** When the wording that a comment has now was made. */
export function changedMs({ snippet }: Comment): number {
  return Math.max(Date.parse(snippet.publishedAt), snippet.updatedAt === undefined ? 0 : Date.parse(snippet.updatedAt));
}

function toUtc(text: string): string {
  return new Date(Date.parse(text)).toISOString();
}
