import { describe, expect, it } from 'vitest';
import { readText } from '../language/read-text.ts';
import { createThemeFinder } from './find-themes.ts';
import { TAXONOMY } from './taxonomy.ts';

const find = createThemeFinder(TAXONOMY.themes);
const idsIn = (text: string) => find(readText(text)).fired.map(({ id }) => id);

describe('the taxonomy', () => {
  it('gives each theme an id, a definition and a rule of its own', () => {
    expect(new Set(TAXONOMY.themes.map(({ id }) => id)).size).toBe(TAXONOMY.themes.length);
    for (const theme of TAXONOMY.themes) {
      expect(theme.id).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/);
      expect(theme.definition.length).toBeGreaterThan(15);
      expect(theme.where.type).not.toBe('none');
    }
  });

  it.each([
    ['environment-equipment-catering.food-drink-provision-facilities', 'Cold toast and no vegetarian meals'],
    ['service-location-travel-transport.parking', 'The car park was full at eight'],
    ['communication-involvement.staff-listening-understanding-involving-patients', 'Nobody listened to us'],
    ['public-conversation.nhs-dentistry', 'No dentist round here takes children'],
    ['public-conversation.waiting-for-an-ambulance', 'Seven hours until the ambulance arrived'],
    ['mental-health-specifics.mental-health-act', 'She was sectioned in March'],
  ])('finds %s', (id, text) => {
    expect(idsIn(text)).toContain(id);
  });

  it('finds the same as every rule tried on its own: triggers leave nothing out', () => {
    const texts = TAXONOMY.themes
      .flatMap(({ rules, definition }) => [...rules, definition])
      .map((text) => readText(text.replace(/[()"]| OR | NEAR\/\d+/g, ' ')));
    for (const read of texts) {
      expect(find(read).fired.map(({ id }) => id)).toEqual(TAXONOMY.themes.filter((theme) => theme.matches(read)).map(({ id }) => id));
    }
  });
});
