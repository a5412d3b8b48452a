import { describe, expect, test } from 'vitest';
import { createRandom, createWeightedPick } from './random.ts';

describe('seeded randomness', () => {
  test('the same seed gives the same sequence, another seed another', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  test('a fork does not depend on what was drawn before it', () => {
    const fresh = createRandom(3).fork('authors');
    const used = createRandom(3);
    used.next();
    expect(used.fork('authors').next()).toBe(fresh.next());
    expect(createRandom(3).fork('rhythm').next()).not.toBe(createRandom(3).fork('authors').next());
  });

  test('weighted draws come in proportion, and weight 0 never', () => {
    const pick = createWeightedPick([
      { item: 'a', weight: 6 },
      { item: 'b', weight: 3 },
      { item: 'never', weight: 0 },
      { item: 'c', weight: 1 },
    ]);
    const random = createRandom(11);
    const counts: Record<string, number> = {};
    for (let i = 0; i < 20_000; i++) {
      const item = pick(random);
      counts[item] = (counts[item] ?? 0) + 1;
    }
    expect(counts['never']).toBeUndefined();
    expect(Object.keys(counts).sort()).toEqual(['a', 'b', 'c']);
    const share = counts['a']! / 20_000;
    expect(share).toBeGreaterThan(0.58);
    expect(share).toBeLessThan(0.62);
  });

  test('normal draws have mean 0 and deviation 1', () => {
    const random = createRandom(2);
    const draws = Array.from({ length: 20_000 }, () => random.normal());
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});
