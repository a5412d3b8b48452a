import { expect, test } from 'vitest';
import { pacificDay } from './pacific-day.ts';

const HOUR = 3_600_000;
const at = (iso: string) => pacificDay(Date.parse(iso));

test('a day ends at midnight in California, whatever the offset', () => {
  expect(at('2026-11-16T09:00:00Z')).toEqual({
    date: '2026-11-16',
    startMs: Date.parse('2026-11-16T08:00:00Z'),
    endMs: Date.parse('2026-11-17T08:00:00Z'),
  });
  expect(at('2026-07-01T06:59:59Z')).toMatchObject({ date: '2026-06-30', endMs: Date.parse('2026-07-01T07:00:00Z') });
  expect(at('2026-07-01T07:00:00Z')).toMatchObject({ date: '2026-07-01' });
});

test('days on which the clocks change are shorter and longer', () => {
  const spring = at('2026-03-08T20:00:00Z');
  expect([spring.date, spring.endMs - spring.startMs]).toEqual(['2026-03-08', 23 * HOUR]);
  const autumn = at('2026-11-01T20:00:00Z');
  expect([autumn.date, autumn.endMs - autumn.startMs]).toEqual(['2026-11-01', 25 * HOUR]);
});

test('days follow one another without gap or overlap, for two years', () => {
  let day = at('2026-01-01T12:00:00Z');
  for (let count = 0; count < 730; count++) {
    const next = pacificDay(day.endMs);
    expect([next.startMs, pacificDay(day.endMs - 1).date]).toEqual([day.endMs, day.date]);
    day = next;
  }
  expect(day.date).toBe('2028-01-01');
});
