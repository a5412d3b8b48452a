import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BandIndex } from './band-index.ts';

const band = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 2 ** 31 }).map((n) => n * 2_000_003),
);

it('yields the entries that share a band, each once and earliest first', () => {
  fc.assert(
    fc.property(fc.array(fc.array(band, { maxLength: 6 }), { maxLength: 300 }), fc.array(band, { maxLength: 8 }), (entries, asked) => {
      const index = new BandIndex();
      entries.forEach((bands, n) => index.add(n * 3 + 1, bands));
      const expected = entries.flatMap((bands, n) => (bands.some((each) => asked.includes(each)) ? [n * 3 + 1] : []));
      expect([...index.sharing(asked)]).toEqual(expected);
    }),
  );
});

it('holds its entries while it grows', () => {
  const index = new BandIndex();
  for (let seq = 1; seq <= 20_000; seq++) index.add(seq, [seq, seq % 7, seq * 4_294_967_311]);
  expect([...index.sharing([12_345])]).toEqual([12_345]);
  expect([...index.sharing([19_999 * 4_294_967_311, 500])]).toEqual([500, 19_999]);
  expect([...index.sharing([3])]).toHaveLength(2_857);
  expect(index).toMatchObject({ lastSeq: 20_000, entries: 20_000 });
});
