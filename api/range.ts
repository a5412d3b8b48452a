import { DAY_MS, intervalStarts, londonDay, londonDayStartMs, mondayOf, type Interval } from '#core/calendar.ts';
import { parseInstant, type InstantFault } from './instants.ts';
import { ProblemError } from './problem.ts';

export const MAX_RANGE_DAYS = 400;
export const MAX_BUCKETS = 500;
const DEFAULT_DAYS = 28;

/** Half-open: `fromMs` is in, `toMs` is not. */
export interface Range {
  fromMs: number;
  toMs: number;
}

/** Where a range begins whose request gives no "from". */
export type DefaultStart = (toMs: number) => number;

/** The last days before `toMs`, counted in London. */
export function daysBefore(days: number): DefaultStart {
  return (toMs) => londonDayStartMs(londonDay(toMs - 1) - days + 1);
}

/** The last Monday weeks before `toMs`, that of `toMs` itself included. */
export function weeksBefore(weeks: number): DefaultStart {
  return (toMs) => londonDayStartMs(mondayOf(londonDay(toMs - 1)) - 7 * (weeks - 1));
}

const FAULTS: Record<InstantFault, string> = {
  'no-zone':
    'needs a time zone: add Z, or an offset such as +01:00 (as %2B01:00 in an address), or give a date alone, which is the day in London.',
  'not-an-instant': 'must be a date such as 2026-11-16 or an instant such as 2026-11-16T09:30:00Z.',
  'out-of-bounds': 'must be between the years 2000 and 2100.',
};

/** @throws ProblemError that says what is wrong with the range. */
export function resolveRange(
  query: { from?: string | undefined; to?: string | undefined },
  nowMs: number,
  startOf: DefaultStart = daysBefore(DEFAULT_DAYS),
): Range {
  const toMs = query.to === undefined ? londonDayStartMs(londonDay(nowMs) + 1) : readInstant('to', query.to);
  const fromMs = query.from === undefined ? startOf(toMs) : readInstant('from', query.from);
  if (fromMs >= toMs) {
    throw new ProblemError('range-not-allowed', {
      detail:
        query.to === undefined
          ? '"from" lies after the end of today. Give a "to" after it, or an earlier "from".'
          : '"from" must be before "to"; "to" itself is not in the range, so one whole day is from=2026-11-16&to=2026-11-17.',
      parameter: 'from',
    });
  }
  // Clocks going back make one day of a range 25 hours long.
  if (toMs - fromMs > MAX_RANGE_DAYS * DAY_MS + DAY_MS / 24) {
    throw new ProblemError('range-not-allowed', {
      detail: `The range is longer than ${MAX_RANGE_DAYS} days. Bring "from" and "to" closer together, or ask in parts.`,
      parameter: 'from',
    });
  }
  return { fromMs, toMs };
}

/** @throws ProblemError when the range holds more than 500 intervals. */
export function bucketStarts(range: Range, interval: Interval): number[] {
  const starts = intervalStarts(range.fromMs, range.toMs, interval);
  if (starts.length > MAX_BUCKETS) {
    throw new ProblemError('too-many-buckets', {
      detail: `The range holds ${starts.length} intervals of one ${interval}; the limit is ${MAX_BUCKETS}. Take a longer interval or a shorter range.`,
      parameter: 'interval',
    });
  }
  return starts;
}

function readInstant(parameter: 'from' | 'to', text: string): number {
  const atMs = parseInstant(text);
  if (typeof atMs === 'number') return atMs;
  throw new ProblemError('invalid-parameter', { detail: `${parameter} ${FAULTS[atMs]}`, parameter });
}
