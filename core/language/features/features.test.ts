import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHashTable } from './hash-table.ts';
import { createLexicon, lexiconHash, tokenValences } from './lexicon.ts';
import { extractFeatures } from './extract-features.ts';
import { scanTokens } from './scan-tokens.ts';

const WORDS: Record<string, number> = { good: 19, kind: 24, rude: -20, awful: -20 };
const lexicon = createLexicon(Int32Array.from(Object.keys(WORDS), lexiconHash), Int8Array.from(Object.values(WORDS)));
const valences = (text: string) => {
  const scanned = scanTokens(text);
  const values = tokenValences(scanned, lexicon);
  return Object.fromEntries(scanned.tokens.map((token, at) => [token, values[at]!]));
};

describe('scanning', () => {
  it('folds case, accounts, addresses, numbers and drawn-out letters, and keeps marks and emoji', () => {
    expect(scanTokens('@Ann SOOOO good!!! https://a.example/x 12 123456 😡 :) #NHS').tokens).toEqual([
      '<user>',
      'soo',
      'good',
      '!!',
      '<url>',
      '00',
      '<num>',
      '😡',
      ':)',
      '#nhs',
    ]);
  });

  it('marks what a negation reaches: four tokens, up to a stop or "but"', () => {
    const { tokens, negated } = scanTokens('They weren’t at all kind to me ever. Not rude but good');
    expect(tokens.filter((_, at) => negated[at])).toEqual(['at', 'all', 'kind', 'to', 'rude', 'but']);
  });

  it('points back into the text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { tokens, starts, ends } = scanTokens(text);
        let last = 0;
        for (const at of tokens.keys()) {
          expect(starts[at]).toBeGreaterThanOrEqual(last);
          expect(ends[at]).toBeGreaterThan(starts[at]!);
          last = ends[at]!;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('takes hostile text of 100 kB in time that grows with its length alone', () => {
    for (const unit of ["a'", '@', '#', ':(', '1.', '😡', '!?', 'http', 'https://']) {
      const started = performance.now();
      extractFeatures(scanTokens(unit.repeat(100_000 / unit.length)), lexicon, []);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('valences', () => {
  it('are boosted, raised by capitals, turned round by negation and weighed by "but"', () => {
    expect(valences('good')['good']).toBeCloseTo(1.9);
    expect(valences('very good')['good']).toBeCloseTo(1.9 + 0.293);
    expect(valences('they were RUDE')['rude']).toBeCloseTo(-2 - 0.733);
    expect(valences('not kind')['kind']).toBeCloseTo(-0.74 * 2.4);
    expect(valences('kind but awful')).toMatchObject({ kind: expect.closeTo(1.2), awful: expect.closeTo(-3) });
  });

  it('are not reached by what stands in another sentence', () => {
    expect(valences('No. good')['good']).toBeCloseTo(1.9);
  });
});

it('finds every hash of a table and no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((hash) => hash !== 0)),
      fc.integer(),
      (hashes, other) => {
        const table = createHashTable(Int32Array.from(hashes));
        for (const [at, hash] of hashes.entries()) expect(table.get(hash)).toBe(at);
        if (!hashes.includes(other | 0)) expect(table.get(other | 0)).toBe(-1);
      },
    ),
  );
});
