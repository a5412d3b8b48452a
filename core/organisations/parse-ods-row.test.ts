import { describe, expect, it } from 'vitest';
import { createDirectory } from './directory.ts';
import { createOdsRowParser } from './parse-ods-row.ts';
import { odsRow } from './test-support/ods-rows.ts';

const parse = createOdsRowParser(createDirectory(), Date.UTC(2026, 10, 16));
const practice = { code: 'A99001', name: 'THE LARKFIELD SURGERY', board: 'QWO', setting: '4' };
const site = { code: 'RR8Z1', name: 'INVENTED COMMUNITY HOSPITAL', parent: 'RR8' };

describe('a row of an extract', () => {
  it('is a practice with its board, in ordinary case, and what tells it from others of its name', () => {
    const address = ['LARKFIELD HOUSE', '12 MILL LANE', 'OTLEY', 'WEST YORKSHIRE'];
    expect(parse(odsRow({ ...practice, address, postcode: 'LS21 1AA' }))).toEqual({
      record: {
        kind: 'practice',
        code: 'A99001',
        name: 'The Larkfield Surgery',
        parent: 'QWO',
        near: ['otley', 'ls21', 'postcode ls'],
        from: '1974-04-01',
      },
    });
  });

  it('is a practice by its role as well, in a board that stands in another column', () => {
    const row = odsRow({ ...practice, setting: 'RO177|RO76', board: '', parent: 'QWO' });
    expect(parse(row)).toMatchObject({ record: { kind: 'practice', parent: 'QWO' } });
    expect(parse(odsRow({ ...practice, setting: 'RO177|RO80' }))).toEqual({ skip: 'not a GP practice' });
  });

  it('is a site with its trust, closed on a date', () => {
    expect(parse(odsRow({ ...site, close: '20250331' }))).toMatchObject({
      record: { kind: 'site', parent: 'RR8', from: '1974-04-01', to: '2025-03-31' },
    });
  });

  it.each([
    [['14 HIGH STREET', 'LEEDS'], 'LS1 4AP', ['leeds', 'ls1', 'postcode ls']],
    [['THE HEALTH CENTRE', 'CHURCH ROAD', 'BATH'], 'BA1 1AA', ['in bath', 'ba1', 'postcode ba']],
    [['UNIT 4', 'PARK WAY', '', 'STOKE ON TRENT', 'STAFFORDSHIRE'], '', ['stoke on trent']],
    [['', '', 'THORNABY', 'STOCKTON-ON-TEES', ''], '', ['thornaby', 'stockton on tees']],
    [['', '', '', '', 'HARROGATE'], '', ['harrogate']],
    [['', '', ''], 'M1 1AE', ['m1', 'postcode m']],
  ])('lies in the town of %j', (address, postcode, near) => {
    expect(parse(odsRow({ ...practice, address, postcode }))).toMatchObject({ record: { near } });
  });

  it.each([
    [{ ...practice, close: '20190331' }, 'closed over five years ago'],
    [{ ...practice, setting: '9' }, 'not a GP practice'],
    [{ ...practice, board: '7A1' }, 'in no integrated care board that is known'],
    [{ ...site, parent: 'XX1' }, 'of no trust that is known'],
    [{ ...site, parent: 'QWO' }, 'of no trust that is known'],
    [{ ...practice, name: 'DR A N OTHER & PARTNERS' }, 'not the name of a place'],
    [{ ...site, name: 'TRUST HQ' }, 'not the name of a place'],
  ])('%j is left out: %s', (parts, skip) => expect(parse(odsRow(parts))).toEqual({ skip }));

  it.each([
    [odsRow(practice).slice(0, 12), 'has 12 columns where an ODS extract has 27'],
    [odsRow({ ...practice, code: 'Organisation Code' }), 'has no organisation code in column 1'],
    [odsRow({ ...practice, name: ' ' }), 'has no name in column 2'],
    [odsRow({ ...practice, open: '1974-04-01' }), 'has an open date in column 11 that is not yyyymmdd'],
    [odsRow({ ...practice, close: '20261332' }), 'has a close date in column 12 that is not yyyymmdd'],
  ])('is no row of an extract: it %2$s', (row, problem) => expect(parse(row)).toEqual({ problem }));
});
