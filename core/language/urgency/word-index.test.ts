import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readText } from '../read-text.ts';
import { tokenise } from '../tokens.ts';
import { CIRCUMSTANCE_WORDS } from './circumstance-words.ts';
import { HARM_WORDS } from './harm-words.ts';
import { HARM_PATTERNS } from './harms.ts';
import { createWordIndex } from './word-index.ts';

const index = createWordIndex({ fall: 'drop "on the floor"', floor: '"the floor"', kin: 'mum "my mum"' });

function findIn(text: string, from?: number, to?: number): Record<string, number[]> {
  const { words, stems } = readText(text);
  const found = index.find(words, stems, from, to);
  return Object.fromEntries(index.names.flatMap((name, list) => (found?.[list] ? [[name, found[list]]] : [])));
}

describe('a word index', () => {
  it('finds bare words by their stem and phrases word by word, where they begin', () => {
    expect(findIn('They dropped mum, she lay on the floor')).toEqual({ fall: [1, 5], floor: [6], kin: [2] });
    expect(findIn('on the floors')).toEqual({});
  });

  it('names a position once, though a word and a phrase begin there', () => {
    expect(findIn('my mum my mum')).toEqual({ kin: [0, 1, 2, 3] });
  });

  it('looks only between two tokens', () => {
    expect(findIn('mum was on the floor', 1)).toEqual({ fall: [2], floor: [3] });
    expect(findIn('mum was on the floor', 0, 4)).toEqual({ kin: [0] });
  });

  it('says null of a text without any', () => {
    expect(index.find(['tea'], ['tea'])).toBeNull();
  });

  test('positions rise, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('my', 'mum', 'on', 'the', 'floor', 'drop', 'tea')), (words) => {
        for (const positions of index.find(words, words) ?? []) {
          for (let nth = 1; nth < (positions?.length ?? 0); nth++) expect(positions![nth]).toBeGreaterThan(positions![nth - 1]!);
        }
      }),
    );
  });
});

describe.each([
  ['harm words', HARM_WORDS],
  ['circumstance words', CIRCUMSTANCE_WORDS],
] satisfies [string, Record<string, string>][])('%s', (_, lists) => {
  it.each(Object.entries(lists))('%s are written as texts are read, each once', (__, list) => {
    const entries = [...list.matchAll(/"([^"]+)"|\S+/g)].map(([bare, phrase]) => phrase ?? bare);
    for (const entry of entries) {
      expect(
        tokenise(entry)
          .map(({ word }) => word)
          .join(' '),
        entry,
      ).toBe(entry);
    }
    expect(new Set(entries).size).toBe(entries.length);
  });
});

test('each list of harm words has a part in a pattern, but those that only count', () => {
  const used = new Set(HARM_PATTERNS.flatMap(({ parts }) => parts));
  expect(Object.keys(HARM_WORDS).filter((name) => !used.has(name as keyof typeof HARM_WORDS))).toEqual(['grave']);
});
