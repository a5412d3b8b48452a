import type { Op, ReadContext, ReadRange } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { afterOf, edgeOf, type Api } from './api.ts';
import { COMMENT_FIELDS, createdMs } from './list-posts.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { commentSchema, MAX_AFTER_LENGTH, type Comment, type Config, type Edge, type Post, type Round } from './schema.ts';
import { commentUrl, postUrl, toItem } from './to-item.ts';

export interface Partition extends Omit<Config, 'match' | 'maxPostAgeDays'> {
  maxPostAgeMs: number;
  matches: (texts: readonly (string | undefined)[]) => boolean;
}

export interface Walk {
  context: ReadContext<Partition>;
  api: Api;
  range: ReadRange;
  round: Round;
  /** What was written before is known. */
  knownMs: number;
}

/** So many comments in a row, at the end of a page, that are known: an odd one among them is no sign of more. */
const KNOWN_IN_A_ROW = 5;
const PAGE_SIZE = 100;
const SMALL_PAGE_SIZE = 10;
const TRIES = 3;
const NOTHING: Edge = { data: [] };

/** What visitors wrote: the post if it is theirs, and its comments, newest first. Each list comes when `round` is the state after it. */
export async function* walkPost(walk: Walk, post: Post): AsyncGenerator<Op[]> {
  const { round, context } = walk;
  const begun = round.walk?.id === post.id ? round.walk : undefined;
  let after = begun?.after;
  let edge = begun ? undefined : (post.comments ?? NOTHING);
  const { pageId } = context.partition;
  const isVisitors = post.from?.id !== undefined && post.from.id !== pageId;
  let ops = begun || !isVisitors ? [] : opsOf(walk, post, [post], () => postUrl(post));
  for (;;) {
    edge ??= await askForComments(walk, post, after);
    const comments = edge.data.flatMap((item) => parseOrTell(commentSchema, item, context) ?? []);
    ops.push(...opsOf(walk, post, comments, ({ id }) => commentUrl(post, id)));
    const next = afterOf(edge);
    if (round.isFirst || next === undefined || next === after || isKnown(walk, comments)) break;
    after = next;
    round.walk = { id: post.id, ...(after.length > MAX_AFTER_LENGTH ? {} : { after }) };
    yield ops;
    [ops, edge] = [[], undefined];
  }
  round.done = { createdMs: createdMs(post), id: post.id };
  delete round.walk;
  yield ops;
}

/** The service's cursors end with the comment that they point to: then the post is begun anew. One that is gone has no comments. */
async function askForComments(walk: Walk, post: Post, after: string | undefined): Promise<Edge> {
  const { api, context } = walk;
  const ask = (limit: number, from: string | undefined) =>
    api.get(`${post.id}/comments`, {
      filter: 'stream',
      order: 'reverse_chronological',
      limit: String(limit),
      fields: COMMENT_FIELDS,
      after: from,
    });
  let answer = await ask(PAGE_SIZE, after);
  if (answer.type === 'refused' && after !== undefined) answer = await ask(PAGE_SIZE, undefined);
  if (answer.type === 'too-much') answer = await ask(SMALL_PAGE_SIZE, after);
  if (answer.type === 'data') return edgeOf(answer.json, context.partition.baseUrl);
  if (answer.type === 'refused') context.warn('Facebook refuses to list the comments of a post.');
  else if (answer.type !== 'gone') passOver(walk);
  return NOTHING;
}

/** For a fault that may pass or not: throws until it was met often, then the round goes on without the post. */
function passOver({ context, round }: Walk): void {
  if (context.attempt < TRIES) throw new SourceError({ type: 'retry' }, 'Facebook could not list the comments of a post.');
  round.isPart = true;
}

function isKnown({ knownMs }: Walk, comments: readonly Comment[]): boolean {
  const dates = comments.map((comment) => createdMs(comment));
  // A server that keeps to another order has to be read to its end.
  const isNewestFirst = dates.length > 0 && dates[0]! >= dates.at(-1)!;
  return isNewestFirst && dates.slice(-KNOWN_IN_A_ROW).every((ms) => ms < knownMs);
}

function opsOf(walk: Walk, post: Post, written: readonly Comment[], urlOf: (comment: Comment) => string): Op[] {
  const { context, range, knownMs } = walk;
  const { pageId, matches } = context.partition;
  const observedAt = new Date(context.clock.now()).toISOString();
  const { sinceMs = 0, untilMs = Number.POSITIVE_INFINITY } = range;
  return (
    written
      .filter((comment) => createdMs(comment) >= Math.max(knownMs, sinceMs) && createdMs(comment) < untilMs)
      // What the page hid is not public any more.
      .filter(({ is_hidden: isHidden }) => !isHidden && !post.is_hidden)
      .filter((comment) => {
        if (comment.message) return matches([comment.message]);
        context.dropped({ key: comment.id, reason: 'empty' });
        return false;
      })
      .map((comment) => ({ op: 'upsert', item: toItem(comment, { pageId, url: urlOf(comment), observedAt }) }))
  );
}
