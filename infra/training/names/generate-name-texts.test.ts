import { expect, it } from 'vitest';
import { generateNameTexts, TEMPLATES } from './generate-name-texts.ts';
import { WORDS } from './name-templates.ts';

const texts = generateNameTexts({ seed: 3, size: 2_000 });

it('gives the same texts for the same seed', () => {
  expect(generateNameTexts({ seed: 3, size: 50 })).toEqual(texts.slice(0, 50));
});

it('cuts every name out of its text, in order, and leaves no brace', () => {
  for (const { text, names } of texts) {
    expect(text).not.toMatch(/[{}]/);
    let last = 0;
    for (const { start, end } of names) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(start, end)).toMatch(/^\p{L}.*[\p{L}.]$/u);
      last = end;
    }
  }
});

it('has templates with names and without, and no word list that none uses', () => {
  expect(texts.filter(({ names }) => names.length === 0).length).toBeGreaterThan(500);
  for (const name of Object.keys(WORDS)) expect(TEMPLATES.some((template) => template.includes(`{${name}}`))).toBe(true);
});
