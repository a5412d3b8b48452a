import type { HeldPost, Op, RecheckContext } from '../../connector.ts';
import { createApi, type Api } from './api.ts';
import { commentsIn, repliesTo } from './read-threads.ts';
import { idSchema, type Comment, type Config } from './schema.ts';
import { threadOf, toItem } from './to-item.ts';
import { SourceError } from '../../source-error.ts';

/** The service takes so many ids in one request, which is one unit. */
export const RECHECK_SIZE = 50;

interface Look {
  /** Those that are there, as far as they can be read. */
  comments: Map<string, Comment>;
  /** Ids of which the answer says nothing. */
  unknown: Set<string>;
}

/** What became of comments that are held: asked for by their ids, and replies that don't come so once more among those to their thread. */
export async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<readonly Op[]> {
  const api = createApi(context, context.config, () => undefined);
  const look: Look = { comments: new Map(), unknown: new Set() };
  await lookAt(
    api,
    context,
    posts.map(({ nativeId }) => nativeId),
    look,
  );
  const isMissing = ({ nativeId }: HeldPost) => !look.comments.has(nativeId) && !look.unknown.has(nativeId);
  const threads = new Set(
    posts.filter((post) => isMissing(post) && threadOf(post.nativeId) !== post.nativeId).map(({ nativeId }) => threadOf(nativeId)),
  );
  for (const thread of threads) await lookAmongReplies(api, context, thread, posts, look);
  const observedAt = new Date(context.clock.now()).toISOString();
  yield posts.flatMap((post): Op[] => {
    const { source, nativeId, canonicalId, feed, url } = post;
    if (isMissing(post)) return [{ op: 'delete', ref: { source, nativeId, canonicalId }, reason: 'user' }];
    const comment = look.comments.get(nativeId);
    return comment ? [{ op: 'upsert', item: toItem(comment, { feed, url }, observedAt) }] : [];
  });
}

/** One that is gone may make the service refuse all that were asked for with it: then by halves. */
async function lookAt(api: Api, context: RecheckContext<Config>, ids: readonly string[], look: Look): Promise<void> {
  const answer = await api.list('comments', { part: 'snippet', id: ids.join(','), textFormat: 'plainText' });
  if (answer.type === 'list') {
    for (const comment of commentsIn(answer.list, context)) look.comments.set(comment.id, comment);
    for (const item of answer.list.items ?? []) {
      const id = idSchema.safeParse(item).data?.id;
      if (id !== undefined && !look.comments.has(id)) look.unknown.add(id);
    }
    return;
  }
  if (answer.type !== 'withheld') throw couldNot();
  if (ids.length > 1) {
    const half = Math.ceil(ids.length / 2);
    await lookAt(api, context, ids.slice(0, half), look);
    await lookAt(api, context, ids.slice(half), look);
  } else if (answer.reason !== 'commentNotFound') look.unknown.add(ids[0]!);
}

/** No documentation says that replies can be asked for by their ids. */
async function lookAmongReplies(
  api: Api,
  context: RecheckContext<Config>,
  thread: string,
  posts: readonly HeldPost[],
  look: Look,
): Promise<void> {
  const replies = await repliesTo(api, thread, context);
  if (Array.isArray(replies)) for (const reply of replies) look.comments.set(reply.id, reply);
  else if (replies.type !== 'withheld') throw couldNot();
  else if (replies.reason !== 'commentNotFound')
    for (const { nativeId } of posts) if (threadOf(nativeId) === thread) look.unknown.add(nativeId);
}

function couldNot(): SourceError {
  return new SourceError({ type: 'retry' }, 'YouTube could not say what became of comments.');
}
