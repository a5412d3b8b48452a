import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_ADDED } from '#core/organisations/additions.ts';
import { loadGazetteer } from './gazetteer.ts';
import { loadRedactor } from './redactor.ts';

const redact = loadRedactor();

describe("people's names", () => {
  it.each([
    ['Dr Patel was brilliant', 'Dr [person] was brilliant'],
    ['Nurse Sarah sat with me', 'Nurse [person] sat with me'],
    ['my son Kieran waited nine hours', 'my son [person] waited nine hours'],
    ["Sarah's letter went to Mohammed Iqbal", "[person]'s letter went to [person]"],
    ['thank you debbie and dr singh', 'thank you [person] and dr [person]'],
    ["Mr O'Brien and Mrs Smith-Jones", 'Mr [person] and Mrs [person]'],
    ['J. R. Hartley, aged 72', '[person], aged 72'],
    ['Adaeze Okonkwo, Agnieszka Kowalska and Siân Llewellyn', '[person], [person] and [person]'],
    ['MY DAUGHTER CHLOE IS ILL', 'MY DAUGHTER [person] IS ILL'],
    ['Dr James Cook and nurse Preston were kind', 'Dr [person] and nurse [person] were kind'],
    ['my son James Cook was at James Cook', 'my son [person] was at James Cook'],
  ])('%s', (text, expected) => expect(redact(text).text).toBe(expected));

  it.each([
    "Thank you St Thomas', the Royal Marsden and all at James Paget",
    'Moved to Nightingale ward on Monday',
    "Parkinson's, Crohn's and Alzheimer's",
    'They gave me Sertraline from Boots in Leeds',
    'Wes Streeting and Keir Starmer must fix this',
    'I hope they will ring. May I ask who? Mark my words',
    'Merry Christmas to all NHS staff',
    'Waited nine hours in A&E at Queen Elizabeth Hospital Birmingham',
  ])('%s: nothing', (text) => expect(redact(text).text).toBe(text));

  it('come last: a name within an address or an account is part of that', () => {
    expect(redact('mary.jones@example.org or @SarahJones').spans.map(({ type }) => type)).toEqual(['EMAIL', 'HANDLE']);
  });

  it('that a team added as an alias or imported as a practice stay; whoever bears them does not', () => {
    const texts = ['Thank you Harriet Tubman House', 'Dr Ashok Gupta at the Ashok Gupta Surgery was kind'];
    const before = texts.map((text) => redact(text).text);
    loadGazetteer().use({
      aliases: [{ text: 'Harriet Tubman House', ods: 'RR8', addedAt: '2026-11-16T09:00:00.000Z' }],
      records: [{ kind: 'practice', code: 'A99001', name: 'ASHOK GUPTA SURGERY', parent: 'QWO', near: [] }],
    });
    const after = texts.map((text) => redact(text).text);
    loadGazetteer().use(NOTHING_ADDED);
    expect(before).toEqual(['Thank you [person] House', 'Dr [person] at the [person] Surgery was kind']);
    expect(after).toEqual(['Thank you Harriet Tubman House', 'Dr [person] at the Ashok Gupta Surgery was kind']);
  });

  it('of people who took office after a text are names like others', () => {
    expect(redact('I told Wes Streeting', '2020-01-01').text).toBe('I told [person]');
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      'Dr',
      'Sarah',
      'Patel',
      'mum',
      'Royal Free',
      'Kieran’s',
      '[person]',
      '07700 900123',
      'J.',
      '-',
      ',',
      '. ',
      '\n',
      'ward',
      'Keir Starmer',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
  { maxLength: 14 },
);

it('redacting a redacted text changes nothing, and spans cut out what was taken', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(' ');
      const once = redact(text);
      expect(redact(once.text).text).toBe(once.text);
      let [rebuilt, from] = ['', 0];
      for (const { start, end } of once.spans) {
        expect(start).toBeGreaterThanOrEqual(from);
        rebuilt += text.slice(from, start);
        from = end;
      }
      expect(rebuilt.length + text.length - from).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 400 },
  );
});

it.each(['Sarah ', "O'Brien-", 'J. ', 'Dr Dr ', 'A', 'é', '👩‍⚕️', "'s", '[person] '])(
  'takes time that grows with the length alone for a text of "%s" again and again',
  (piece) => {
    const timeOf = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const startedMs = performance.now();
      redact(text);
      return performance.now() - startedMs;
    };
    timeOf(20_000);
    const [short, long] = [Math.min(timeOf(20_000), timeOf(20_000)), Math.min(timeOf(160_000), timeOf(160_000))];
    expect(long).toBeLessThan(40 * Math.max(short, 5));
  },
);
