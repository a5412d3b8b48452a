import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../language/tokens.ts';
import { AMBIGUOUS_NAMES } from './ambiguous-names.ts';
import { createDirectory } from './directory.ts';
import { createOrganisationFinder } from './find-organisations.ts';
import { FORMER_NAMES } from './former-names.ts';
import { HANDLES } from './handles.ts';
import { SITES } from './sites.ts';

const AT_MS = Date.UTC(2026, 9, 1);
const directory = createDirectory();
const find = createOrganisationFinder(directory);

function findIn(text: string, place?: string, atMs = AT_MS) {
  return find(text, tokenise(text), { statedPlace: place, atMs });
}

/** "CODE:the words" of each organisation. */
function codesIn(text: string, place?: string, atMs = AT_MS): string[] {
  return findIn(text, place, atMs).organisations.map(({ ods, start, end }) => `${ods}:${text.slice(start, end)}`);
}

describe('names', () => {
  test.each([
    ['Thank you Leeds Teaching Hospitals NHS Trust', 'RR8:Leeds Teaching Hospitals NHS Trust'],
    ['leeds teaching hospitals were great', 'RR8:leeds teaching hospitals'],
    ["King’s College Hospital's A&E is full", 'RJZ:King’s College Hospital'],
    ['addenbrookes saved my dad', 'RGT:addenbrookes'],
    ['The Royal Free’s maternity unit', 'RAL:Royal Free'],
    ['The Royal Marsden again today', 'RPY:Royal Marsden'],
    ['uclh clinic running late', 'RRV:uclh'],
    ['Uclh clinic running late', 'RRV:Uclh'],
    ['SaTH ward again', 'RXW:SaTH'],
    ["NWAS's crews were kind", 'RX7:NWAS'],
    ['adenbrookes saved my dad', 'RGT:adenbrookes'],
    ["St. James's Hospital, Leeds", "RR8:St. James's Hospital, Leeds"],
    ["St Mary's. Manchester it was", "R0A:St Mary's"],
    ['Norfolk & Norwich Hospital parking', 'RM1:Norfolk & Norwich Hospital'],
    ['#RoyalFree nurses', 'RAL:RoyalFree'],
    ['@LeedsHospitals thank you', 'RR8:@LeedsHospitals'],
    ['LEEDS TEACHING HOSPITALS NHS TRUST was great', 'RR8:LEEDS TEACHING HOSPITALS NHS TRUST'],
    [
      'the Queen Elizabeth Hospital, King’s Lynn, NHS Foundation Trust',
      'RCX:the Queen Elizabeth Hospital, King’s Lynn, NHS Foundation Trust',
    ],
    ['West Yorkshire ICB closed it', 'QWO:West Yorkshire ICB'],
    ['GOSH saved her', 'RP4:GOSH'],
    ['George Eliot, ward 3, kind nurses', 'RLT:George Eliot'],
    ['James Paget Hospital', 'RGP:James Paget Hospital'],
    ['University Hospitals Bristol and Weston lost my referral', 'RA7:University Hospitals Bristol and Weston'],
  ])('%s', (text, expected) => expect(codesIn(text)).toEqual([expected]));

  test.each([
    'the general public should know',
    'waiting for the general election',
    'the royal family visited a hospital',
    'a general hospital or a city hospital, it makes no difference',
    'James Cook University in Queensland',
    'reading George Eliot on the train',
    'Royal Cornwall Show was packed',
    "Liverpool Women's win 3-0",
    'oh my GOSH the nurses',
    'gosh that was quick, thank you doctor',
    'New York Hospital bills',
    'Royal Victoria Hospital in Belfast',
    'Queen Elizabeth University Hospital Glasgow',
    'Royal Infirmary of Edinburgh',
    'Bart Simpson',
    'NWAs lyrics and NWA’s patients',
    'the WMAs treatment',
    'Manchester University, Jersey and St Helier in one week',
  ])('%s: nothing', (text) => expect(findIn(text)).toEqual({ organisations: [], unresolved: [] }));
});

describe('a name that several share', () => {
  test('stays unresolved, with what it may mean', () => {
    const { organisations, unresolved } = findIn("Nine hours in St Mary's Hospital with my mum");
    expect(organisations).toEqual([]);
    expect(unresolved).toEqual([{ text: "St Mary's Hospital", start: 14, end: 32, candidates: expect.arrayContaining(['RYJ', 'R0A']) }]);
    expect(findIn('the General is awful').unresolved).toMatchObject([{ text: 'the General' }]);
  });

  test.each([
    ["St Mary's in Paddington", undefined, "RYJ:St Mary's"],
    ['Queen Elizabeth Hospital in Birmingham', undefined, 'RRK:Queen Elizabeth Hospital'],
    ['QE in Gateshead', undefined, 'RR7:QE'],
    ['the BRI', 'Bradford', 'RAE:the BRI'],
    ['city hospital birmingham', undefined, 'RXK:city hospital'],
  ])('%s (%s) is told by a town', (text, place, expected) => expect(codesIn(text, place)).toEqual([expected]));

  test('is told by another place of the same trust', () => {
    expect(codesIn("Sent from St Mary's to Charing Cross Hospital")).toEqual(["RYJ:St Mary's", 'RYJ:Charing Cross Hospital']);
  });

  test('is told by no town when two candidates have one', () => {
    expect(codesIn("St Mary's, whether in Manchester or in Paddington, hospital food is the same")).toEqual([]);
  });

  test('never supports itself', () => {
    expect(codesIn('Royal Victoria ward 7')).toEqual([]);
  });
});

test('an integrated care board that was merged gives its successor on the date of the post, and none where it has several', () => {
  const text = 'Norfolk and Waveney ICB';
  expect(codesIn(text, undefined, Date.UTC(2026, 2, 31, 12))).toEqual([`QMM:${text}`]);
  expect(codesIn(text, undefined, Date.UTC(2026, 3, 1, 12))).toEqual([`T6Y0W:${text}`]);
  expect(findIn('Suffolk and North East Essex ICB')).toMatchObject({ organisations: [], unresolved: [{ candidates: ['D7T5G', 'T6Y0W'] }] });
});

describe('the geography on a date', () => {
  test('gives a trust’s ICB and region then', () => {
    expect(directory.ancestorsOf('RR8', AT_MS)).toEqual(['QWO', 'Y63']);
    expect(directory.ancestorsOf('RAL', AT_MS)).toEqual(['Z9B2Z', 'Y56']);
    expect(directory.ancestorsOf('QWO', AT_MS)).toEqual(['Y63']);
    expect(directory.ancestorsOf('nowhere', AT_MS)).toEqual([]);
  });

  test('leaves out an ICB that can’t be told rather than guess', () => {
    expect(directory.ancestorsOf('RAL', Date.UTC(2026, 0, 1))).toEqual(['Y56']);
  });

  test('finds organisations by the words of their names', () => {
    expect(directory.search('leeds teach', 5).map(({ ods }) => ods)).toEqual(['RR8']);
    expect(directory.search('rr8', 1).map(({ ods }) => ods)).toEqual(['RR8']);
    expect(directory.search('!!', 5)).toEqual([]);
  });
});

test('a place that is no name on its own tells a shared name apart', () => {
  expect(codesIn('Nine hours at the QE', 'QE Gateshead')).toEqual(['RR7:QE']);
  expect(codesIn('Heartlands Hospital sent us to the QE')).toEqual(['RRK:Heartlands Hospital', 'RRK:QE']);
});

test('the place that a post states counts when its text names none', () => {
  expect(findIn('Lovely nurses', 'Royal Free Hospital, London').organisations).toMatchObject([
    { ods: 'RAL', basis: 'author-stated', start: 0, end: 0 },
  ]);
  expect(codesIn('Lovely nurses at Alder Hey Hospital', 'Royal Free Hospital')).toEqual(['RBS:Alder Hey']);
});

describe('what a source is about', () => {
  const inSource = (text: string, organisation: string, more = {}) => find(text, tokenise(text), { atMs: AT_MS, organisation, ...more });

  test('counts where neither the text nor its place field names one, without offsets', () => {
    expect(inSource('Kind nurses', 'RHQ').organisations).toEqual([
      { ods: 'RHQ', name: 'Sheffield Teaching Hospitals NHS Foundation Trust', basis: 'source', start: 0, end: 0 },
    ]);
    expect(inSource('Moved here from Alder Hey', 'RHQ').organisations).toMatchObject([{ ods: 'RBS', basis: 'alias' }]);
    expect(inSource('Kind nurses', 'RHQ', { statedPlace: 'Royal Free Hospital' }).organisations).toMatchObject([
      { ods: 'RAL', basis: 'author-stated' },
    ]);
  });

  test('tells a shared name apart', () => {
    expect(inSource('the General was clean', 'RHQ')).toMatchObject({ organisations: [{ ods: 'RHQ', start: 0, end: 11 }], unresolved: [] });
    expect(inSource('the Infirmary was clean', 'RHQ')).toMatchObject({ organisations: [{ ods: 'RHQ', basis: 'source' }] });
  });

  test('is no organisation that there is none of, and of a merged board its successor', () => {
    expect(inSource('Kind nurses', 'XXX').organisations).toEqual([]);
    expect(inSource('Kind nurses', 'QMM').organisations).toMatchObject([{ ods: 'T6Y0W', basis: 'source' }]);
    expect(inSource('Kind nurses', 'QJG').organisations).toEqual([]);
  });
});

test('an account is one mention, whatever words are in it', () => {
  expect(codesIn('@RoyalFreeNHS thank you')).toEqual(['RAL:@RoyalFreeNHS']);
});

test('every code that a name or an account stands for is in the directory', () => {
  const codes = [
    ...Object.keys({ ...SITES, ...FORMER_NAMES }),
    ...Object.values(HANDLES).filter(Boolean),
    ...Object.values(AMBIGUOUS_NAMES).flatMap(Object.keys),
  ];
  expect(codes.filter((code) => !directory.get(code))).toEqual([]);
});

test('no name is given to two trusts', () => {
  const owners = new Map<string, Set<string>>();
  for (const [code, names] of Object.entries(SITES)) {
    for (const name of names) {
      const key = tokenise(name)
        .map(({ word }) => word)
        .join(' ');
      owners.set(key, (owners.get(key) ?? new Set()).add(code));
    }
  }
  expect([...owners].filter(([, codes]) => codes.size > 1)).toEqual([]);
});

const names = Object.values(SITES).flat();
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(...names, ...Object.keys(AMBIGUOUS_NAMES), ' in ', 'Leeds', '@', '#', '’s', '&', '  '),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
  { maxLength: 12 },
);

test('offsets always cut the mention out of the text, in order and without overlaps', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(' ');
      const { organisations, unresolved } = findIn(text);
      for (const mention of unresolved) expect(mention.text).toBe(text.slice(mention.start, mention.end));
      const spans = [...organisations, ...unresolved].sort((left, right) => left.start - right.start);
      spans.forEach(({ start, end }, index) => {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(index > 0 ? spans[index - 1]!.end : 0);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    }),
  );
});
