import { DAY_MS } from '#core/calendar.ts';
import type { Gap, Page } from '../../connector.ts';
import { inOrder, listVideos, lookUpHandle, type Video } from './list-videos.ts';
import { pageOf, type Run } from './run.ts';
import type { Cursor, Round } from './schema.ts';
import { walkVideo, type Depth } from './walk-video.ts';

export type RoundName = 'fresh' | 'whole';

/** How far back comments are handed on again: they may show late, above all where a channel looks at them first. */
const OVERLAP_MS = { fresh: 10 * 60_000, whole: 3 * DAY_MS } as const;
/** The state is handed on at least this often, in units. */
const STEP_UNITS = 20;
const WHOLE_EVERY_MS = DAY_MS;
/** A video whose comments can't be read is tried again for so long. */
const PATIENCE_MS = 7 * DAY_MS;

/**
 * Reads the videos of a round, newest first, from where it was left off.
 *
 * @returns false where it stopped to spare the quota.
 */
export async function* runRound(run: Run, name: RoundName): AsyncGenerator<Page<Cursor>, boolean> {
  const { state, quota } = run;
  const round = state[name]!;
  const isPatient = name === 'whole' && state.isRange === undefined;
  if (isPatient && !quota.hasSpare) return false;
  let toldUnits = quota.spent.units;

  for (const video of await videosOf(run, round, name)) {
    if (round.done && inOrder(video, round.done) <= 0) continue;
    const steps = walkVideo(run, round, video, depthOf(run, round, name, video, isPatient));
    for (;;) {
      const step = await steps.next();
      if (step.done) {
        if (!step.value) return false;
        break;
      }
      const { units } = quota.spent;
      if (step.value.length === 0 && Math.abs(units - toldUnits) < STEP_UNITS) continue;
      toldUnits = units;
      yield pageOf(run, step.value, { hasMore: true });
    }
  }
  const gap = name === 'fresh' ? endFresh(run, round) : endWhole(run, round);
  yield pageOf(run, [], { hasMore: true, gap });
  return true;
}

async function videosOf({ api, context, state }: Run, round: Round, name: RoundName): Promise<Video[]> {
  const { channel, videos, maxVideoAgeMs } = context.partition;
  if (channel === undefined) return videos.map((id) => ({ id, publishedMs: 0, title: undefined })).sort(inOrder);
  if (channel.startsWith('@')) state.channelId ??= await lookUpHandle(api, channel);
  const fromMs = (name === 'fresh' ? round.startMs : round.sinceMs) - maxVideoAgeMs;
  return listVideos(api, state.channelId ?? channel, fromMs, name === 'fresh' ? 'newest' : 'all');
}

function depthOf({ state }: Run, round: Round, name: RoundName, video: Video, isPatient: boolean): Depth {
  const isWhole = name === 'whole';
  // A video that was published since may have comments from before, of those who were let in early.
  const isUnknown = round.isFirst || state.isRange || (!isWhole && video.publishedMs >= round.sinceMs);
  return { isWhole, isPatient, knownMs: isUnknown ? 0 : round.sinceMs - OVERLAP_MS[name] };
}

/** Half of the day's units are for new comments: the next round waits until it can be afforded. */
function endFresh({ state, context }: Run, { startMs, units }: Round): undefined {
  state.freshMs = startMs;
  state.dueMs = startMs + Math.ceil((units / (context.partition.share / 2)) * DAY_MS);
  delete state.fresh;
}

function endWhole({ state }: Run, { startMs, sinceMs, isPart }: Round): Gap | undefined {
  if (state.isRange) state.freshMs = startMs;
  const isGivenUp = isPart === true && startMs - sinceMs >= PATIENCE_MS;
  // What could not be read this time has to be read from the same instant the next time.
  if (!isPart || isGivenUp || state.isRange) state.wholeMs = startMs;
  state.wholeDueMs = startMs + WHOLE_EVERY_MS;
  delete state.whole;
  delete state.isRange;
  return isGivenUp ? { fromMs: sinceMs, toMs: startMs, reason: 'The comments of a video could not be read for a week.' } : undefined;
}
