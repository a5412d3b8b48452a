import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from '#core/language/tokens.ts';
import { createQuickLook } from './quick-look.ts';

const wordsOf = (text: string) => tokenise(text).map(({ word }) => word);

test('a run that is in a text is never missed, whatever its case, accents, apostrophes and gaps', () => {
  const found: [string, string][] = [
    ['gp surgery', 'My GP—surgery'],
    ['a&e', 'A&E’s full'],
    ["a&e's", 'A&E’s full'],
    ["don't wait", 'I DON’T WAIT'],
    ['cafe', 'Ｃａｆé'],
    ['12', 'only ½ of it'],
    ['cafe nhs', 'CAFÉ 💉 ... NHS'],
    ['nhs', '𝐍𝐇𝐒'],
  ];
  for (const [keyword, text] of found) expect([text, createQuickLook([wordsOf(keyword)])(text)]).toEqual([text, true]);
});

test('most texts without a run are told at once', () => {
  const quickLook = createQuickLook(['nhs', 'my gp', 'a&e'].map(wordsOf));
  for (const text of ['', 'My dog has a cold', '今日はとても楽しかったです', 'não é você', 'gp racing is my thing'])
    expect(quickLook(text)).toBe(false);
});

test('a run of other letters or of emoji is looked for in every text, and no run in none', () => {
  expect(createQuickLook([wordsOf('больница')])('My dog')).toBe(true);
  expect(createQuickLook([wordsOf('💉')])('My dog')).toBe(true);
  expect(createQuickLook([])('My dog')).toBe(false);
});

test('no character of Unicode hides the plain letters that it folds to, or those around it', () => {
  const missed: string[] = [];
  for (let point = 0x80; point < 0x20000; point++) {
    const character = String.fromCodePoint(point);
    for (const text of [character, `n${character}hs`, `${character}hs`, `nh${character}`]) {
      for (const word of wordsOf(text)) {
        if (/^[a-z0-9_]+$/.test(word) && !createQuickLookOf(word)(text)) missed.push(`${point.toString(16)} ${text}`);
      }
    }
  }
  expect(missed).toEqual([]);
});

const quickLooks = new Map<string, (text: string) => boolean>();
function createQuickLookOf(word: string): (text: string) => boolean {
  const quickLook = quickLooks.get(word) ?? createQuickLook([[word]]);
  quickLooks.set(word, quickLook);
  return quickLook;
}

test('no run that the tokeniser finds is missed', () => {
  // Letters that fold to others, apostrophes, a combining accent, a variation selector and a joiner.
  const part = fc.constantFrom(...Array.from(`nHsA&EéİſßＡ𝐍½⒈1本ー💉🇬'’ʼ＇\u0301\uFE0F\u200D -_#`));
  const text = fc
    .array(fc.oneof({ weight: 6, arbitrary: part }, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 14 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(8), fc.integer({ min: 1, max: 3 }), (written, start, length) => {
      const run = wordsOf(written).slice(start, start + length);
      if (run.length > 0) expect(createQuickLook([run])(written)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
