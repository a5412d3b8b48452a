import type { Gap, ReadRange } from '../../connector.ts';
import { timeOfId } from './post-id.ts';
import type { Cursor } from './schema.ts';

const HOUR_MS = 3_600_000;
/** X searches back seven days from each request; the last page of a long walk is asked for well after the first. */
const LOOKBACK_MS = 7 * 24 * HOUR_MS - HOUR_MS;
/** A search may end no later than ten seconds before the present. */
const LEAST_AGE_MS = 15_000;
/** Read again where reading goes on by time: posts are found some time after they were written. */
const OVERLAP_MS = HOUR_MS;

/** What a search asks for, and what it can't reach. */
export interface Stretch {
  /** Undefined: nothing of it can be searched. */
  query: Record<string, string> | undefined;
  /** Where it begins, if that is known. */
  fromMs: number | undefined;
  gap: Gap | undefined;
  /** There is nothing to go on from: the newest page is all that is wanted. */
  isNewestOnly: boolean;
}

/**
 * By the last id where X still takes it, else by time: a search that finds nothing for seven days has an id that X refuses, although nothing was missed. The two are
 * never sent together, which X refuses as well.
 */
export function stretchOf(from: Cursor | undefined, range: ReadRange, nowMs: number): Stretch {
  const floorMs = nowMs - LOOKBACK_MS;
  const sinceId = from?.sinceId ?? null;
  const idMs = sinceId === null ? undefined : timeOfId(sinceId);
  if (sinceId !== null && (idMs === undefined || idMs > floorMs)) {
    return { query: { since_id: sinceId }, fromMs: from?.atMs ?? idMs, gap: undefined, isNewestOnly: false };
  }
  const reachedMs = from?.atMs ?? idMs;
  if (reachedMs !== undefined) return byTime(reachedMs, reachedMs - OVERLAP_MS, undefined, nowMs);
  return byTime(range.sinceMs, range.sinceMs, range.untilMs, nowMs);
}

function byTime(fromMs: number | undefined, sinceMs: number | undefined, untilMs: number | undefined, nowMs: number): Stretch {
  const floorMs = nowMs - LOOKBACK_MS;
  const endMs = untilMs !== undefined && untilMs < nowMs - LEAST_AGE_MS ? untilMs : undefined;
  const isCut = fromMs !== undefined && fromMs < floorMs;
  const gap = isCut
    ? { fromMs, toMs: Math.min(floorMs, endMs ?? Infinity), reason: 'X searches back seven days; what is older is missing.' }
    : undefined;
  const query = {
    ...(sinceMs === undefined ? {} : { start_time: instant(Math.min(Math.max(sinceMs, floorMs), nowMs - LEAST_AGE_MS)) }),
    ...(endMs === undefined ? {} : { end_time: instant(endMs) }),
  };
  const isOutOfReach = endMs !== undefined && endMs <= floorMs;
  return { query: isOutOfReach ? undefined : query, fromMs, gap, isNewestOnly: sinceMs === undefined };
}

function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}
