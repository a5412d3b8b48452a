import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MS,
  HOUR_MS,
  INTERVALS,
  intervalStartMs,
  intervalStarts,
  londonDate,
  londonDay,
  londonDayStartMs,
  londonOffsetMs,
  mondayOf,
  nextIntervalMs,
  weekName,
} from './calendar.ts';

const SPRING = Date.UTC(2026, 2, 29);
const AUTUMN = Date.UTC(2026, 9, 25);
const anInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });

describe('calendar', () => {
  it('knows when London changes its clocks', () => {
    expect(londonOffsetMs(SPRING + HOUR_MS - 1)).toBe(0);
    expect(londonOffsetMs(SPRING + HOUR_MS)).toBe(HOUR_MS);
    expect(londonOffsetMs(AUTUMN + HOUR_MS - 1)).toBe(HOUR_MS);
    expect(londonOffsetMs(AUTUMN + HOUR_MS)).toBe(0);
  });

  it('gives the changing days 23 and 25 hours', () => {
    const lengthOf = (atMs: number) =>
      intervalStarts(intervalStartMs(atMs, 'day'), nextIntervalMs(intervalStartMs(atMs, 'day'), 'day'), 'hour').length;
    expect(lengthOf(SPRING + 12 * HOUR_MS)).toBe(23);
    expect(lengthOf(AUTUMN + 12 * HOUR_MS)).toBe(25);
    expect(lengthOf(AUTUMN + 36 * HOUR_MS)).toBe(24);
  });

  it('begins days and weeks at midnight in London', () => {
    expect(new Date(intervalStartMs(Date.UTC(2026, 6, 1, 12), 'day')).toISOString()).toBe('2026-06-30T23:00:00.000Z');
    expect(new Date(intervalStartMs(Date.UTC(2026, 9, 31), 'week')).toISOString()).toBe('2026-10-26T00:00:00.000Z');
    expect(new Date(intervalStartMs(AUTUMN + 12 * HOUR_MS, 'week')).toISOString()).toBe('2026-10-18T23:00:00.000Z');
    expect(londonDate(Date.UTC(2026, 5, 30, 23))).toBe('2026-07-01');
    expect(londonDate(Date.UTC(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });

  it('names weeks as ISO 8601 does', () => {
    const names = {
      '2026-01-01': '2026-W01',
      '2025-12-29': '2026-W01',
      '2026-12-31': '2026-W53',
      '2027-01-03': '2026-W53',
      '2027-01-04': '2027-W01',
    };
    for (const [date, name] of Object.entries(names)) expect(weekName(Date.parse(`${date}T12:00:00Z`))).toBe(name);
  });

  it.each(INTERVALS)('covers any range with every %s once', (interval) => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 100 }), (fromMs, days) => {
        const toMs = fromMs + days * DAY_MS;
        const starts = intervalStarts(fromMs, toMs, interval);
        expect(starts[0]).toBeLessThanOrEqual(fromMs);
        expect(starts.at(-1)).toBeLessThan(toMs);
        for (const [n, start] of starts.entries()) {
          const next = nextIntervalMs(start, interval);
          expect(next).toBe(starts[n + 1] ?? intervalStartMs(next, interval));
          expect(intervalStartMs(start, interval)).toBe(start);
          expect(intervalStartMs(next - 1, interval)).toBe(start);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds a day again from its start, and Mondays from any day', () => {
    fc.assert(
      fc.property(anInstant, (atMs) => {
        const day = londonDay(atMs);
        expect(londonDay(londonDayStartMs(day))).toBe(day);
        expect(londonDay(londonDayStartMs(day) - 1)).toBe(day - 1);
        const monday = mondayOf(day);
        expect(new Date(monday * DAY_MS).getUTCDay()).toBe(1);
        expect(day - monday).toBeGreaterThanOrEqual(0);
        expect(day - monday).toBeLessThan(7);
      }),
    );
  });

  it('covers no interval for an empty range', () => {
    expect(intervalStarts(SPRING, SPRING, 'day')).toEqual([]);
  });
});
