import { readdir } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameworkDocumentError } from './document-error.ts';
import { FRAMEWORKS, frameworksOf, MAPPINGS } from './frameworks.ts';
import { mapThemes } from './map-themes.ts';
import type { MappingDocument, ThemeMapping } from './mapping-document.ts';
import { QDC_THEMES } from './qdc-v7.ts';
import { readMapping } from './read-mapping.ts';
import { TAXONOMY } from './taxonomy.ts';

const FOOD = 'environment-equipment-catering.food-drink-provision-facilities';
const NOISE = 'environment-equipment-catering.sensory-experience';
const PAIN = 'medication-pain.pain-management';

const comfort: ThemeMapping = {
  framework: 'comfort',
  name: 'Comfort',
  version: '1',
  from: TAXONOMY.name,
  kind: 'many',
  labels: [
    { name: 'Hotel', themes: [FOOD, NOISE] },
    { name: 'Ease', themes: [PAIN] },
    { name: 'Rest', themes: [] },
    { name: 'Empty', themes: [] },
  ],
  otherwise: 'Rest',
  blank: 'Empty',
};
const scored = (...scores: [id: string, score: number, over: boolean][]) => scores.map(([id, score, over]) => ({ id, score, over }));
const byThemes = (framework: string) => {
  const mapping = MAPPINGS.find((each) => each.framework === framework);
  if (!mapping || 'head' in mapping) throw new Error(`${framework} is no mapping from themes`);
  return mapping;
};

function problemsOf(document: unknown): string[] {
  try {
    readMapping(document, TAXONOMY);
  } catch (error) {
    if (error instanceof FrameworkDocumentError) return error.problems.map(({ place, message }) => `${place}: ${message}`);
    throw error;
  }
  return [];
}

describe('mapping themes to another framework', () => {
  it('finds a label where any of its themes is over its threshold, and scores it by the likeliest', () => {
    const themes = scored([FOOD, 0.2, false], [NOISE, 0.15, true], [PAIN, 0.4, false]);
    expect(mapThemes(comfort, themes, false)).toEqual({
      framework: 'comfort',
      labels: ['Hotel'],
      scores: { Hotel: 0.2, Ease: 0.4, Rest: 0.6, Empty: 0 },
    });
  });

  it('has a label for what no other fits, and one for nothing at all', () => {
    const none = scored([FOOD, 0.3, false], [PAIN, 0.1, false]);
    expect(mapThemes(comfort, none, false)).toMatchObject({ labels: ['Rest'], scores: { Rest: 0.7, Empty: 0 } });
    expect(mapThemes(comfort, [], true)).toMatchObject({ labels: ['Empty'], scores: { Rest: 0, Empty: 1 } });
    const { blank: _, ...withoutBlank } = comfort;
    expect(mapThemes(withoutBlank, [], true)).toMatchObject({ labels: ['Rest'], scores: { Rest: 1, Empty: 0 } });
    const { otherwise: __, ...withoutRest } = comfort;
    expect(mapThemes(withoutRest, none, false)).toMatchObject({ labels: [], scores: { Rest: 0 } });
  });

  it('gives the best label alone where the framework has one for each text', () => {
    const one: ThemeMapping = { ...comfort, kind: 'one' };
    expect(mapThemes(one, scored([FOOD, 0.5, true], [PAIN, 0.6, true]), false)).toEqual({ framework: 'comfort', label: 'Ease' });
    expect(mapThemes(one, scored([FOOD, 0.5, true], [PAIN, 0.6, false]), false)).toEqual({ framework: 'comfort', label: 'Hotel' });
    expect(mapThemes(one, scored([FOOD, 0.5, false]), false)).toEqual({ framework: 'comfort', label: 'Rest' });
  });

  it('scores every label of every framework between 0 and 1, and lists labels that it has', () => {
    const scores = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: TAXONOMY.themes.length,
      maxLength: TAXONOMY.themes.length,
    });
    fc.assert(
      fc.property(scores, fc.constantFrom(...frameworksOf('many')), fc.boolean(), (drawn, framework, isBlank) => {
        const mapping = byThemes(framework);
        const themes = TAXONOMY.themes.map(({ id }, nth) => ({ id, score: drawn[nth]![0], over: drawn[nth]![1] }));
        const mapped = mapThemes(mapping, themes, isBlank);
        const names = mapping.labels.map(({ name }) => name);
        expect(mapped).toMatchObject({ framework, labels: expect.any(Array) });
        if (!('scores' in mapped)) throw new Error('gives many labels');
        expect(Object.keys(mapped.scores)).toEqual(names);
        for (const score of Object.values(mapped.scores)) expect(score >= 0 && score <= 1).toBe(true);
        expect(names.filter((name) => mapped.labels.includes(name))).toEqual(mapped.labels);
      }),
    );
  });
});

describe('a mapping document', () => {
  it.each<[string, object, string]>([
    ['a theme that is none', { labels: [{ name: 'Hotel', themes: ['food'] }] }, 'label "Hotel": The taxonomy has no theme "food"'],
    ['another taxonomy', { from: 'icd-10' }, '"from": "icd-10" is neither the name'],
    ['a label twice', { labels: [...comfort.labels, { name: 'Ease', themes: [PAIN] }] }, 'label "Ease": Another label has this name'],
    ['a label that nothing bears', { otherwise: undefined }, 'label "Rest": It has no theme'],
    ['a fallback that has themes', { otherwise: 'Ease' }, 'label "Ease": It is for what no theme fits'],
    ['a fallback that is no label', { blank: 'Void' }, '"blank": "Void" is none of the labels'],
    ['one label, and none for the rest', { kind: 'one', otherwise: undefined }, '"otherwise": A mapping that gives every text one label'],
    ['a head that learned no framework', { kind: 'one', head: 'emotion' }, '"head": '],
    ['a name that no flag could take', { framework: 'My framework' }, '"framework": is lower-case letters'],
    ['labels of another shape', { labels: [{ name: 'Hotel', themes: [7] }] }, 'label "Hotel", theme 1: '],
  ])('is refused for %s', (_, change, problem) => {
    expect(problemsOf(JSON.parse(JSON.stringify({ ...comfort, ...change })))).toContainEqual(expect.stringContaining(problem));
  });

  it('names a taxonomy, or one version of it', () => {
    expect([TAXONOMY.name, TAXONOMY.version].map((from) => problemsOf({ ...comfort, from }))).toEqual([[], []]);
  });
});

describe('the frameworks that come with the program', () => {
  it('are those in the folder', async () => {
    const files = await readdir(new URL('./documents/mappings/', import.meta.url));
    expect(files.sort()).toEqual(FRAMEWORKS.map((name) => `${name}.json`).sort());
    expect(frameworksOf('one')).toEqual(['single-label']);
    expect(frameworksOf('many')).toEqual(['qdc-v7', 'nice-qs15']);
  });

  it('have qdc-v7 with its 33 sub-categories, ours under their own names and the two that are no themes', () => {
    const { labels, otherwise, blank }: ThemeMapping = byThemes('qdc-v7');
    expect(labels).toHaveLength(33);
    expect(labels.filter(({ themes }) => themes.length > 0).map(({ name, themes }) => [name, ...themes])).toEqual(
      QDC_THEMES.map(({ name, id }) => [name, id]),
    );
    expect([otherwise, blank]).toEqual(['Not assigned', 'Labelling not possible']);
  });

  it('have the six statements of NICE QS15', () => {
    const mapping: MappingDocument = byThemes('nice-qs15');
    const themes = scored(
      ['staff.staff-manner-personal-attributes', 0.9, true],
      ['patient-journey-service-coordination.discharge', 0.3, true],
    );
    expect(mapThemes(mapping, themes, false)).toEqual({
      framework: 'nice-qs15',
      labels: ['1 Empathy, dignity and respect', '3 Coordinated care and information between professionals'],
      scores: {
        '1 Empathy, dignity and respect': 0.9,
        '2 Knowing who does what and how to reach them': 0,
        '3 Coordinated care and information between professionals': 0.3,
        '4 Care that fits needs and preferences': 0,
        '5 Sharing information with family and carers': 0,
        '6 Shared decision making': 0,
      },
    });
  });
});
