import type { Op } from '../../connector.ts';
import { isWithin } from '../../is-within.ts';
import { SourceError } from '../../source-error.ts';
import type { Video } from './list-videos.ts';
import type { Answer } from './read-answer.ts';
import { repliesTo, threadsIn, type Thread } from './read-threads.ts';
import { passOver, type Run } from './run.ts';
import { MAX_TOKEN_LENGTH, type Comment, type Round } from './schema.ts';
import { changedMs, toItem } from './to-item.ts';

const MAX_OPS = 200;
/** So many threads in a row, at the end of a page, that are known: a pinned or odd one among them is no sign of more. */
const KNOWN_IN_A_ROW = 10;

export interface Depth {
  /** Every thread is looked at, for new replies to old ones too. */
  isWhole: boolean;
  /** What was published and edited before is known. */
  knownMs: number;
  isPatient: boolean;
}

/**
 * The comments of a video, newest thread first. Each list of operations, which may be empty, comes when `round` is the state after it.
 *
 * @returns false where it stopped to spare the quota.
 */
export async function* walkVideo(run: Run, round: Round, video: Video, depth: Depth): AsyncGenerator<Op[], boolean> {
  const ops: Op[] = [];
  try {
    return yield* walkThreads(run, round, video, depth, ops);
  } catch (error) {
    // The state is past these already.
    if (ops.length > 0) yield ops.splice(0);
    throw error;
  }
}

async function* walkThreads(run: Run, round: Round, video: Video, depth: Depth, ops: Op[]): AsyncGenerator<Op[], boolean> {
  let { token, after } = round.walk?.id === video.id ? round.walk : {};
  let isAnew = false;
  for (;;) {
    if (depth.isPatient && !run.quota.hasSpare) {
      yield ops.splice(0);
      return false;
    }
    const answer = await askForThreads(run, video, token);
    if (answer.type === 'bad-token' && token !== undefined && !isAnew) {
      [token, after, isAnew] = [undefined, undefined, true];
      continue;
    }
    if (answer.type !== 'list') {
      if (answer.type !== 'withheld') passOver(run, round, couldNot);
      break;
    }

    const threads = threadsIn(answer.list, run.context);
    for (const thread of threads.slice(threads.findIndex(({ id }) => id === after) + 1)) {
      const found = await opsOf(run, round, thread, video, depth);
      if (ops.length > 0 && ops.length + found.length > MAX_OPS) yield ops.splice(0);
      ops.push(...found);
      // The state stays before the thread, so that the rest of it isn't lost.
      while (ops.length > MAX_OPS) yield ops.splice(0, MAX_OPS);
      after = thread.id;
      round.walk = { id: video.id, ...kept(token), after };
    }

    const next = answer.list.nextPageToken;
    const lastOnes = threads.slice(-KNOWN_IN_A_ROW);
    const isKnown = !depth.isWhole && lastOnes.length > 0 && lastOnes.every((thread) => isOld(thread, depth));
    if (round.isFirst || isKnown || next === undefined || next === token) break;
    [token, after] = [next, undefined];
    round.walk = { id: video.id, ...kept(token) };
    yield ops.splice(0);
  }
  round.done = { publishedMs: video.publishedMs, id: video.id };
  delete round.walk;
  yield ops.splice(0);
  return true;
}

function askForThreads({ api }: Run, video: Video, token: string | undefined): Promise<Answer> {
  return api.list('commentThreads', {
    part: 'snippet,replies',
    videoId: video.id,
    order: 'time',
    textFormat: 'plainText',
    maxResults: '100',
    pageToken: token,
  });
}

function kept(token: string | undefined): { token?: string } {
  return token === undefined || token.length > MAX_TOKEN_LENGTH ? {} : { token };
}

function isOld({ changedMs }: Thread, { knownMs }: Depth): boolean {
  return changedMs !== undefined && changedMs < knownMs;
}

async function opsOf(run: Run, round: Round, thread: Thread, video: Video, depth: Depth): Promise<Op[]> {
  const { context, range, state } = run;
  const { matches, channel } = context.partition;
  const isNew = (comment: Comment) => changedMs(comment) >= depth.knownMs;
  const isAfter = range.untilMs !== undefined && thread.publishedMs !== undefined && thread.publishedMs >= range.untilMs;
  const wantsMore = thread.hasMore && !isAfter && (depth.isWhole || thread.comments.some(isNew));
  const comments = wantsMore ? await withAllReplies(run, round, thread) : thread.comments;
  const place = { videoId: video.id, channelId: state.channelId ?? thread.channelId ?? channel };
  const observedAt = new Date(context.clock.now()).toISOString();
  return comments
    .filter(isNew)
    .map((comment) => toItem(comment, place, observedAt))
    .filter(({ createdAt }) => isWithin(Date.parse(createdAt), range))
    .filter(({ text }) => matches([video.title, text]))
    .map((item) => ({ op: 'upsert', item }));
}

async function withAllReplies(run: Run, round: Round, thread: Thread): Promise<Comment[]> {
  const replies = await repliesTo(run.api, thread.id, run.context);
  if (Array.isArray(replies)) return [...new Map([...thread.comments, ...replies].map((comment) => [comment.id, comment])).values()];
  if (replies.type !== 'withheld') passOver(run, round, couldNot);
  return thread.comments;
}

function couldNot(): SourceError {
  return new SourceError({ type: 'retry' }, 'YouTube could not list the comments of a video.');
}
