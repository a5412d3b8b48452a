import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, encode } from './stored-data.ts';

it('gives back any JSON, whether it was worth compressing or not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 5_000 }), (value, length) => {
      const data = { value, padding: 'wait '.repeat(length) };
      expect(decode(encode(data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
});

it('makes a batch of posts much smaller', () => {
  const batch = Array.from({ length: 200 }, (_, nth) => ({
    id: `post-${nth}`,
    text: `Waited ${nth} hours in A&E with my gran and nobody came`,
  }));
  expect(JSON.stringify(encode(batch)).length).toBeLessThan(JSON.stringify(batch).length / 3);
});

it('refuses damaged data', () => {
  expect(() => decode({ zstd: 'bm90IGNvbXByZXNzZWQ=' })).toThrow();
});
