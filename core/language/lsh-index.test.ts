import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LshIndex } from './lsh-index.ts';
import type { LshQuery } from './lsh-segment.ts';
import { areNearCopies, HASHES, SIGNATURE_SIZE } from './min-hash.ts';

/** A signature of one of three texts, changed at some places. */
const signature = fc
  .record({ text: fc.nat(2), changes: fc.array(fc.nat(HASHES - 1), { maxLength: 60 }), count: fc.integer({ min: 100, max: 116 }) })
  .map(({ text, changes, count }) => {
    const values = new Uint8Array(SIGNATURE_SIZE).fill(text);
    for (const place of changes) values[place] = text + 3;
    values[HASHES] = count;
    return values;
  });
const entry = fc.record({ signature, atMs: fc.integer({ min: 0, max: 100 }) });

const unequal = (left: LshQuery, right: LshQuery) => left.signature.filter((value, n) => n < HASHES && value !== right.signature[n]).length;
const isExact = (left: LshQuery, right: LshQuery) => left.signature.every((value, n) => value === right.signature[n]);
const isNear = (left: LshQuery, right: LshQuery) => areNearCopies(unequal(left, right), left.signature[HASHES]!, right.signature[HASHES]!);
const sharesBand = (left: LshQuery, right: LshQuery) =>
  Array.from({ length: 21 }, (_, band) =>
    [0, 1, 2].every((row) => left.signature[band * 3 + row] === right.signature[band * 3 + row]),
  ).includes(true);

describe('LshIndex', () => {
  it('finds, of the entries near in time that share a band and are alike, the most alike, of several the latest', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 80 }),
        entry,
        fc.nat(100),
        fc.integer({ min: 5, max: 90 }),
        fc.array(fc.nat(79), { maxLength: 5 }),
        (entries, asked, horizonMs, maxSize, removed) => {
          const index = new LshIndex<number>({ maxSize, segmentSize: 16 });
          const places = entries.map((each, n) => index.add(each, n));
          for (const n of removed) if (places[n] !== undefined) index.remove(places[n]);
          const near = entries
            .map((each, n) => ({ each, n }))
            .slice(-maxSize)
            .filter(({ each, n }) => !removed.includes(n) && Math.abs(each.atMs - asked.atMs) <= horizonMs);
          const expected =
            near.findLast(({ each }) => isExact(each, asked)) ??
            near
              .filter(({ each }) => sharesBand(each, asked) && isNear(each, asked))
              .sort((left, right) => unequal(left.each, asked) - unequal(right.each, asked) || right.n - left.n)[0];
          expect(index.find(asked, horizonMs)?.item).toBe(expected?.n);
          expect(index.size).toBe(Math.min(entries.length, maxSize));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds its entries over many segments, and drops the oldest', () => {
    const index = new LshIndex<number>({ segmentSize: 1_000 });
    for (let n = 0; n < 20_000; n++) index.add(distinct(n), n);
    const found = (n: number) => index.find(distinct(n), 0)?.item;
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
    edited.signature[62]! ^= 1;
    expect([distinct(2), edited, distinct(1)].map((query) => index.find(query, 0)?.item)).toEqual(['copy 499', 'copy 499', 'other']);
  });

  it('removes by place, once, and not what took the room since', () => {
    const index = new LshIndex<string>({ maxSize: 2, segmentSize: 1 });
    const [first, second] = [index.add(distinct(1), 'first'), index.add(distinct(2), 'second')];
    index.add(distinct(3), 'third');
    index.remove(first);
    index.remove(second);
    index.remove(second);
    expect([1, 2, 3].map((n) => index.find(distinct(n), 0)?.item)).toEqual([undefined, undefined, 'third']);
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
