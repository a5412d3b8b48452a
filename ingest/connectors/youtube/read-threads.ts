import type { SourceContext } from '../../connector.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import type { Api } from './api.ts';
import type { Answer } from './read-answer.ts';
import { commentSchema, threadSchema, type Comment, type List } from './schema.ts';
import { changedMs } from './to-item.ts';

/** A top-level comment with the replies that came with it. */
export interface Thread {
  id: string;
  channelId: string | undefined;
  comments: Comment[];
  /** There are more replies than came with it. */
  hasMore: boolean;
  /** Undefined: the top-level comment can't be read. */
  publishedMs: number | undefined;
  changedMs: number | undefined;
}

type Told = Pick<SourceContext, 'malformed'>;

/** The threads of a page, in its order. What can't be read is told and left out. */
export function threadsIn({ items = [] }: List, context: Told): Thread[] {
  return items.flatMap((item) => {
    const thread = parseOrTell(threadSchema, item, context);
    if (!thread) return [];
    const { id, snippet, replies } = thread;
    const top = parseOrTell(commentSchema, snippet.topLevelComment, context, () => id);
    const included = replies?.comments ?? [];
    const comments = [...(top ? [top] : []), ...included.flatMap((reply) => parseOrTell(commentSchema, reply, context) ?? [])];
    return {
      id,
      channelId: snippet.channelId,
      comments,
      hasMore: snippet.totalReplyCount > included.length,
      publishedMs: top && Date.parse(top.snippet.publishedAt),
      changedMs: top && changedMs(top),
    };
  });
}

/** Every reply of a thread, or why they can't be had. One unit for each hundred. */
export async function repliesTo(api: Api, threadId: string, context: Told): Promise<Comment[] | Exclude<Answer, { type: 'list' }>> {
  const replies: Comment[] = [];
  let token: string | undefined;
  for (;;) {
    const answer = await api.list('comments', {
      part: 'snippet',
      parentId: threadId,
      textFormat: 'plainText',
      maxResults: '100',
      pageToken: token,
    });
    if (answer.type !== 'list') return answer;
    replies.push(...commentsIn(answer.list, context));
    const next = answer.list.nextPageToken;
    if (next === undefined || next === token) return replies;
    token = next;
  }
}

export function commentsIn({ items = [] }: List, context: Told): Comment[] {
  return items.flatMap((item) => parseOrTell(commentSchema, item, context) ?? []);
}
