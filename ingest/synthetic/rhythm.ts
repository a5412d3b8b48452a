import { DAY_MS, HOUR_MS, londonDay, londonDayStartMs, londonOffsetMs } from '#core/calendar.ts';
import type { Random } from './random.ts';

/** Posts by local hour, in per cent of the day: quiet before six, a lunch hump, most in the evening. */
const HOURS = [1.6, 0.9, 0.6, 0.5, 0.6, 1.0, 2.2, 4.1, 5.4, 5.6, 5.5, 5.4, 5.9, 5.7, 5.2, 5.1, 5.4, 5.9, 6.5, 7.0, 7.2, 6.3, 4.3, 2.6];
/** By weekday, Monday first: people write about services that are open, and most after a weekend. */
const WEEKDAYS = [1.16, 1.1, 1.07, 1.05, 1.0, 0.82, 0.8];
const DAY_NOISE = 0.07;
const HOUR_NOISE = 0.12;

/** The local days that a generator covers, as instants: `weeks` whole weeks of days that end with the day of `untilMs`. */
export function coveredRange(untilMs: number, weeks: number): { startMs: number; endMs: number } {
  const lastDay = londonDay(untilMs);
  return { startMs: londonDayStartMs(lastDay + 1 - weeks * 7), endMs: londonDayStartMs(lastDay + 1) };
}

/**
 * `count` instants in order, spread over the range by local hour and weekday with a day's and an hour's own noise. Exactly
 * `count` of them, so a bench knows its size.
 */
export function* instants(count: number, startMs: number, endMs: number, random: Random): Iterable<number> {
  const hourStarts: number[] = [];
  const cumulative: number[] = [];
  let total = 0;
  let day = Number.NaN;
  let dayFactor = 1;
  for (let hourMs = startMs; hourMs < endMs; hourMs += HOUR_MS) {
    if (londonDay(hourMs) !== day) {
      day = londonDay(hourMs);
      dayFactor = Math.exp(DAY_NOISE * random.normal());
    }
    const weekday = (day + 3) % 7;
    const hour = Math.floor(((hourMs + londonOffsetMs(hourMs)) % DAY_MS) / HOUR_MS);
    total += HOURS[hour]! * WEEKDAYS[weekday]! * dayFactor * Math.exp(HOUR_NOISE * random.normal());
    hourStarts.push(hourMs);
    cumulative.push(total);
  }
  let slot = 0;
  for (let i = 0; i < count; i++) {
    const target = ((i + random.next()) / count) * total;
    while (cumulative[slot]! < target) slot++;
    const before = slot === 0 ? 0 : cumulative[slot - 1]!;
    const share = (target - before) / (cumulative[slot]! - before);
    yield Math.floor(hourStarts[slot]! + share * HOUR_MS);
  }
}
