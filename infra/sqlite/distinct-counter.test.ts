import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistinctCounter } from './distinct-counter.ts';
import { hashKey } from './hash-key.ts';

function countOf(keys: Iterable<number>) {
  const counter = new DistinctCounter();
  for (const key of keys) counter.add(key);
  return counter.estimate();
}

describe('DistinctCounter', () => {
  it('is exact for few keys, whatever they are and however often they come', () => {
    const keys = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 50 }),
        fc.maxSafeNat().map((n) => n % 2 ** 52),
      ),
      { maxLength: 500 },
    );
    fc.assert(
      fc.property(keys, (list) => {
        expect(countOf([...list, ...list])).toEqual({ value: new Set(list).size, approximate: false });
      }),
    );
    expect(countOf([])).toEqual({ value: 0, approximate: false });
  });

  it.each([2_999, 3_000, 4_096])('is exact at %i', (size) => {
    expect(countOf(Array.from({ length: size }, (_, n) => hashKey(`voice ${n}`)))).toEqual({ value: size, approximate: false });
  });

  it.each([4_097, 10_000, 60_000, 200_000, 400_000, 1_000_000])('is within 2 %% at %i, and says so', (size) => {
    for (const series of ['a', 'b', 'c']) {
      const counter = new DistinctCounter();
      for (let n = 0; n < size; n++) counter.add(hashKey(`${series}${n}`));
      for (let n = 0; n < 1_000; n++) counter.add(hashKey(`${series}${n}`));
      const { value, approximate } = counter.estimate();
      expect(approximate).toBe(true);
      expect(Math.abs(value - size)).toBeLessThan(size * 0.02);
    }
  });
});

describe('hashKey', () => {
  it('is a whole number of 52 bits, the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = hashKey(text);
        expect(Number.isSafeInteger(key)).toBe(true);
        expect(key).toBeGreaterThanOrEqual(0);
        expect(key).toBeLessThan(2 ** 52);
        expect(hashKey(text)).toBe(key);
      }),
    );
  });

  it('tells a million ids apart', () => {
    const keys = new Set<number>();
    for (let n = 0; n < 1_000_000; n++) keys.add(hashKey(`id ${n}`));
    expect(keys.size).toBe(1_000_000);
  });
});
