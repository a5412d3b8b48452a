import { describe, expect, it } from 'vitest';
import { count, countEstimate, formatDateTime, formatPeriod, share, shiftDay } from './format.ts';

const at = (text: string) => Date.parse(text);

describe('formatPeriod', () => {
  it('repeats neither month nor year', () => {
    expect(formatPeriod(at('2026-11-16T00:00Z'), at('2026-11-23T00:00Z'))).toBe('Monday 16 to Sunday 22 November 2026');
    expect(formatPeriod(at('2026-10-26T00:00Z'), at('2026-11-23T00:00Z'))).toBe('Monday 26 October to Sunday 22 November 2026');
    expect(formatPeriod(at('2025-12-29T00:00Z'), at('2026-01-05T00:00Z'))).toBe('Monday 29 December 2025 to Sunday 4 January 2026');
  });

  it('names one day once', () => {
    expect(formatPeriod(at('2026-11-16T00:00Z'), at('2026-11-17T00:00Z'))).toBe('Monday 16 November 2026');
  });

  it('counts days in London, also in summer', () => {
    expect(formatPeriod(at('2026-06-30T23:00Z'), at('2026-07-01T23:00Z'))).toBe('Wednesday 1 July 2026');
  });
});

describe('numbers in sentences', () => {
  it('gets singular and plural right', () => {
    expect(count(1, 'post')).toBe('1 post');
    expect(count(1234, 'post')).toBe('1,234 posts');
  });

  it('says when a count is an estimate', () => {
    expect(countEstimate({ value: 5400, approximate: true }, 'voice')).toBe('about 5,400 voices');
    expect(countEstimate({ value: 12, approximate: false }, 'voice')).toBe('12 voices');
  });

  it('gives no percentage on a base under 20', () => {
    expect(share(3, 19)).toBe('3 of 19');
    expect(share(5, 20)).toBe('25%');
  });
});

it('writes times as people say them', () => {
  expect(formatDateTime('2026-08-06T13:30:00.000Z')).toBe('6 August 2026 at 2:30pm');
  expect(formatDateTime('2026-11-16T09:00:00.000Z')).toBe('16 November 2026 at 9am');
});

it('moves a date by days and gives nothing for what is no date', () => {
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
  expect(shiftDay('soon', 1)).toBe('');
});
