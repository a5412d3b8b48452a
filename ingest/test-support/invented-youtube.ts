import type { ScriptedAnswer } from './scripted-http.ts';

/** A comment by nobody; `replies` oldest first. Times in milliseconds. */
export interface InventedComment {
  id: string;
  text: unknown;
  atMs: number;
  editedMs?: number;
  author?: string;
  replies?: InventedComment[];
}

export interface InventedVideo {
  id: string;
  title?: string;
  publishedMs: number;
  /** Oldest first. */
  threads: InventedComment[];
  /** Reason for which YouTube refuses the list of its comments. */
  refusal?: { status: number; reason: string };
}

export interface InventedYoutube {
  channelId: string;
  handle?: string;
  /** Oldest first. */
  videos: InventedVideo[];
  /** Replies that come with a thread. */
  included?: number;
  /** Replies can't be asked for by their ids. */
  hidesRepliesById?: boolean;
  /** One id that isn't there makes the service refuse them all. */
  refusesMissing?: boolean;
}

const iso = (ms: number) => new Date(ms).toISOString();

/** The error body of Google's APIs. */
export function inventedError(status: number, reason: string, more: Record<string, unknown> = {}): ScriptedAnswer {
  const message = `Invented: ${reason}`;
  return { status, json: { error: { code: status, message, errors: [{ message, domain: 'youtube', reason }], ...more } } };
}

export function commentResource(
  { id, text, atMs, editedMs, author = 'UCnobody' }: InventedComment,
  videoId?: string,
): Record<string, unknown> {
  return {
    kind: 'youtube#comment',
    etag: 'invented',
    id,
    snippet: {
      ...(videoId ? { videoId } : {}),
      textDisplay: text,
      textOriginal: text,
      authorDisplayName: 'Nobody',
      authorChannelId: { value: author },
      likeCount: 0,
      publishedAt: iso(atMs),
      updatedAt: iso(editedMs ?? atMs),
    },
  };
}

function threadResource(
  thread: InventedComment,
  video: InventedVideo,
  { channelId, included = 5 }: InventedYoutube,
): Record<string, unknown> {
  const replies = (thread.replies ?? []).slice(-included);
  return {
    kind: 'youtube#commentThread',
    id: thread.id,
    snippet: {
      channelId,
      videoId: video.id,
      topLevelComment: commentResource(thread, video.id),
      canReply: true,
      totalReplyCount: thread.replies?.length ?? 0,
      isPublic: true,
    },
    ...(replies.length ? { replies: { comments: replies.map((reply) => commentResource(reply, video.id)) } } : {}),
  };
}

/** Answers as the YouTube Data API v3 documents them. Page tokens name the item before which the page ends, so they stay good when more is published. */
export function answerYoutube(url: URL, world: InventedYoutube): ScriptedAnswer {
  const query = (name: string) => url.searchParams.get(name);
  const resource = /^\/youtube\/v3\/(\w+)$/.exec(url.pathname)?.[1];
  if (resource === 'channels') {
    const isKnown = query('forHandle') === world.handle;
    return {
      json: { kind: 'youtube#channelListResponse', ...(isKnown ? { items: [{ kind: 'youtube#channel', id: world.channelId }] } : {}) },
    };
  }
  if (resource === 'playlistItems') {
    if (query('playlistId') !== `UU${world.channelId.slice(2)}`) return inventedError(404, 'playlistNotFound');
    return newestFirst(url, 'playlistItem', world.videos, (video) => uploadResource(video));
  }
  if (resource === 'commentThreads') {
    const video = world.videos.find(({ id }) => id === query('videoId'));
    if (!video) return inventedError(404, 'videoNotFound');
    if (video.refusal) return inventedError(video.refusal.status, video.refusal.reason);
    return newestFirst(url, 'commentThread', video.threads, (thread) => threadResource(thread, video, world));
  }
  const threads = world.videos.flatMap((video) => video.threads);
  if (resource === 'comments' && query('parentId') !== null) {
    const parent = threads.find(({ id }) => id === query('parentId'));
    return parent
      ? newestFirst(url, 'comment', parent.replies ?? [], (reply) => commentResource(reply))
      : inventedError(404, 'commentNotFound');
  }
  if (resource !== 'comments') return { status: 404, body: 'Not Found' };
  const all = new Map(
    (world.hidesRepliesById ? threads : threads.flatMap((thread) => [thread, ...(thread.replies ?? [])])).map((comment) => [
      comment.id,
      comment,
    ]),
  );
  const ids = query('id')!.split(',');
  if (world.refusesMissing && ids.some((id) => !all.has(id))) return inventedError(404, 'commentNotFound');
  return {
    json: { kind: 'youtube#commentListResponse', items: ids.flatMap((id) => (all.has(id) ? [commentResource(all.get(id)!)] : [])) },
  };
}

function uploadResource({ id, title = 'A film', publishedMs }: InventedVideo): Record<string, unknown> {
  return {
    kind: 'youtube#playlistItem',
    snippet: { title, publishedAt: iso(publishedMs), resourceId: { kind: 'youtube#video', videoId: id } },
    contentDetails: { videoId: id, videoPublishedAt: iso(publishedMs) },
  };
}

function newestFirst<T>(url: URL, kind: string, oldestFirst: readonly T[], toResource: (item: T) => unknown): ScriptedAnswer {
  const size = Number(url.searchParams.get('maxResults') ?? 20);
  const token = url.searchParams.get('pageToken');
  if (token !== null && !/^before-\d+$/.test(token)) return inventedError(400, 'invalidPageToken');
  const end = token === null ? oldestFirst.length : Number(token.slice('before-'.length));
  const start = Math.max(0, end - size);
  const items = oldestFirst.slice(start, end).reverse().map(toResource);
  return {
    json: {
      kind: `youtube#${kind}ListResponse`,
      ...(start > 0 ? { nextPageToken: `before-${start}` } : {}),
      pageInfo: { totalResults: 1_000_000, resultsPerPage: size },
      items,
    },
  };
}
