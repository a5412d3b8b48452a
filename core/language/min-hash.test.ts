import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxUnequal, MIN_SIMILARITY, SIGNATURE_SIZE, signatureOf, similarityOf } from './min-hash.ts';
import { readText } from './read-text.ts';

const equalPlaces = (left: string, right: string) => {
  const [a, b] = [left, right].map((text) => signatureOf(readText(text).words));
  return a!.filter((value, place) => value === b![place]).length;
};

describe('signatureOf', () => {
  const TEXT = 'Waited eleven hours in the corridor at Whipps Cross with my gran and nobody came to see us until the morning shift';

  it.each([
    ['the same with other punctuation', TEXT.replace(' and', ', and').toUpperCase()],
    ['an added address', `${TEXT} https://example.org/a`],
    ['a dropped word', TEXT.replace('morning ', '')],
    ['a cut end', TEXT.slice(0, -38)],
    ['a name in front', `RT @somebody: ${TEXT}`],
    ['three typing errors', TEXT.replace('eleven', 'elevn').replace('nobody', 'noboddy').replace('shift', 'shfit')],
  ])('is alike for %s', (_, copy) => {
    expect(similarityOf(equalPlaces(TEXT, copy))).toBeGreaterThan(MIN_SIMILARITY);
  });

  it('tells other texts apart, also of the same place and matter', () => {
    const other = 'Brilliant care from the midwives at Whipps Cross, they stayed with me until the morning and could not do enough';
    expect(similarityOf(equalPlaces(TEXT, other))).toBeLessThan(0.3);
  });

  it('estimates the Jaccard similarity of the 5-grams', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 20, maxLength: 120 });
    fc.assert(
      fc.property(letters, letters, (shared, own) => {
        const [left, right] = [shared.join(''), [...shared, ...own].join('')];
        // Five standard errors of 64 draws.
        expect(Math.abs(similarityOf(equalPlaces(left, right)) - jaccard(left, right))).toBeLessThan(5 * Math.sqrt(0.25 / SIGNATURE_SIZE));
      }),
    );
  });

  it('takes texts that share nothing for equal in one place of 256, and puts that right', () => {
    const texts = Array.from({ length: 400 }, (_, n) =>
      String.fromCodePoint(...Array.from({ length: 80 }, (__, at) => 0x4e00 + n * 40 + (at % 40))),
    );
    let equal = 0;
    for (let n = 1; n < texts.length; n++) equal += equalPlaces(texts[n - 1]!, texts[n]!);
    const share = equal / (399 * SIGNATURE_SIZE);
    expect(share).toBeGreaterThan(0.5 / 256);
    expect(share).toBeLessThan(2 / 256);
    expect(similarityOf(SIGNATURE_SIZE / 256)).toBe(0);
  });

  it('is the same on every machine and in every version', () => {
    expect(Buffer.from(signatureOf(['waited', 'nine', 'hours'])).toString('hex', 0, 16)).toMatchInlineSnapshot(
      `"48a7485c632f28fc14c0ed21c862d217"`,
    );
  });
});

describe('maxUnequal', () => {
  it('is the most places that still give the similarity', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (minSimilarity) => {
        const equal = SIGNATURE_SIZE - maxUnequal(minSimilarity);
        expect(similarityOf(equal)).toBeGreaterThanOrEqual(minSimilarity - 1e-6);
        if (equal > 0) expect(similarityOf(equal - 1)).toBeLessThan(minSimilarity);
      }),
    );
  });
});

function jaccard(left: string, right: string): number {
  const shingles = (text: string) => new Set(Array.from({ length: text.length - 4 }, (_, n) => text.slice(n, n + 5)));
  const [a, b] = [shingles(left), shingles(right)];
  const both = [...a].filter((shingle) => b.has(shingle)).length;
  return both / (a.size + b.size - both);
}
