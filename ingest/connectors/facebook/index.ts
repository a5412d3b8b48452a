import { DAY_MS } from '#core/calendar.ts';
import { defineConnector, type Op, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { createApi } from './api.ts';
import { inOrder, listPosts } from './list-posts.ts';
import { recheck, RECHECK_SIZE } from './recheck.ts';
import { configSchema, cursorSchema, type Config, type Cursor, type Round } from './schema.ts';
import { walkPost, type Partition } from './walk-post.ts';

/** Comments may show late: so far back they are handed on again. */
const OVERLAP_MS = 10 * 60_000;
/** A post whose comments can't be read is tried again for so long. */
const PATIENCE_MS = 7 * DAY_MS;

export const facebook = defineConnector<Config, Partition, Cursor>({
  meta: {
    id: 'facebook',
    mode: 'poll',
    genre: 'post',
    about: {
      what: 'comments on a Facebook page of your own, and posts that visitors leave there',
      needs:
        'A page that you run, and an app that passed Meta’s review for pages_read_engagement and pages_read_user_content; with them a token of the page.',
      limits:
        'Your own page only: nothing else on Facebook can be read. Some 600 posts a year; 4,800 requests a day for each person who was active on the page.',
      terms:
        'Off by default: Meta’s platform terms allow no surveillance of persons and ask that what is kept follows what is changed or deleted there, and the app needs Meta’s review.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 900,
    rate: { capacity: 10, refillPerSecond: 1 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: RECHECK_SIZE,
    policy: {
      retentionDays: null,
      deleteWithinHours: 7 * 24,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'forbidden',
      redistribution: 'none',
      enabledByDefault: false,
    },
  },
  partitions: ({ maxPostAgeDays, match, ...config }) =>
    new Map([[config.pageId, { ...config, maxPostAgeMs: maxPostAgeDays * DAY_MS, matches: createKeywordMatcher(match) }]]),
  read,
  recheck,
});

async function* read(context: ReadContext<Partition>, from: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const nowMs = context.clock.now();
  const state = from ? structuredClone(from) : begin(nowMs, range);
  const isResumed = state.round !== undefined && state.round.startMs < nowMs;
  const isRange = range.sinceMs !== undefined && state.round?.isRange === true;
  if (isResumed) yield* runRound(context, state, range);
  // What was written since the round began is not in it.
  if (!isResumed || !isRange) {
    state.round ??= { startMs: context.clock.now(), sinceMs: state.sinceMs };
    yield* runRound(context, state, range);
  }
  yield pageOf(state, [], false);
}

/** Without a position: the newest comments of each post; with a range all that are in it. */
function begin(nowMs: number, { sinceMs }: ReadRange): Cursor {
  const round: Round = sinceMs === undefined ? { startMs: nowMs, sinceMs: 0, isFirst: true } : { startMs: nowMs, sinceMs, isRange: true };
  return { sinceMs: nowMs, round };
}

/** Every post of the page that is young enough, newest first, from where it was left off. */
async function* runRound(context: ReadContext<Partition>, state: Cursor, range: ReadRange): AsyncGenerator<Page<Cursor>> {
  const round = state.round!;
  const { pageId, baseUrl, maxPostAgeMs } = context.partition;
  const api = createApi(context, context.partition);
  const fromMs = (round.isFirst ? round.startMs : round.sinceMs) - maxPostAgeMs;
  const knownMs = round.isFirst ? 0 : round.isRange ? round.sinceMs : round.sinceMs - OVERLAP_MS;
  const isDone = (post: Parameters<typeof inOrder>[0]) =>
    round.done && inOrder(post, { id: round.done.id, created_time: new Date(round.done.createdMs).toISOString() }) <= 0;
  for (const post of await listPosts({ context, api, pageId, baseUrl }, fromMs)) {
    if (isDone(post)) continue;
    for await (const ops of walkPost({ context, api, range, round, knownMs }, post)) if (ops.length > 0) yield pageOf(state, ops, true);
  }
  yield { ...pageOf(state, [], true), ...end(state, round) };
}

/** What could not be read this time has to be read from the same instant the next time, for a week. */
function end(state: Cursor, { startMs, sinceMs, isPart, isFirst, isRange }: Round): Pick<Page<Cursor>, 'cursor' | 'gap'> {
  const isOwed = isPart === true && !isFirst && !isRange;
  const isGivenUp = isOwed && startMs - sinceMs >= PATIENCE_MS;
  if (!isOwed || isGivenUp) state.sinceMs = startMs;
  delete state.round;
  const gap = isGivenUp ? { fromMs: sinceMs, toMs: startMs, reason: 'The comments of a post could not be read for a week.' } : undefined;
  return { cursor: structuredClone(state), gap };
}

function pageOf(state: Cursor, ops: Op[], hasMore: boolean): Page<Cursor> {
  return { ops, cursor: structuredClone(state), hasMore };
}
