import { describe, expect, it } from 'vitest';
import { londonDate } from '#core/calendar.ts';
import { ProblemError } from './problem.ts';
import { bucketStarts, daysBefore, resolveRange } from './range.ts';

const NOW_MS = Date.UTC(2026, 10, 18, 15);

function refusal(act: () => unknown): ProblemError {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('resolveRange', () => {
  it('is the last 28 days with today unless asked otherwise', () => {
    const { fromMs, toMs } = resolveRange({}, NOW_MS);
    expect([londonDate(fromMs), londonDate(toMs)]).toEqual(['2026-10-22', '2026-11-19']);
  });

  it('counts the default back from a given end', () => {
    const { fromMs, toMs } = resolveRange({ to: '2026-06-01' }, NOW_MS, daysBefore(7));
    expect([londonDate(fromMs), londonDate(toMs)]).toEqual(['2026-05-25', '2026-06-01']);
  });

  it('keeps instants as they are given', () => {
    expect(resolveRange({ from: '2026-11-16T10:00:00Z', to: '2026-11-16T11:00:00Z' }, NOW_MS)).toEqual({
      fromMs: Date.UTC(2026, 10, 16, 10),
      toMs: Date.UTC(2026, 10, 16, 11),
    });
  });

  it('takes 400 local days over a change of clocks, and no more', () => {
    expect(() => resolveRange({ from: '2025-10-01', to: '2026-11-05' }, NOW_MS)).not.toThrow();
    expect(refusal(() => resolveRange({ from: '2025-10-01', to: '2026-11-06' }, NOW_MS)).code).toBe('range-not-allowed');
  });

  it('says that "to" is exclusive when a range is empty', () => {
    const problem = refusal(() => resolveRange({ from: '2026-11-16', to: '2026-11-16' }, NOW_MS));
    expect(problem.details.detail).toContain('"to" itself is not in the range');
  });

  it('says that a range begins in the future', () => {
    expect(refusal(() => resolveRange({ from: '2026-12-01' }, NOW_MS)).details.detail).toContain('after the end of today');
  });

  it('explains a missing time zone and names the parameter', () => {
    const { details } = refusal(() => resolveRange({ from: '2026-11-16T10:00:00' }, NOW_MS));
    expect(details).toMatchObject({ parameter: 'from', detail: expect.stringContaining('time zone') });
  });
});

describe('bucketStarts', () => {
  it('takes 500 intervals and no more', () => {
    expect(bucketStarts({ fromMs: 0, toMs: 500 * 3_600_000 }, 'hour')).toHaveLength(500);
    expect(refusal(() => bucketStarts({ fromMs: 0, toMs: 501 * 3_600_000 }, 'hour')).code).toBe('too-many-buckets');
  });
});
