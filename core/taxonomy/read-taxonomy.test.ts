import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { readText } from '../language/read-text.ts';
import { FrameworkDocumentError } from './document-error.ts';
import { mappingSchema } from './mapping-document.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import { taxonomySchema, type TaxonomyDocument } from './taxonomy-document.ts';

type Category = TaxonomyDocument['categories'][number];

const wards: Category = {
  name: 'Wards & beds',
  source: 'ours',
  themes: [
    { name: 'Noise/ light', definition: 'Whether one can sleep.', rules: ['“call bell” OR noise NEAR/3 night', 'lights NOT traffic'] },
  ],
};
const documentOf = (...categories: Category[]): TaxonomyDocument => ({ version: 'ward-1', name: 'ward', categories });
const withRules = (...rules: string[]) => documentOf({ ...wards, themes: [{ ...wards.themes[0]!, rules }] });

function problemsOf(document: unknown) {
  try {
    readTaxonomy(document);
  } catch (error) {
    if (error instanceof FrameworkDocumentError) return error.problems;
    throw error;
  }
  return [];
}

describe('a taxonomy document', () => {
  it('gives themes with an id made of the names, and any of its rules finds them', () => {
    const { version, name, themes } = readTaxonomy(documentOf(wards));
    expect({ version, name }).toEqual({ version: 'ward-1', name: 'ward' });
    expect(themes).toMatchObject([{ id: 'wards-beds.noise-light', category: 'Wards & beds', name: 'Noise/ light' }]);
    const finds = (text: string) => themes[0]!.matches(readText(text));
    expect(['Such noise all night', 'The lights were on', 'Nobody heard my call bell'].map(finds)).toEqual([true, true, true]);
    expect(['A call about a bell', 'Traffic lights'].map(finds)).toEqual([false, false]);
  });

  it('is refused with each faulty rule: whose it is, which one, and the character', () => {
    const problems = problemsOf(withRules('noise', 'noise OR (night', 'loud NEAR/3 loud'));
    expect(problems).toEqual([
      { place: 'theme "Noise/ light" of "Wards & beds", rule 2', message: 'This "(" has no ")" (at character 10)', position: 9 },
      { place: 'theme "Noise/ light" of "Wards & beds", rule 3', message: expect.stringContaining('two different words'), position: 5 },
    ]);
  });

  it.each([
    ['NOT noise', 'without any word'],
    ['noise OR -night', 'without any word'],
    [' ', 'without any word'],
    ['noise source:bluesky', 'words alone'],
    ['noise OR (night NOT theme:wards)', 'words alone'],
  ])('refuses the rule %j, which could not do what it was written for', (rule, message) => {
    expect(problemsOf(withRules(rule))).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  it('refuses two themes with one id, however they are written', () => {
    const problems = problemsOf(
      documentOf(wards, { ...wards, name: 'Wards – Beds', themes: [{ ...wards.themes[0]!, name: 'Noise, light' }] }),
    );
    expect(problems).toEqual([
      { place: 'theme "Noise, light" of "Wards – Beds"', message: 'Its id, wards-beds.noise-light, is that of "Noise/ light"' },
    ]);
  });

  it.each([
    [{ ...documentOf(wards), version: 'Ward 1' }, '"version"', 'lower-case'],
    [documentOf(), '"categories"', ''],
    [documentOf({ ...wards, name: '睡眠' }), 'category "睡眠", "name"', 'letter or digit'],
    [documentOf({ ...wards, themes: [{ ...wards.themes[0]!, rules: [] }] }), 'category "Wards & beds", theme "Noise/ light", "rules"', ''],
    [withRules('noise', ''), 'category "Wards & beds", theme "Noise/ light", rule 2', ''],
    [{ ...documentOf(wards), categories: [{ themes: [] }] }, 'category 1, "name"', ''],
    [null, 'the document', ''],
  ])('of a wrong shape is refused by the name of the part: case %#', (document, place, message) => {
    expect(problemsOf(document)).toContainEqual({ place, message: expect.stringContaining(message) });
  });

  it('says all of it in the message, for who reads a log', () => {
    expect(() => readTaxonomy(withRules('('))).toThrow(
      'The taxonomy "ward-1" can\'t be used.\ntheme "Noise/ light" of "Wards & beds", rule 1: The query ends where a word is expected (at character 2)',
    );
  });

  it('is read or refused, never anything else, whatever its rules are', () => {
    const piece = fc.constantFrom('noise', '“call bell”', '(', ')', 'OR', 'NOT', 'NEAR/2', '"', '-', '*', 'theme:x', '😀');
    const rules = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ')),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rules, (texts) => {
        const problems = problemsOf(withRules(...texts));
        for (const { place } of problems) expect(place).toMatch(/rule [1-4]$/);
        if (problems.length === 0) expect(readTaxonomy(withRules(...texts)).themes[0]!.matches({ words: [], stems: [] })).toBe(false);
      }),
    );
  });
});

test.each([
  ['taxonomy', taxonomySchema],
  ['mapping', mappingSchema],
])('docs/schemas/%s.json is what such a document may be', async (name, schema) => {
  const held: unknown = JSON.parse(await readFile(new URL(`../../docs/schemas/${name}.json`, import.meta.url), 'utf8'));
  expect(held).toEqual(z.toJSONSchema(schema, { io: 'input' }));
});
