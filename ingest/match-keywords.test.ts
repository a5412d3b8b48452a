import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeywordMatcher, DEFAULT_KEYWORDS } from './match-keywords.ts';

const holds = (keyword: string, text: string) => createKeywordMatcher([keyword])([text]);

describe('words and phrases', () => {
  test.each([
    ['nhs', 'The NHS is 80'],
    ['nhs', '#NHS'],
    ['nhs', '@nhs'],
    ['nhs', 'an NHS-run clinic'],
    ['gp surgery', 'my GP\n surgery!'],
    ['gp surgery', 'GP-surgery'],
    ['a&e', 'in A&E, again'],
    ['cafe', 'the hospital Café'],
    ["can't get through", 'CAN’T get through'],
    ['111 call', 'a 111 call'],
    ['💉', 'my first 💉'],
    ['больница', 'БОЛЬНИЦА'],
  ])('"%s" is in "%s"', (keyword, text) => expect(holds(keyword, text)).toBe(true));

  test.each([
    ['nhs', 'enhsomething'],
    ['nhs', 'NHSEngland'],
    ['nhs', 'nhs_england'],
    ['gp surgery', 'surgery by a GP'],
    ['gp surgery', 'GP in surgery'],
    ['a&e', 'a and e'],
    ['111 call', '1111 call'],
    ['nhs', ''],
  ])('"%s" is not in "%s"', (keyword, text) => expect(holds(keyword, text)).toBe(false));

  test('a phrase doesn’t run from one text into the next, and any text will do', () => {
    const matches = createKeywordMatcher(['gp surgery']);
    expect(matches(['my GP', 'surgery'])).toBe(false);
    expect(matches([undefined, '', 'nothing', 'the GP surgery'])).toBe(true);
    expect(matches([])).toBe(false);
  });

  test('"all" is every post; keywords without a word in them are none', () => {
    expect(createKeywordMatcher('all')([])).toBe(true);
    expect(createKeywordMatcher(['!!', '#'])(['!! #'])).toBe(false);
  });
});

describe('hashtags', () => {
  test.each(['#OurNHS', 'see #ournhs!', '(#OURNHS)', '＃OurNHS', '#save#OurNHS'])('"#OurNHS" is in "%s"', (text) =>
    expect(holds('#OurNHS', text)).toBe(true),
  );
  test.each(['OurNHS', 'our NHS', '#OurNHSs', '@OurNHS', '# OurNHS'])('"#OurNHS" is not in "%s"', (text) =>
    expect(holds('#OurNHS', text)).toBe(false),
  );
  test('accents and apostrophes are folded in them as anywhere', () => expect(holds('#cafe', '#CAFÉ')).toBe(true));
});

describe('mentions', () => {
  test.each([
    '@NHSEngland help',
    '.@nhsengland',
    'thanks (@NHSEngland)',
    '@nhsengland.bsky.social',
    '@nhsengland@social.example',
    '＠NHSEngland',
  ])('"@NHSEngland" is in "%s"', (text) => expect(holds('@NHSEngland', text)).toBe(true));
  test.each([
    'NHSEngland',
    '#NHSEngland',
    'press@nhsengland.example',
    'a.b@nhsengland',
    '@nhsenglandx',
    '@nhsengland-fans.bsky.social',
    '@ nhsengland',
  ])('"@NHSEngland" is not in "%s"', (text) => expect(holds('@NHSEngland', text)).toBe(false));
  test('a handle with a domain is found whole', () => {
    expect(holds('@england.nhs.uk', 'ask @England.NHS.uk')).toBe(true);
    expect(holds('@england.nhs.uk', 'ask @england.nhs')).toBe(false);
  });
});

describe('the same as looking without any haste', () => {
  const word = fc.constantFrom('nhs', 'NHS', 'gp', 'Gp', 'surgery', 'café', 'CAFE', 'a', 'e', 'don’t', 'dont', '111', 'my', 'x_y', 'ß');
  const between = fc.constantFrom(' ', '  ', ', ', '-', '#', ' #', '@', ' @', '&', '\n', "'", '’', '.', '日本', '💉');
  const text = fc.array(fc.tuple(between, word), { maxLength: 8 }).map((parts) => parts.flat().join(''));
  const keyword = fc
    .tuple(fc.constantFrom('', '#', '@'), fc.array(word, { minLength: 1, maxLength: 3 }))
    .map(([sign, words]) => sign + words.join(' '));

  /** In its own words, for these texts: cut at what isn't a letter, compare in order. */
  function slowly(wanted: string, written: string): boolean {
    const fold = (raw: string) =>
      raw
        .replaceAll(
          /(?<![\p{L}\p{N}_]['’]?)([a-z])&([a-z])(?![\p{L}\p{N}_])(?=(['’]?))/giu,
          (_pair, left, right, after) => `${left}_${right}${after && ' '}`,
        )
        .replaceAll(/(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])/gu, '')
        .toLowerCase()
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '');
    const sign = /^[#@]/.exec(wanted)?.[0] ?? '';
    const words = fold(wanted.slice(sign.length)).match(/[\p{L}\p{N}_]+|💉/gu) ?? [];
    const gap = '[^\\p{L}\\p{N}_💉]+';
    const before = sign === '@' ? '(?<![\\p{L}\\p{N}_])@' : sign === '#' ? '#' : '(?<![\\p{L}\\p{N}_])';
    const after = sign === '@' ? '(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}_])' : '(?![\\p{L}\\p{N}_])';
    return new RegExp(before + words.join(gap) + after, 'u').test(fold(written));
  }

  test('any keywords on any texts', () => {
    fc.assert(
      fc.property(fc.array(keyword, { minLength: 1, maxLength: 4 }), text, (keywords, written) => {
        expect(createKeywordMatcher(keywords)([written])).toBe(keywords.some((wanted) => slowly(wanted, written)));
      }),
      { numRuns: 5_000 },
    );
  });

  test('the keywords that are there without a configuration each find themselves', () => {
    const matches = createKeywordMatcher(DEFAULT_KEYWORDS);
    for (const wanted of DEFAULT_KEYWORDS) expect(matches([`So ${wanted.toUpperCase()}!`])).toBe(true);
  });
});
