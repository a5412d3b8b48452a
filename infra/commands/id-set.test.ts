import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortHash } from '#ingest/identity.ts';
import { createIdSet } from './id-set.ts';

test('tells what was there before, as a set of the ids does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (numbers) => {
      const [ours, theirs] = [createIdSet(), new Set<string>()];
      for (const id of numbers.map((n) => shortHash(String(n)))) {
        expect(ours.add(id)).toBe(!theirs.has(id));
        theirs.add(id);
      }
      expect(ours.size).toBe(theirs.size);
    }),
  );
});

test('tells three hundred thousand ids apart, and knows them again', () => {
  const ids = createIdSet();
  const all = Array.from({ length: 300_000 }, (_, n) => shortHash(`row ${n}`));
  expect(all.every((id) => ids.add(id))).toBe(true);
  expect(all.some((id) => ids.add(id))).toBe(false);
});
