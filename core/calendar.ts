/** Local time of England. London's offsets are whole hours, so an hour of local time is an hour of UTC. */
export const TIME_ZONE = 'Europe/London';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const INTERVALS = ['hour', 'day', 'week'] as const;
export type Interval = (typeof INTERVALS)[number];

const offsetCache = new Map<number, number>();
const hourOfLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

/** London's offset from UTC, in milliseconds, at an instant. Cached by hour. */
export function londonOffsetMs(atMs: number): number {
  const hour = Math.floor(atMs / HOUR_MS);
  const known = offsetCache.get(hour);
  if (known !== undefined) return known;
  const parts = Object.fromEntries(hourOfLondon.formatToParts(hour * HOUR_MS).map((part) => [part.type, Number(part.value)]));
  const local = Date.UTC(parts['year']!, parts['month']! - 1, parts['day']!, parts['hour']!);
  const offset = local - hour * HOUR_MS;
  if (offsetCache.size > 20_000) offsetCache.clear();
  offsetCache.set(hour, offset);
  return offset;
}

/** Number of the local day: days from 1970-01-01 to the date in London. */
export function londonDay(atMs: number): number {
  return Math.floor((atMs + londonOffsetMs(atMs)) / DAY_MS);
}

/** The instant at which a local day begins. */
export function londonDayStartMs(day: number): number {
  const midnightUtc = day * DAY_MS;
  const guess = midnightUtc - londonOffsetMs(midnightUtc);
  return midnightUtc - londonOffsetMs(guess);
}

/** Number of the Monday that the local day's week begins with, counted in days. 1970-01-01 was a Thursday. */
export function mondayOf(day: number): number {
  return Math.floor((day + 3) / 7) * 7 - 3;
}

/** The start of the local hour, day or Monday week that holds an instant. */
export function intervalStartMs(atMs: number, interval: Interval): number {
  if (interval === 'hour') return Math.floor(atMs / HOUR_MS) * HOUR_MS;
  const day = londonDay(atMs);
  return londonDayStartMs(interval === 'day' ? day : mondayOf(day));
}

/** The start of the next interval after the one that begins at `startMs`. */
export function nextIntervalMs(startMs: number, interval: Interval): number {
  if (interval === 'hour') return startMs + HOUR_MS;
  return londonDayStartMs(londonDay(startMs) + (interval === 'day' ? 1 : 7));
}

/** Starts of all intervals that overlap [fromMs, toMs). */
export function intervalStarts(fromMs: number, toMs: number, interval: Interval): number[] {
  const starts: number[] = [];
  for (let start = intervalStartMs(fromMs, interval); start < toMs; start = nextIntervalMs(start, interval)) starts.push(start);
  return starts;
}

/** ISO week name of the Monday week that holds an instant, such as `2026-W47`. */
export function weekName(atMs: number): string {
  const thursday = mondayOf(londonDay(atMs)) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const firstThursday = mondayOf(Math.floor(Date.UTC(year, 0, 4) / DAY_MS)) + 3;
  const week = (thursday - firstThursday) / 7 + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The local date of an instant, `2026-11-22`. */
export function londonDate(atMs: number): string {
  return new Date(londonDay(atMs) * DAY_MS).toISOString().slice(0, 10);
}
