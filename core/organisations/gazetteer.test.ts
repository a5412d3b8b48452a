import { beforeEach, describe, expect, it } from 'vitest';
import { tokenise } from '../language/tokens.ts';
import type { Alias, OdsRecord } from './additions.ts';
import { createGazetteer, type Gazetteer } from './gazetteer.ts';

const AT_MS = Date.UTC(2026, 9, 1);
let gazetteer: Gazetteer;
beforeEach(() => {
  gazetteer = createGazetteer();
});

const practice = (code: string, name: string, more: Partial<OdsRecord> = {}): OdsRecord => ({
  kind: 'practice',
  code,
  name,
  parent: 'QWO',
  near: [],
  ...more,
});
const site = (code: string, name: string, parent: string, more: Partial<OdsRecord> = {}): OdsRecord => ({
  kind: 'site',
  code,
  name,
  parent,
  near: [],
  ...more,
});
const alias = (text: string, ods: string): Alias => ({ text, ods, addedAt: '2026-11-16T09:00:00.000Z' });

function know(...records: OdsRecord[]): void {
  gazetteer.use({ aliases: [], records });
}

function call(...aliases: Alias[]): void {
  gazetteer.use({ aliases, records: [] });
}

function findIn(text: string, { atMs = AT_MS, statedPlace }: { atMs?: number; statedPlace?: string } = {}) {
  return gazetteer.find(text, tokenise(text), { atMs, statedPlace });
}

const codesIn = (...given: Parameters<typeof findIn>) => findIn(...given).organisations.map(({ ods }) => ods);

describe('a GP practice of an extract', () => {
  it('is found under its own code, and lies in its board and region', () => {
    know(practice('A99001', 'The Larkfield Surgery'));
    expect(findIn('Rang larkfield surgery at 8am sharp').organisations).toEqual([
      { ods: 'A99001', name: 'The Larkfield Surgery', basis: 'named', start: 5, end: 22 },
    ]);
    expect(gazetteer.directory.ancestorsOf('A99001', AT_MS)).toEqual(['QWO', 'Y63']);
    expect(gazetteer.directory.get('A99001')).toMatchObject({ level: 'organisation' });
    expect(gazetteer.directory.search('larkfield', 5)).toMatchObject([{ ods: 'A99001' }]);
  });

  it('lies in the board that there was on the date of the post', () => {
    know(practice('A99001', 'Larkfield Surgery', { parent: 'QMM' }), practice('A99002', 'Elmhurst Surgery', { parent: 'T6Y0W' }));
    expect(gazetteer.directory.ancestorsOf('A99001', Date.UTC(2026, 1, 1))).toEqual(['QMM', 'Y61']);
    expect(gazetteer.directory.ancestorsOf('A99001', AT_MS)).toEqual(['T6Y0W', 'Y61']);
    expect(gazetteer.directory.ancestorsOf('A99002', Date.UTC(2026, 1, 1))).toEqual(['Y61']);
  });

  it('counts only on dates when it was open', () => {
    know(practice('A99001', 'Larkfield Surgery', { from: '2020-01-01', to: '2026-03-31' }));
    expect(codesIn('Larkfield Surgery', { atMs: Date.UTC(2026, 2, 31, 12) })).toEqual(['A99001']);
    expect(findIn('Larkfield Surgery')).toEqual({ organisations: [], unresolved: [] });
    expect(codesIn('Larkfield Surgery', { atMs: Date.UTC(2019, 11, 31, 12) })).toEqual([]);
  });
});

describe('a name that several practices bear', () => {
  const two = (name: string) =>
    know(
      practice('A99001', name, { near: ['otley', 'ls21', 'postcode ls'] }),
      practice('A99002', name, { near: ['horsham', 'rh12', 'postcode rh'], parent: 'S9B9J' }),
    );

  it('stays unresolved with all of them', () => {
    two('Larkfield Surgery');
    expect(findIn('Larkfield Surgery never answers')).toMatchObject({
      organisations: [],
      unresolved: [{ text: 'Larkfield Surgery', candidates: ['A99001', 'A99002'] }],
    });
  });

  it.each([
    ['a town', 'Larkfield Surgery in Horsham never answers', {}],
    ['a redacted postcode', 'Larkfield Surgery, [postcode RH], never answers', {}],
    ['the district of a postcode', 'Larkfield Surgery RH12', {}],
    ['its board', 'Surrey and Sussex ICB should look at Larkfield Surgery', {}],
    ['the place field', 'Larkfield Surgery never answers', { statedPlace: 'Horsham' }],
  ])('is told by %s', (_, text, about) => {
    two('Larkfield Surgery');
    expect(codesIn(text, about)).toContain('A99002');
    expect(findIn(text, about).unresolved).toEqual([]);
  });

  it('is told by the date, if only one was open then', () => {
    know(practice('A99001', 'Larkfield Surgery', { to: '2025-06-30' }), practice('A99002', 'Larkfield Surgery'));
    expect(codesIn('Larkfield Surgery')).toEqual(['A99002']);
    expect(findIn('Larkfield Surgery', { atMs: Date.UTC(2025, 0, 1) }).unresolved).toHaveLength(1);
  });

  it('asks about at most 20', () => {
    know(...Array.from({ length: 60 }, (_, n) => practice(`A990${n + 10}`, 'The Surgery')));
    expect(findIn('The Surgery is closed on Mondays').unresolved[0]!.candidates).toHaveLength(20);
  });
});

describe('a name that any practice may bear', () => {
  it.each(['The Surgery', 'Park Surgery', 'Church Street Medical Centre', 'The Health Centre'])(
    '"%s" never resolves alone, even where one extract holds it once',
    (name) => {
      know(practice('A99001', name, { near: ['otley'] }));
      const { organisations, unresolved } = findIn(`${name} never answers`);
      expect(organisations).toEqual([]);
      expect(unresolved).toMatchObject([{ candidates: ['A99001'] }]);
      expect(codesIn(`${name} in Otley never answers`)).toEqual(['A99001']);
    },
  );

  it('is no name where it is written as an ordinary word', () => {
    know(practice('A99001', 'The Surgery', { near: ['otley'] }));
    expect(findIn('the surgery in Otley never answers')).toEqual({ organisations: [], unresolved: [] });
  });

  it('is not told by a town that is a word as well', () => {
    know(practice('A99001', 'Park Surgery', { near: ['in reading'] }));
    expect(codesIn('Sat reading in Park Surgery for an hour')).toEqual([]);
    expect(codesIn('Park Surgery in Reading')).toEqual(['A99001']);
  });
});

describe('a site of an extract', () => {
  it('counts for its trust and is named beside it', () => {
    know(site('RR8Z1', 'Larkfield Community Hospital', 'RR8'));
    expect(findIn('Larkfield Community Hospital was spotless').organisations).toEqual([
      { ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', basis: 'alias', site: 'RR8Z1', start: 0, end: 28 },
    ]);
    expect(gazetteer.directory.get('RR8Z1')).toBeUndefined();
  });

  it('is told where the program knows the name as one of the trust’s, which never changes trusts', () => {
    know(site('RR8Z1', 'Leeds General Infirmary', 'RR8'), site('RTHZ1', 'Seacroft Hospital', 'RTH'));
    expect(findIn('Leeds General Infirmary').organisations).toMatchObject([{ ods: 'RR8', site: 'RR8Z1' }]);
    expect(findIn('Seacroft Hospital').organisations).toMatchObject([{ ods: 'RR8' }]);
    expect(findIn('Seacroft Hospital').organisations[0]).not.toHaveProperty('site');
  });

  it('is left open where a trust has two of the name', () => {
    know(site('RR8Z1', 'Larkfield Birth Centre', 'RR8'), site('RR8Z2', 'Larkfield Birth Centre', 'RR8'));
    const [found] = findIn('Larkfield Birth Centre').organisations;
    expect(found).toMatchObject({ ods: 'RR8' });
    expect(found).not.toHaveProperty('site');
  });
});

describe('an alias', () => {
  it('means its organisation from then on, and no more once it is gone', () => {
    expect(codesIn('the Brook did my bloods')).toEqual([]);
    call(alias('the Brook', 'RR8'));
    expect(findIn('the Brook did my bloods').organisations).toMatchObject([{ ods: 'RR8', basis: 'alias', start: 0, end: 9 }]);
    call();
    expect(codesIn('the Brook did my bloods')).toEqual([]);
  });

  it('of a shared name counts where nothing speaks for another that bears it', () => {
    call(alias('the General', 'RNQ'));
    expect(codesIn('the General was heaving tonight')).toEqual(['RNQ']);
    expect(codesIn('the General in Kettering was heaving')).toEqual(['RNQ']);
    expect(codesIn('the General in Northampton was heaving')).toEqual(['RNS']);
    expect(findIn('the General, be it Sheffield or Leicester').unresolved).toHaveLength(1);
    expect(codesIn('the general public')).toEqual([]);
  });

  it('needs its capitals, if it is one of those', () => {
    call(alias('BRH', 'RR8'));
    expect(codesIn('BRH again')).toEqual(['RR8']);
    expect(codesIn('brh again')).toEqual([]);
  });

  it('with "#" is a hashtag only', () => {
    call(alias('#SaveOurWard', 'RR8'));
    expect(codesIn('No closures #SaveOurWard')).toEqual(['RR8']);
    expect(codesIn('please saveourward')).toEqual([]);
  });

  it('of a site counts for its trust', () => {
    gazetteer.use({ aliases: [alias('the Larky', 'RR8Z1')], records: [site('RR8Z1', 'Larkfield Hospital', 'RR8')] });
    expect(findIn('the Larky is great').organisations).toMatchObject([{ ods: 'RR8', site: 'RR8Z1' }]);
  });
});
