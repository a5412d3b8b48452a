import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BandIndex } from './band-index.ts';

const WIDTH = 4;
const band = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 2 ** 31 }).map((n) => n * 2_000_003),
);
const entry = fc.record({
  bands: fc.array(band, { maxLength: 6 }),
  atMs: fc.integer({ min: 0, max: 100 }),
  signature: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: WIDTH, maxLength: WIDTH }).map((values) => Uint32Array.from(values)),
});

describe('BandIndex', () => {
  it('finds the entries that share a band, are alike and near in time, each once and earliest first', () => {
    const shares = fc.constantFrom(0, 0.25, 0.5, 0.6, 0.75, 1);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 300 }), entry, shares, fc.nat(100), (entries, asked, minSimilarity, horizonMs) => {
        const index = new BandIndex();
        entries.forEach((each, n) => index.add({ ...each, seq: n * 3 + 1 }));
        const expected = entries.flatMap((each, n) => {
          const equal = each.signature.filter((value, at) => value === asked.signature[at]).length;
          const isFound =
            each.bands.some((one) => asked.bands.includes(one)) &&
            equal / WIDTH >= minSimilarity &&
            Math.abs(each.atMs - asked.atMs) <= horizonMs;
          return isFound ? [n * 3 + 1] : [];
        });
        expect([...index.alike(asked, minSimilarity, horizonMs)]).toEqual(entries.length ? expected : []);
        expect(index.size).toBe(entries.length);
      }),
    );
  });

  it('holds its entries while it grows', () => {
    const index = new BandIndex();
    const signature = (seq: number) => Uint32Array.of(seq, seq + 1);
    for (let seq = 1; seq <= 20_000; seq++)
      index.add({ seq, atMs: 0, bands: [seq, seq % 7, seq * 4_294_967_311], signature: signature(seq) });
    const alike = (bands: number[], seq: number, least: number) => [
      ...index.alike({ bands, atMs: 0, signature: signature(seq) }, least, 0),
    ];
    expect(alike([12_345], 12_345, 1)).toEqual([12_345]);
    expect(alike([12_345], 12_346, 0.5)).toEqual([]);
    expect(alike([19_999 * 4_294_967_311, 500], 0, 0)).toEqual([500, 19_999]);
    expect(alike([3], 0, 0)).toHaveLength(2_857);
    expect(index.lastSeq).toBe(20_000);
  });

  it('finds no entry whose signature has another length', () => {
    const index = new BandIndex();
    index.add({ seq: 1, atMs: 0, bands: [1], signature: Uint32Array.of(1, 2) });
    index.add({ seq: 2, atMs: 0, bands: [1], signature: Uint32Array.of(1, 2, 3) });
    expect([...index.alike({ bands: [1], atMs: 0, signature: Uint32Array.of(1, 2) }, 0, 0)]).toEqual([1]);
    expect([...index.alike({ bands: [1], atMs: 0, signature: Uint32Array.of(1, 2, 3) }, 0, 0)]).toEqual([]);
  });
});
