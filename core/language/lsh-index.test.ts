import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LshIndex, type LshQuery } from './lsh-index.ts';
import { maxUnequal, SIGNATURE_SIZE } from './min-hash.ts';

/** A signature of one of three texts, changed at some places. */
const signature = fc
  .record({ text: fc.nat(2), changes: fc.array(fc.nat(SIGNATURE_SIZE - 1), { maxLength: 40 }) })
  .map(({ text, changes }) => {
    const values = new Uint8Array(SIGNATURE_SIZE).fill(text);
    for (const place of changes) values[place] = text + 3;
    return values;
  });
const entry = fc.record({ signature, atMs: fc.integer({ min: 0, max: 100 }) });

const unequal = (left: LshQuery, right: LshQuery) => left.signature.filter((value, n) => value !== right.signature[n]).length;
const sharesBand = (left: LshQuery, right: LshQuery) =>
  Array.from({ length: 21 }, (_, band) =>
    [0, 1, 2].every((row) => left.signature[band * 3 + row] === right.signature[band * 3 + row]),
  ).includes(true);

describe('LshIndex', () => {
  it('finds the latest exact copy near in time, else the latest that shares a band and is alike', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 80 }),
        entry,
        fc.constantFrom(0.2, 0.5, 0.8),
        fc.nat(100),
        fc.integer({ min: 5, max: 90 }),
        fc.array(fc.nat(79), { maxLength: 5 }),
        (entries, asked, minSimilarity, horizonMs, maxSize, removed) => {
          const index = new LshIndex<number>({ maxSize });
          const places = entries.map((each, n) => index.add(each, n));
          for (const n of removed) if (places[n] !== undefined) index.remove(places[n]);
          const near = entries
            .map((each, n) => ({ each, n }))
            .slice(-maxSize)
            .filter(({ each, n }) => !removed.includes(n) && Math.abs(each.atMs - asked.atMs) <= horizonMs);
          const expected =
            near.findLast(({ each }) => unequal(each, asked) === 0) ??
            near.findLast(({ each }) => sharesBand(each, asked) && unequal(each, asked) <= maxUnequal(minSimilarity));
          expect(index.find(asked, minSimilarity, horizonMs)?.item).toBe(expected?.n);
          expect(index.size).toBe(Math.min(entries.length, maxSize));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds its entries while it grows, and drops the oldest', () => {
    const index = new LshIndex<number>();
    for (let n = 0; n < 20_000; n++) index.add(distinct(n), n);
    const found = (n: number) => index.find(distinct(n), 0.9, 0)?.item;
    expect([0, 7, 12_345, 19_999].map(found)).toEqual([0, 7, 12_345, 19_999]);
    expect(found(20_000)).toBeUndefined();
    expect(index.dropWhile((n) => n < 12_000)).toHaveLength(12_000);
    for (let n = 20_000; n < 60_000; n++) index.add(distinct(n), n);
    expect([11_999, 12_000, 19_999, 59_999].map(found)).toEqual([undefined, 12_000, 19_999, 59_999]);
    expect(index.size).toBe(48_000);
  });

  it('goes by the latest of a text that came more often than it compares entries', () => {
    const index = new LshIndex<string>();
    index.add(distinct(1), 'other');
    for (let n = 0; n < 500; n++) index.add(distinct(2), `copy ${n}`);
    const edited = distinct(2);
    edited.signature[63]! ^= 1;
    expect([distinct(2), edited, distinct(1)].map((query) => index.find(query, 0.5, 0)?.item)).toEqual(['copy 499', 'copy 499', 'other']);
  });

  it('removes by place, once, and not what took the room since', () => {
    const index = new LshIndex<string>({ maxSize: 2 });
    const [first, second] = [index.add(distinct(1), 'first'), index.add(distinct(2), 'second')];
    index.add(distinct(3), 'third');
    index.remove(first);
    index.remove(second);
    index.remove(second);
    expect([1, 2, 3].map((n) => index.find(distinct(n), 0.5, 0)?.item)).toEqual([undefined, undefined, 'third']);
    expect(index.dropWhile(() => true)).toEqual(['third']);
    expect(index.size).toBe(0);
  });
});

/** Signatures that share next to nothing. */
function distinct(n: number): LshQuery {
  const signature = Uint8Array.from({ length: SIGNATURE_SIZE }, (_, place) => {
    const mixed = Math.imul((n + 1) * 64 + place, 0x9e3779b1);
    return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 24;
  });
  return { signature, atMs: 0 };
}
