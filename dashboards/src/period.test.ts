import { describe, expect, it } from 'vitest';
import { effectiveRange, intervalFor, lastDays } from './period.ts';

const NOW = Date.parse('2026-11-23T10:00Z');

describe('effectiveRange', () => {
  it('takes the dates of the address', () => {
    const range = effectiveRange({ from: '2026-03-23', to: '2026-03-30' }, NOW);
    expect(range).toMatchObject({ from: '2026-03-23', to: '2026-03-30' });
    // The week in which the clocks went forward is an hour short.
    expect(range.toMs - range.fromMs).toBe(7 * 86_400_000 - 3_600_000);
  });

  it.each([
    ['nothing', '', ''],
    ['no dates', 'last week', 'now'],
    ['the wrong order', '2026-11-16', '2026-11-09'],
    ['more than the API answers', '2020-01-01', '2026-01-01'],
  ])('falls back to four weeks with %s', (_, from, to) => {
    expect(effectiveRange({ from, to }, NOW)).toMatchObject({ from: '2026-10-27', to: '2026-11-24' });
  });
});

it('chooses an interval that keeps the chart readable', () => {
  expect(intervalFor(lastDays(1, NOW))).toBe('hour');
  expect(intervalFor(lastDays(28, NOW))).toBe('day');
  expect(intervalFor(lastDays(91, NOW))).toBe('week');
});
