import { DAY_MS, londonDate, londonDay, londonDayStartMs, type Interval } from '#core/calendar.ts';

export interface Period {
  /** Local dates; `to` is not included. */
  from: string;
  to: string;
  fromMs: number;
  toMs: number;
}

export const PRESETS = [
  { label: 'Last 7 days', days: 7 },
  { label: 'Last 4 weeks', days: 28 },
  { label: 'Last 13 weeks', days: 91 },
  { label: 'Last 52 weeks', days: 364 },
] as const;

const DEFAULT_DAYS = 28;
const MAX_DAYS = 400;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The dates in the address, or the last four weeks up to today where they are missing or make no sense. */
export function effectiveRange(view: { from: string; to: string }, nowMs = Date.now()): Period {
  const from = dayNumber(view.from);
  const to = dayNumber(view.to);
  if (from !== undefined && to !== undefined && from < to && to - from <= MAX_DAYS) return period(from, to);
  return lastDays(DEFAULT_DAYS, nowMs);
}

export function lastDays(days: number, nowMs = Date.now()): Period {
  const to = londonDay(nowMs) + 1;
  return period(to - days, to);
}

/** The finest interval that still makes a readable chart. */
export function intervalFor(range: Period): Interval {
  const days = Math.round((range.toMs - range.fromMs) / DAY_MS);
  if (days <= 2) return 'hour';
  return days <= 35 ? 'day' : 'week';
}

function period(fromDay: number, toDay: number): Period {
  const [fromMs, toMs] = [londonDayStartMs(fromDay), londonDayStartMs(toDay)];
  return { from: londonDate(fromMs), to: londonDate(toMs), fromMs, toMs };
}

function dayNumber(date: string): number | undefined {
  const instant = DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant / DAY_MS;
}
