import type { HttpResponse } from '#core/ports/http.ts';
import type { HeldPost, Op, RecheckContext } from '../../connector.ts';
import { toSourceError } from '../../source-error.ts';
import { createApi } from './api.ts';
import { COMMENT_FIELDS } from './list-posts.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { readAnswer, type Answer } from './read-answer.ts';
import { commentSchema, type Config } from './schema.ts';
import { isCommentUrl, toItem } from './to-item.ts';

/** A batch takes 50 requests, and one of them is the proof that the token is good. */
export const RECHECK_SIZE = 49;
const VISITOR_POST_FIELDS = 'id,message,created_time,is_hidden,from{id}';

/**
 * What became of what is held. The service says of something that is gone what it says of something that the token may not see: it counts as gone
 * only where the same batch could read the page and its comments.
 */
export async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<readonly Op[]> {
  const { pageId } = context.config;
  const api = createApi(context, context.config);
  const [proof, ...parts] = await api.batch([
    `${pageId}/feed?limit=1&fields=id,comments.limit(1){id}`,
    ...posts.map(
      ({ nativeId, url }) => `${nativeId}?fields=${url !== undefined && !isCommentUrl(url) ? VISITOR_POST_FIELDS : COMMENT_FIELDS}`,
    ),
  ]);
  const nowMs = context.clock.now();
  const isProven = proof != null && readAnswer(proof, nowMs).type === 'data';
  yield posts.flatMap((post, index) => opsOf(post, answerTo(parts[index], nowMs), isProven, context));
}

/** What is wrong with one of them says nothing of the others, but for a service that asks for patience. */
function answerTo(part: HttpResponse | null | undefined, nowMs: number): Answer | undefined {
  try {
    return part ? readAnswer(part, nowMs) : undefined;
  } catch (error) {
    if (toSourceError(error).outcome.type === 'rate-limited') throw error;
    return undefined;
  }
}

function opsOf(post: HeldPost, answer: Answer | undefined, isProven: boolean, context: RecheckContext<Config>): Op[] {
  const { source, nativeId, canonicalId, url = '' } = post;
  const ref = { source, nativeId, canonicalId };
  if (answer?.type === 'gone') return isProven ? [{ op: 'delete', ref, reason: 'user' }] : [];
  const comment = answer?.type === 'data' ? parseOrTell(commentSchema, answer.json, context) : undefined;
  if (!comment || comment.id !== nativeId) return [];
  if (comment.is_hidden) return [{ op: 'delete', ref, reason: 'platform' }];
  const observedAt = new Date(context.clock.now()).toISOString();
  const place = { pageId: context.config.pageId, url, observedAt, isLookedAtAgain: true };
  return comment.message ? [{ op: 'upsert', item: toItem(comment, place) }] : [];
}
