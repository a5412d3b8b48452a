import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfMs } from './test-support/best-of.ts';
import { MAX_TOKEN_LENGTH, tokenFields, tokenise } from './tokens.ts';

const wordsOf = (text: string) => tokenise(text).map((token) => token.word);

describe('tokenise', () => {
  it.each([
    ['The NURSES were kind.', ['the', 'nurses', 'were', 'kind']],
    ["Can't won’t o＇clock", ['cant', 'wont', 'oclock']],
    ['café naïve Zürich Ångström', ['cafe', 'naive', 'zurich', 'angstrom']],
    ['#NHSHeroes @someone my_surgery', ['nhsheroes', 'someone', 'my_surgery']],
    ['A&E r&d AT&T & co', ['a_e', 'r_d', 'at', 't', 'co']],
    ['covid-19, 24/7, £9.50', ['covid', '19', '24', '7', '9', '50']],
    ['😀 👩🏽‍⚕️ ❤️ 🇬🇧', ['emoji_1f600', 'emoji_1f469_2695', 'emoji_2764', 'emoji_1f1ec_1f1e7']],
    ['👍🏿👍🏻', ['emoji_1f44d', 'emoji_1f44d']],
    ['ﬁrst Ｆｕｌｌ 𝐇𝐞𝐥𝐩 ℌ', ['first', 'full', 'help', 'h']],
    ['अस्पताल में', ['अस्पताल', 'में']],
    ['المُسْتَشْفَى', ['المُسْتَشْفَى']],
    ['โรงพยาบาล', ['โรงพยาบาล']],
    ['病院の待ち', ['病院の待ち']],
    ['ΣΊΣΥΦΟΣ Straße', ['σίσυφος', 'straße']],
    ['a\u0000b \ud800c\udfff \u202Ed', ['a', 'b', 'c', 'd']],
    ['?!… --- \u0301', []],
  ])('folds %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('says where each token stands in the text', () => {
    expect(tokenise('“Café”, A&E 👍🏿!')).toEqual([
      { word: 'cafe', start: 1, end: 5 },
      { word: 'a_e', start: 8, end: 11 },
      { word: 'emoji_1f44d', start: 12, end: 16 },
    ]);
  });

  it('cuts long tokens without halving a character', () => {
    expect(wordsOf('a'.repeat(1_000))[0]).toHaveLength(MAX_TOKEN_LENGTH);
    const [cut] = wordsOf(`a${'𠮷'.repeat(200)}`);
    expect(cut!.length).toBeLessThanOrEqual(MAX_TOKEN_LENGTH);
    expect(cut!.isWellFormed()).toBe(true);
  });

  it('makes tokens of letters, marks, digits and _ only, in order, that fold to themselves', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 })), (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          expect(token.word).toMatch(/^[\p{L}\p{N}\p{M}_]{1,255}$/u);
          expect(token.word).not.toMatch(/[A-Z]/);
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
          expect(wordsOf(token.word)).toEqual([token.word]);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('tokenise, on 100 kB of one thing', () => {
  const things = [
    'a',
    'a.',
    'a@',
    '1',
    ' ',
    "a'",
    "'",
    '&',
    'A&',
    'é',
    'e\u0301',
    '\u0301',
    '_',
    '#',
    '😷',
    '\u200D',
    '👩\u200D',
    '👩🏽\u200D⚕️',
    '🇬',
    '\ufe0f',
    '\u202E',
    '\ud800',
    '\u0000',
    'ﷺ',
    '𝐇',
  ];

  it.each(things)('is linear: %j', (thing) => {
    const text = thing.repeat(Math.ceil(100_000 / thing.length));
    expect(bestOfMs(() => tokenise(text))).toBeLessThan(50);
  });
});

describe('tokenFields', () => {
  it('gives words and stems side by side', () => {
    expect(tokenFields('Waiting rooms, 2 nurses')).toEqual({ words: 'waiting rooms 2 nurses', stems: 'wait room 2 nurs' });
    expect(tokenFields('')).toEqual({ words: '', stems: '' });
  });
});
