import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areNearCopies, HASHES, MAX_UNEQUAL, signatureOf, similarityOf } from './min-hash.ts';
import { readText } from './read-text.ts';

const signaturesOf = (...texts: [string, string]) => texts.map((text) => signatureOf(readText(text).words)) as [Uint8Array, Uint8Array];
const unequalValues = (left: string, right: string) => {
  const [a, b] = signaturesOf(left, right);
  return a.subarray(0, HASHES).filter((value, n) => value !== b[n]).length;
};
const areNear = (left: string, right: string) => {
  const [a, b] = signaturesOf(left, right);
  return areNearCopies(unequalValues(left, right), a[HASHES]!, b[HASHES]!);
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
    expect(areNear(TEXT, copy)).toBe(true);
  });

  it('tells other texts apart, also of the same place and matter', () => {
    const other = 'Brilliant care from the midwives at Whipps Cross, they stayed with me until the morning and could not do enough';
    expect(similarityOf(unequalValues(TEXT, other))).toBeLessThan(0.3);
    expect(areNear(TEXT, other)).toBe(false);
  });

  it('estimates the Jaccard similarity of the 5-grams', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 20, maxLength: 120 });
    fc.assert(
      fc.property(letters, letters, (shared, own) => {
        const [left, right] = [shared.join(''), [...shared, ...own].join('')];
        // Five standard errors of 63 draws.
        expect(Math.abs(similarityOf(unequalValues(left, right)) - jaccard(left, right))).toBeLessThan(5 * Math.sqrt(0.25 / HASHES));
      }),
    );
  });

  it('takes texts that share nothing for equal in one place of 256, and puts that right', () => {
    const texts = Array.from({ length: 400 }, (_, n) =>
      String.fromCodePoint(...Array.from({ length: 80 }, (__, at) => 0x4e00 + n * 40 + (at % 40))),
    );
    let equal = 0;
    for (let n = 1; n < texts.length; n++) equal += HASHES - unequalValues(texts[n - 1]!, texts[n]!);
    const share = equal / (399 * HASHES);
    expect(share).toBeGreaterThan(0.5 / 256);
    expect(share).toBeLessThan(2 / 256);
    expect(similarityOf(HASHES - HASHES / 256)).toBe(0);
  });

  it('is the same on every machine and in every version', () => {
    expect(Buffer.from(signatureOf(['waited', 'nine', 'hours'])).toString('hex', 0, 16)).toMatchInlineSnapshot(
      `"48a7485c632f28fc14c0ed21c862d217"`,
    );
  });
});

describe('areNearCopies', () => {
  const LONG = 160;

  it('asks for .55 of the 5-grams where texts are of one length', () => {
    expect([28, 29].map((unequal) => areNearCopies(unequal, LONG, LONG))).toEqual([true, false]);
  });

  it('asks for less where one is a part of the other, whichever comes first, but not for a small part', () => {
    const [threeFifths, half] = [0.6, 0.4].map((share) => LONG + Math.round(16 * Math.log2(share)));
    expect([areNearCopies(34, LONG, threeFifths!), areNearCopies(34, threeFifths!, LONG)]).toEqual([true, true]);
    expect(areNearCopies(MAX_UNEQUAL + 1, LONG, half!)).toBe(false);
  });

  it('never holds beyond the limit that spares the comparison', () => {
    fc.assert(
      fc.property(fc.nat(HASHES), fc.nat(255), fc.nat(255), (unequal, left, right) => {
        if (areNearCopies(unequal, left, right)) expect(unequal).toBeLessThanOrEqual(MAX_UNEQUAL);
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
