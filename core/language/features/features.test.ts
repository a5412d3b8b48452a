import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureExtractor } from './extract-features.ts';
import { createHashTable } from './hash-table.ts';
import { stateOf } from './hash-token.ts';
import { createLexicon, lexiconHash, tokenValences } from './lexicon.ts';
import { createFeatureReader } from './read-features.ts';
import { createScanner, TOKEN } from './scan-text.ts';

const WORDS: Record<string, number> = { good: 19, kind: 24, rude: -20, awful: -20 };
const lexicon = createLexicon(
  Int32Array.from(Object.keys(WORDS), (word) => lexiconHash(stateOf(word))),
  Int8Array.from(Object.values(WORDS)),
);
const scan = createScanner();

function tokensOf(text: string) {
  const scanned = scan(text);
  return Array.from({ length: scanned.length }, (_, nth) => ({
    raw: text.slice(scanned.starts[nth], scanned.ends[nth]),
    kind: Object.entries(TOKEN).find(([, kind]) => kind === scanned.kinds[nth])![0],
    state: scanned.states[nth],
    negated: scanned.negated[nth] === 1,
    shouted: scanned.shouted[nth] === 1,
  }));
}
const valences = (text: string) => {
  const scanned = scan(text);
  const values = tokenValences(scanned, lexicon);
  return Object.fromEntries(
    Array.from(values, (value, nth) => [text.slice(scanned.starts[nth], scanned.ends[nth]).toLowerCase(), value] as const),
  );
};

describe('scanning', () => {
  it('tells words, accounts, addresses, numbers, emoji, emoticons and marks apart', () => {
    expect(tokensOf('@Ann SOOOO good!!! https://a.example/x?y 12 123456 😡 :-) #NHS').map(({ raw, kind }) => [raw, kind])).toEqual([
      ['@Ann', 'account'],
      ['SOOOO', 'word'],
      ['good', 'word'],
      ['!!!', 'shout'],
      ['https://a.example/x?y', 'address'],
      ['12', 'number'],
      ['123456', 'number'],
      ['😡', 'emoji'],
      [':-)', 'emoticon'],
      ['#NHS', 'tag'],
    ]);
  });

  it.each([
    ['Sooooo', 'soo'],
    ['DON’T', "don't"],
    ['A&E', 'a&e'],
    ['#NHS', 'nhs'],
    ['9:30', '0:00'],
    ['123456', '<num>'],
    [':-((', ':('],
    ['...', '..'],
    ['@ann', '<user>'],
    ['[handle]', '<user>'],
    ['www.example.org/a', '<url>'],
    ['[url example.org]', '<url>'],
    ['[person]', '<person>'],
    ['[nhs_number]', '<hidden>'],
  ])('folds %s to %s', (text, folded) => {
    expect(tokensOf(text).map(({ state }) => state)).toEqual([stateOf(folded)]);
  });

  it('leaves out skin tones, joiners and variation selectors', () => {
    expect(tokensOf('👍🏽').map(({ state }) => state)).toEqual(tokensOf('👍').map(({ state }) => state));
    expect(tokensOf('❤️').map(({ state }) => state)).toEqual(tokensOf('❤').map(({ state }) => state));
  });

  it('takes ":3" or ":D" for a face only where the word ends with it', () => {
    expect(tokensOf('at 9:30 by :D').map(({ raw }) => raw)).toEqual(['at', '9:30', 'by', ':D']);
    expect(tokensOf('note:Dentist').map(({ raw }) => raw)).toEqual(['note', ':', 'Dentist']);
  });

  it('marks what a negation reaches: four tokens, up to a stop or "but"', () => {
    const negated = tokensOf('They weren’t at all kind to me ever. Not rude but good').filter((token) => token.negated);
    expect(negated.map(({ raw }) => raw)).toEqual(['at', 'all', 'kind', 'to', 'rude', 'but']);
  });

  it('points back into the text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { length, starts, ends } = scan(text);
        let last = 0;
        for (let nth = 0; nth < length; nth++) {
          expect(starts[nth]).toBeGreaterThanOrEqual(last);
          expect(ends[nth]).toBeGreaterThan(starts[nth]!);
          last = ends[nth]!;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('sees the same in upper and lower case', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Ward', 'GOOD', "don't", '#NHS', '12', '!', 'café')), (words) => {
        const text = words.join(' ');
        expect(tokensOf(text.toUpperCase()).map(({ state }) => state)).toEqual(tokensOf(text.toLowerCase()).map(({ state }) => state));
      }),
    );
  });

  it('takes hostile text of 100 kB in time that grows with its length alone', () => {
    const read = createFeatureReader(lexicon);
    for (const unit of ["a'", '@', '#', ':(', '1.', '😡', '!?', 'http', 'https://', '[url ', '[handle', 'a&']) {
      const started = performance.now();
      read(unit.repeat(100_000 / unit.length), [], []);
      expect(performance.now() - started).toBeLessThan(1_000);
    }
  });
});

describe('features', () => {
  const read = createFeatureReader(lexicon);
  const clauses = [
    { start: 0, end: 10 },
    { start: 12, end: 25 },
  ];

  it('give each clause its tokens, punctuation after it included', () => {
    const { parts, starts } = read('Kind nurse, awful food now!', clauses, []);
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 7],
    ]);
    expect(starts[3]).toBe(12);
  });

  it('stand where their token, pair or rule stands', () => {
    const { features } = read('Kind nurse, awful food', clauses, [
      { id: 'food', clauses: [1] },
      { id: 'all', clauses: [] },
    ]);
    const [words, pairs, pieces, rules] = features.ends as [number, number, number, number];
    expect(features.owners.slice(0, words)).toEqual(Int32Array.from([0, 1, 2, 3, 4]));
    expect(features.owners.slice(words, pairs)).toEqual(Int32Array.from([0, 1, 2, 3, 4, 5]));
    expect(features.owners.slice(pieces, rules)).toEqual(Int32Array.from([3, -1]));
  });

  it('are the same whatever was read before: no scratch space leaks', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const fresh = createFeatureReader(lexicon)(second, [], []);
        const used = createFeatureReader(lexicon);
        used(first.repeat(20), [], []);
        expect(used(second, [], [])).toEqual(fresh);
      }),
    );
  });

  it('hold every piece of 3 to 5 characters of a word between spaces', () => {
    const extract = createFeatureExtractor();
    const scanned = scan('ward');
    const { ends } = extract(scanned, tokenValences(scanned, lexicon), [], []);
    // Of " ward ": four of 3, three of 4, two of 5.
    expect(ends[2]! - ends[1]!).toBe(9);
  });
});

describe('valences', () => {
  it('are boosted, raised by capitals and turned round by negation', () => {
    expect(valences('good')['good']).toBeCloseTo(1.9);
    expect(valences('very good')['good']).toBeCloseTo(1.9 + 0.293);
    expect(valences('they were RUDE')['rude']).toBeCloseTo(-2 - 0.733);
    expect(valences('not kind')['kind']).toBeCloseTo(-0.74 * 2.4);
  });

  it('weigh more after "but" than before, and alike within a clause alone', () => {
    const read = createFeatureReader(lexicon);
    const clauses = [
      { start: 0, end: 4 },
      { start: 5, end: 14 },
    ];
    const { features, parts } = read('kind but awful', clauses, []);
    const squash = (sum: number) => sum / Math.sqrt(sum * sum + 15);
    expect(features.dense[0]).toBeCloseTo(squash(1.2 - 3));
    expect(parts.map(({ dense }) => dense[0])).toEqual([expect.closeTo(squash(2.4)), expect.closeTo(squash(-2))]);
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
