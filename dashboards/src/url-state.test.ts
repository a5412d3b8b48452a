import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatView, parseView, VIEW_KEYS } from './url-state.ts';

it('keeps any view through the address and back', () => {
  const view = fc.record(
    Object.fromEntries(VIEW_KEYS.map((key) => [key, fc.string({ unit: 'grapheme' })])) as Record<
      (typeof VIEW_KEYS)[number],
      fc.Arbitrary<string>
    >,
  );
  fc.assert(
    fc.property(view, (value) => {
      expect(parseView(formatView(value))).toEqual(value);
    }),
  );
});

it('leaves out what is empty', () => {
  expect(formatView(parseView(''))).toBe('');
});
