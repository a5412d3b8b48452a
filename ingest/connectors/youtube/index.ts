import { DAY_MS } from '#core/calendar.ts';
import { defineConnector, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { createApi } from './api.ts';
import { createQuota } from './quota.ts';
import { recheck, RECHECK_SIZE } from './recheck.ts';
import { runRound } from './run-round.ts';
import { pageOf, type Partition, type Run } from './run.ts';
import { configSchema, cursorSchema, type Config, type Cursor } from './schema.ts';

/** The rest is for looking at held comments again. */
const SHARE_FOR_READING = 0.9;

export const youtube = defineConnector<Config, Partition, Cursor>({
  meta: {
    id: 'youtube',
    mode: 'poll',
    genre: 'post',
    about: {
      what: 'comments under the videos of chosen channels',
      needs:
        'A key of a Google Cloud project with the YouTube Data API v3, and for what Earshot makes of comments YouTube’s agreement to derived metrics, which follows an audit.',
      limits:
        '10,000 units a day for a project: one request is one unit. Comments under other channels’ videos are not found, nor those that a channel holds back. A new reply to an old comment is found within a day, longer where a channel has more comments than the units allow to look through.',
      terms:
        'Off by default: the API’s policies allow metrics that are derived from its data, such as sentiment, only to those whom YouTube has agreed them with, forbid inferring the health of a person, and want what is kept to be looked at again or deleted within 30 days.',
      triedOn: 'recordings',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 900,
    rate: { capacity: 20, refillPerSecond: 5 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: RECHECK_SIZE,
    policy: {
      retentionDays: null,
      deleteWithinHours: 7 * 24,
      refreshWithinDays: 30,
      derivedMetrics: 'by-agreement',
      inferHealth: 'forbidden',
      redistribution: 'none',
      enabledByDefault: false,
    },
  },
  partitions: partitionsOf,
  read,
  recheck,
  dueMs: ({ dueMs }) => dueMs,
});

function partitionsOf({ apiKey, baseUrl, channels, videos, dailyUnits, maxVideoAgeDays, match }: Config): Map<string, Partition> {
  const parts = new Map<string, Pick<Partition, 'channel' | 'videos'>>();
  for (const channel of channels) parts.set(channel, { channel, videos: [] });
  if (videos.length > 0) parts.set('videos', { channel: undefined, videos: [...new Set(videos)] });
  const share = Math.floor((dailyUnits * SHARE_FOR_READING) / parts.size);
  const common = { apiKey, baseUrl, share, maxVideoAgeMs: maxVideoAgeDays * DAY_MS, matches: createKeywordMatcher(match) };
  return new Map([...parts].map(([key, part]) => [key, { ...part, ...common }]));
}

async function* read(context: ReadContext<Partition>, from: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const run = openRun(context, from, range);
  try {
    yield* range.sinceMs !== undefined && run.state.isRange ? readBack(run) : readOn(run);
  } catch (error) {
    // What was spent has to be known after a restart too.
    const { units } = run.quota.spent;
    if (units >= context.partition.share && units !== run.state.units) yield pageOf(run, [], { hasMore: true });
    throw error;
  }
}

/** All comments of a range of time. The position after it is where reading on begins. */
async function* readBack(run: Run): AsyncGenerator<Page<Cursor>> {
  yield* runRound(run, 'whole');
  yield pageOf(run, [], { hasMore: false });
}

/** What is new since the last round; then, with units to spare, a part of the round that looks at every comment. */
async function* readOn(run: Run): AsyncGenerator<Page<Cursor>> {
  const { context, state } = run;
  const nowMs = context.clock.now();
  if (state.fresh && state.fresh.startMs < nowMs) yield* runRound(run, 'fresh');
  state.fresh ??= { startMs: context.clock.now(), sinceMs: state.freshMs, units: 0 };
  yield* runRound(run, 'fresh');
  if (!state.whole && state.wholeDueMs <= nowMs) state.whole = { startMs: context.clock.now(), sinceMs: state.wholeMs, units: 0 };
  if (state.whole) yield* runRound(run, 'whole');
  yield pageOf(run, [], { hasMore: false });
}

function openRun(context: ReadContext<Partition>, from: Cursor | undefined, range: ReadRange): Run {
  const { clock, partition } = context;
  const quota = createQuota(partition.share, clock, from);
  const state = from ? structuredClone(from) : begin(clock.now(), range, quota.spent);
  const spend = () => {
    quota.spend();
    const round = state.fresh ?? state.whole;
    if (round) round.units += 1;
  };
  return { context, api: createApi(context, partition, spend), quota, state, range };
}

/** Without a position: the newest page of each video; with a range all that is in it. */
function begin(nowMs: number, { sinceMs }: ReadRange, spent: { day: string; units: number }): Cursor {
  const round = { startMs: nowMs, units: 0 };
  const rounds =
    sinceMs === undefined ? { fresh: { ...round, sinceMs: 0, isFirst: true } } : { whole: { ...round, sinceMs }, isRange: true };
  return { ...spent, freshMs: nowMs, wholeMs: nowMs, wholeDueMs: nowMs + DAY_MS, dueMs: 0, ...rounds };
}
