import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChain } from './name-chain.ts';
import { createOfficeHolderFinder } from './public-office.ts';
import { createNameScanner, NAME_TOKEN, SHAPE } from './scan-names.ts';

const scan = createNameScanner();
const wordsOf = (text: string): string[] => {
  const { length, kinds, starts, ends } = scan(text, []);
  return Array.from({ length }, (_, at) => at)
    .filter((at) => kinds[at]! <= NAME_TOKEN.initial)
    .map((at) => text.slice(starts[at], ends[at]));
};

describe('a text as the tagger reads it', () => {
  it('has words without possessive endings, accounts and numbers apart', () => {
    expect(wordsOf("Sarah's O'Brien and Anne-Marie, @jo_b #nhs dr_kev covid19 Zoë’s")).toEqual([
      'Sarah',
      "O'Brien",
      'and',
      'Anne',
      'Marie',
      'Zoë',
    ]);
  });

  it.each([
    ['sarah', SHAPE.lower],
    ['Sarah', SHAPE.capital],
    ['SARAH', SHAPE.upper],
    ["SARAH's", SHAPE.upper],
    ['McKay', SHAPE.mixed],
    ['J', SHAPE.initial],
  ])('%s is written so', (word, shape) => expect(scan(word, []).shapes[0]).toBe(shape));

  it('knows where sentences begin, and that an initial ends none', () => {
    const { opens } = scan('One two. Three\nFour J. Five', []);
    expect(Array.from(opens.subarray(0, 9))).toEqual([1, 0, 0, 1, 1, 0, 0, 0, 0].slice(0, 9));
  });

  it('points back into the text, in order and apart, whatever it holds and whatever is hidden', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(10), (whole, from, size) => {
        const hidden = [{ start: Math.min(from, whole.length), end: Math.min(from + size, whole.length) }];
        const { length, starts, ends, kinds } = scan(whole, hidden);
        let last = 0;
        for (let at = 0; at < length; at++) {
          expect(starts[at]).toBeGreaterThanOrEqual(last);
          expect(ends[at]).toBeGreaterThan(starts[at]! - 1);
          if (kinds[at] !== NAME_TOKEN.hidden) expect(starts[at]! >= hidden[0]!.end || ends[at]! <= hidden[0]!.start).toBe(true);
          last = ends[at]!;
        }
        expect(last).toBeLessThanOrEqual(whole.length);
      }),
    );
  });
});

describe('a chain of words', () => {
  it('has the probabilities that adding up all readings gives', () => {
    const weight = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(weight, weight), { minLength: 1, maxLength: 6 }), (steps) => {
        const [tokens, pairs] = [Float64Array.from(steps, ([token]) => token), Float64Array.from(steps, ([, pair]) => pair)];
        const inName = steps.map(() => 0);
        const withBefore = steps.map(() => 0);
        let sum = 0;
        for (let reading = 0; reading < 2 ** steps.length; reading++) {
          const has = (n: number): boolean => (reading >> n) % 2 === 1;
          let score = 0;
          steps.forEach(([token, pair], n) => {
            if (has(n)) score += token + (n > 0 && has(n - 1) ? pair : 0);
          });
          const likelihood = Math.exp(score);
          sum += likelihood;
          steps.forEach((_, n) => {
            if (has(n)) inName[n] = inName[n]! + likelihood;
            if (n > 0 && has(n) && has(n - 1)) withBefore[n] = withBefore[n]! + likelihood;
          });
        }
        const chain = readChain(tokens, pairs, steps.length);
        expect(chain.logSum).toBeCloseTo(Math.log(sum), 6);
        steps.forEach((_, n) => {
          expect(chain.inName[n]).toBeCloseTo(inName[n]! / sum, 6);
          expect(chain.withBefore[n]).toBeCloseTo(withBefore[n]! / sum, 6);
        });
      }),
    );
  });
});

describe('holders of public office', () => {
  const find = createOfficeHolderFinder();
  const found = (text: string, date?: string) => find(text, date).map(({ start, end }) => text.slice(start, end));

  it('are known by names that mean nobody else, in any case', () => {
    expect(found('wes streeting and Sir Keir Starmer; Dr Hunt and Boris from next door')).toEqual(['wes streeting', 'Sir Keir', 'Starmer']);
  });

  it('are people like others before they took office, and stay known after it', () => {
    expect(found('Matt Hancock', '2018-07-08')).toEqual([]);
    expect(found('Matt Hancock', '2018-07-09')).toEqual(['Matt Hancock']);
    expect(found('Matt Hancock', '2026-11-23')).toEqual(['Matt Hancock']);
  });
});
