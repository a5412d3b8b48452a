import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { capText, cleanText } from './clean-text.ts';
import { createOffsetMap } from './offset-map.ts';
import { bestOfMs } from './test-support/best-of.ts';

test.each([
  ['as it is', 'as it is'],
  ['  ends \n', 'ends'],
  ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
  ['a\n\n\n\n \nb', 'a\n\nb'],
  ['a\r\n\r\nb', 'a\n\nb'],
  ['a      b  c', 'a b  c'],
  ['nul\0 bell\x07 \u202Eright to left\u202C', 'nul bell right to left'],
  ['0770\u200B0 900\u00AD123', '07700 900123'],
  ['0770\u200D0', '07700'],
  ['half \uD83D pair', 'half \uFFFD pair'],
  ['👩\u200D⚕️ stays', '👩\u200D⚕️ stays'],
  ['𝗖𝗮𝗹𝗹 𝟬𝟳 and ０７', 'Call 07 and 07'],
  [`e${'\u0301'.repeat(20)}`, `e${'\u0301'.repeat(4)}`],
  ['', ''],
  ['   ', ''],
])('%j becomes %j', (input, text) => {
  expect(cleanText(input).text).toBe(text);
});

const messy = fc.array(
  fc.constantFrom(
    'a',
    'B7',
    ' ',
    '   ',
    '\n',
    '\r\n',
    '\n\n\n\n',
    '\0',
    '\u200B',
    '𝟬',
    '😀',
    '\u202E',
    'é',
    '\uD800',
    '\u2028',
    '\t\t\t\t',
  ),
  { maxLength: 30 },
);

test('what was not touched maps back to itself in the input', () => {
  fc.assert(
    fc.property(messy, (parts) => {
      const input = parts.join('');
      const { text, edits } = cleanText(input);
      const back = createOffsetMap(edits);
      for (let offset = 0; offset < text.length; offset++) {
        const character = text[offset]!;
        if (!/[aB7é\u{1F600}]/u.test(character)) continue;
        if (input[back(offset)] !== character) return false;
        if (back(offset + 1, 'end') !== back(offset) + 1) return false;
      }
      return true;
    }),
    { numRuns: 2_000 },
  );
});

test('cleaning is never longer than its input, is well formed, and cleaning again changes nothing', () => {
  fc.assert(
    fc.property(messy, (parts) => {
      const input = parts.join('');
      const { text } = cleanText(input);
      return text.length <= input.length && text.isWellFormed() && !/[\0\r\u202E\u200B]/.test(text);
    }),
  );
});

test.each(['a', ' ', '\n', '\n ', '\r', '\u0301', '\u200D', 'a\u200D', '\0', '𝟬'])('100 kB of %j are cleaned within 50 ms', (unit) => {
  const hostile = unit.repeat(100_000 / unit.length);
  expect(bestOfMs(() => cleanText(`${hostile}x`))).toBeLessThan(50);
});

test('a text over the cap is cut at a space, never in a pair', () => {
  expect(capText('short')).toEqual({ text: 'short', truncated: false });
  expect(capText('word '.repeat(5_000), 100)).toEqual({ text: 'word '.repeat(20).trimEnd(), truncated: true });
  const emoji = capText('😀'.repeat(1_000), 10);
  expect(emoji).toEqual({ text: '😀😀', truncated: true });
});
