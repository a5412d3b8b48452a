import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERASED_VERSION, postVersion, reanalysisVersion, wordingMs } from './post.ts';

const YEAR_2200 = Date.UTC(2200, 0, 1);

describe('postVersion', () => {
  it('puts a later wording above any analysis of an earlier one, and an erasure above all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: YEAR_2200 }),
        fc.integer({ min: 0, max: 1_023 }),
        fc.integer({ min: 0, max: 1_023 }),
        (ms, one, other) => {
          expect(postVersion(ms + 1, one)).toBeGreaterThan(postVersion(ms, other));
          expect(Math.sign(postVersion(ms, one) - postVersion(ms, other))).toBe(Math.sign(one - other));
          expect(postVersion(ms, one)).toBeLessThan(ERASED_VERSION);
          expect(Number.isSafeInteger(postVersion(ms, one))).toBe(true);
        },
      ),
    );
  });

  it('takes wordings from before 1970 for the beginning of time', () => {
    expect(postVersion(-1, 3)).toBe(3);
  });

  it('refuses an analysis number that would spill into the date', () => {
    for (const number of [-1, 1_024, 1.5, Number.NaN]) expect(() => postVersion(0, number)).toThrow(RangeError);
  });
});

describe('reanalysisVersion', () => {
  const ms = fc.integer({ min: 0, max: YEAR_2200 });
  const number = fc.integer({ min: 0, max: 1_022 });

  it('is above what is held, not below a first analysis, and below every later wording', () => {
    fc.assert(
      fc.property(ms, number, number, (contentMs, heldNumber, ownNumber) => {
        const held = postVersion(contentMs, heldNumber);
        const version = reanalysisVersion(held, ownNumber)!;
        expect(version).toBeGreaterThan(held);
        expect(version).toBeGreaterThanOrEqual(postVersion(contentMs, ownNumber));
        expect(version).toBeLessThan(postVersion(contentMs + 1, 0));
        expect(wordingMs(version)).toBe(contentMs);
      }),
    );
  });

  it('leaves no room for a 1,025th analysis of one wording', () => {
    expect(reanalysisVersion(postVersion(1_000, 1_022), 3)).toBe(postVersion(1_000, 1_023));
    expect(reanalysisVersion(postVersion(1_000, 1_023), 3)).toBeNull();
  });
});
