import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOffsetMap } from '../offset-map.ts';
import { bestOfMs } from '../test-support/best-of.ts';
import { createDetectors } from './detectors/index.ts';
import { digitGroups } from './boundaries.ts';
import { foldText } from './fold.ts';
import { createRedactor } from './redactor.ts';
import { readTraits } from './traits.ts';
import { REDACTION_TYPES } from './types.ts';

const redact = createRedactor({ publicHandles: ['@NHSEngland', 'leedshospitals'] });

function redacted(text: string): string {
  return redact(text).text;
}

describe.each<[string, [input: string, output: string][]]>([
  [
    'web addresses keep their host',
    [
      ['see https://www.example.co.uk/patients?id=7.', 'see [url www.example.co.uk]'.concat('.')],
      ['(http://example.org/a_(b))', '([url example.org])'],
      ['http://jane:pw@example.org:8080/a#b', '[url example.org]'],
      ['bit.ly/3xYz and nhs.uk', '[url bit.ly] and [url nhs.uk]'],
      ['http://192.168.1.1/x', '[url]'],
      ['https://alice.wordpress.com/post', '[url wordpress.com]'],
      ['wa.me/447700900123', '[url wa.me]'],
      ['http://example.org/[email]', '[url example.org][email]'],
      ['was good.The nurse said so.it was, and/or e.g.this', 'was good.The nurse said so.it was, and/or e.g.this'],
    ],
  ],
  [
    'e-mail addresses, spoken forms too',
    [
      ['mailto:jane.doe+nhs@example.com!', 'mailto:[email]!'],
      ['"jane doe"@example.org', '[email]'],
      ['jane at example dot com', '[email]'],
      ['jane.doe (at) example [dot] org', '[email]'],
      ['jane[at]gmail.com', '[email]'],
      ['write to janey at hotmail.co.uk', 'write to [email]'],
      ['find us at example dot com', 'find us at example dot com'],
      ['I was at home. It hurt', 'I was at home. It hurt'],
    ],
  ],
  [
    'handles, those of public bodies excepted',
    [
      ['thanks @jane_doe and @NHSEngland', 'thanks [handle] and @NHSEngland'],
      ['@jane@mastodon.example.org @joe.bsky.social joe.bsky.social', '[handle] [handle] [handle]'],
      ['u/some_one and /u/other-one', '[handle] and [handle]'],
      ['waiting @A&E since @8am', 'waiting @A&E since @8am'],
      ['@jane.Great care', '[handle].Great care'],
    ],
  ],
  [
    'NHS numbers',
    [
      ['943 476 5919, 943-476-5919, 9434765919', '[nhs_number], [nhs_number], [nhs_number]'],
      ['943 476 5918', '943 476 5918'],
      ['NHS number: 943 476 5918', 'NHS number: [nhs_number]'],
      ['1111111111', '1111111111'],
      ['X9434765919', 'X9434765919'],
    ],
  ],
  [
    'National Insurance numbers',
    [
      ['AB123456C ab 12 34 56 d AB-12-34-56-A', '[nino] [nino] [nino]'],
      ['BG123456A, AB123456E', 'BG123456A, AB123456E'],
    ],
  ],
  [
    'telephone numbers',
    [
      ['020 7946 0123, (020) 7946 0123, 07700900123', '[phone], [phone], [phone]'],
      ['+44 (0)20 7946 0123 or 0044 7700 900123', '[phone] or [phone]'],
      ['01632 960 001 ext 12', '[phone]'],
      ['07700 900123/07700 900124', '[phone]/[phone]'],
      ['+49 30 1234567 2 days', '[phone] 2 days'],
      ['(212) 555-0123 and 212.555.0123', '[phone] and [phone]'],
      ['999, 111 or 116 123', '999, 111 or 116 123'],
      ['open 0800-1800 on 01-02-2024 10:30, 01.02.2024 10.30', 'open 0800-1800 on 01-02-2024 10:30, 01.02.2024 10.30'],
      ['£1,020,794.60 in 2024/25', '£1,020,794.60 in 2024/25'],
      ['07700–900123 and ０７７００ ９００１２３', '[phone] and [phone]'],
    ],
  ],
  [
    'postcodes keep their area',
    [
      ['LS1 3EX, ls13ex, SW1A  1AA', '[postcode LS], [postcode LS], [postcode SW]'],
      ['GIR 0AA, BFPO 123, JE2 3QA', '[postcode GIR], [postcode BFPO], [postcode JE]'],
      ['ward B7 3rd floor, LS1 only, in E4 4hr wait', 'ward B7 3rd floor, LS1 only, in E4 4hr wait'],
    ],
  ],
  [
    'dates of birth, and no other date',
    [
      ['DOB 12/03/1985', 'DOB [date_of_birth]'],
      ['born at Leeds on 3rd of May 2021', 'born at Leeds on [date_of_birth]'],
      ['On 3 May 2021 my son was born', 'On [date_of_birth] my son was born'],
      ['12 March 1985 (date of birth)', '[date_of_birth] (date of birth)'],
      ['Born 12/3/85, discharged 14/3/85', 'Born [date_of_birth], discharged 14/3/85'],
      ['born in 1960 and admitted on 12/03/2024. I was', 'born in 1960 and admitted on 12/03/2024. I was'],
      ['Appointment on 12/03/2024', 'Appointment on 12/03/2024'],
    ],
  ],
  [
    'cards and accounts',
    [
      ['4111 1111 1111 1111 and 4111-1111-1111-1112', '[card] and 4111-1111-1111-1112'],
      ['3782 822463 10005', '[card]'],
      ['GB82 WEST 1234 5698 7654 32', '[iban]'],
      ['NL91ABNA0417164300', '[iban]'],
    ],
  ],
  [
    'vehicles, passports, licences',
    [
      ['reg AB51 ABC and ab51abc', 'reg [vehicle] and [vehicle]'],
      ['MAU 2B is a ward, so is A123 BCD', 'MAU 2B is a ward, so is A123 BCD'],
      ['number plate A123 BCD', 'number plate [vehicle]'],
      ['LS12 and LS12 van', 'LS12 and LS12 van'],
      ['ABC 1D', '[vehicle]'],
      ['AB1234567, passport number is 123456789, 123456789', '[passport], passport number is [passport], 123456789'],
      ['MORGA607054SM9IJ or MORGA 607054 SM9IJ 35', '[driving_licence] or [driving_licence]'],
    ],
  ],
  [
    'internet addresses',
    [
      ['10.0.0.1, fe80::1 and 10.0.0.0/8', '[ip], [ip] and [ip]'],
      ['at 12:34:56 :: news, version 1.2.3', 'at 12:34:56 :: news, version 1.2.3'],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('%j', (input, output) => {
    expect(redacted(input)).toBe(output);
  });
});

test('of two that overlap the earlier type wins', () => {
  expect(redact('https://example.org/07700900123').spans.map((span) => span.type)).toEqual(['URL']);
});

const fragments = fc.constantFrom(
  '020 7946 0123',
  '07700900123',
  '0',
  '7',
  '4111 1111 1111 1111',
  'GB82 WEST 1234 5698 7654 32',
  'LS1 3EX',
  '943 476 5919',
  'AB12',
  'AB1234567',
  '@jane',
  '@',
  'u/',
  'jane',
  '.com',
  '.',
  'at',
  'dot',
  '(at)',
  'https://',
  'www.',
  '/',
  ':',
  '::',
  '1',
  '10.0.0.1',
  '[',
  ']',
  '[url ',
  '[phone]',
  'born',
  'DOB',
  '12/03/1985',
  'passport',
  'reg',
  'NHS number',
  'A123 BCD',
  ' ',
  ' ',
  ' ',
  '\n',
  '-',
  '+44',
  '(',
  ')',
  'ø',
  '😀',
  '０',
  '"',
  ',',
);
const texts = fc.oneof(
  fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

test('redacting a redacted text changes nothing', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = redacted(text);
      return redacted(once) === once;
    }),
    { numRuns: 20_000 },
  );
});

test('spans are sorted, apart, within the input, and everything between them is kept', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const result = redact(text);
      let at = 0;
      let rest = result.text;
      for (const span of result.spans) {
        const kept = text.slice(at, span.start);
        if (span.start < at || span.end <= span.start || span.end > text.length || !rest.startsWith(kept)) return false;
        rest = rest.slice(kept.length).replace(/^\[[^\]]+\]/, '');
        at = span.end;
      }
      return rest === text.slice(at);
    }),
    { numRuns: 5_000 },
  );
});

test('offsets of the redacted text lead back to the input', () => {
  const input = 'Call 07700 900123 about the General at LS1 3EX.';
  const { text, edits } = redact(input);
  const back = createOffsetMap(edits);
  const start = text.indexOf('the General');
  expect(input.slice(back(start), back(start + 11, 'end'))).toBe('the General');
  const placeholder = text.indexOf('[phone]');
  expect(input.slice(back(placeholder), back(placeholder + 7, 'end'))).toBe('07700 900123');
});

const HOSTILE = [
  'a',
  'a.',
  'a@',
  '0',
  '1',
  '1 ',
  '0 ',
  ' ',
  '@',
  '.',
  '-',
  'a ',
  '@a ',
  '@ab ',
  'a-',
  'a:',
  ':',
  '::',
  '::1 ',
  '5:5:',
  '1.',
  '1.1.1.1 ',
  '\n',
  '"',
  'a at ',
  'a at b dot uk ',
  'dot ',
  '(at)',
  'jane at gmail.com ',
  '"@a.b ',
  '+',
  '+1',
  '+44 ',
  '+4479460123 7 ',
  '00',
  '00 1',
  '01234 ',
  '0 7 ',
  '(',
  'AB12',
  'AB 12 ',
  'GB82',
  'GB82 ',
  '4111 ',
  '4111-',
  'http://',
  'http://a.b/(',
  'www.',
  '[',
  '[url ',
  '[url a.b',
  '[phone]',
  'born 1/2/',
  'u/',
  'dob ',
  'dob 1/2/2000 ',
  '1/2/2000 ',
  'passport ',
  'nhs no ',
  'reg ',
  'LS1 ',
  'LS1 1',
  'ø',
  '０',
  '😀',
  '\ud800',
  'x'.repeat(64),
  'a.b@',
  ')',
  ').',
  ']',
];

/** Openings after which a pattern is at its slowest. */
const OPENINGS = ['', 'http://a.b/', 'jane at ', 'born ', 'passport ', '+', '[url ', '"'];

test.each(OPENINGS)('every detector takes at most 50 ms for 100 kB of anything after %j', (opening) => {
  const detectors = createDetectors({ isPublicHandle: () => false });
  for (const unit of HOSTILE) {
    const text = foldText(opening + unit.repeat(100_000 / unit.length));
    const subject = { text, traits: readTraits(text), groups: digitGroups(text) };
    for (const detector of detectors) {
      const once = bestOfMs(() => detector.find(subject), 1);
      const took = once < 50 ? once : bestOfMs(() => detector.find(subject));
      expect(took, JSON.stringify([detector.type, unit])).toBeLessThan(50);
    }
  }
});

test.each(HOSTILE)('the whole of it is linear on 100 kB of %j', (unit) => {
  const small = unit.repeat(25_000 / unit.length);
  const large = unit.repeat(100_000 / unit.length);
  expect(bestOfMs(() => redact(large), 2)).toBeLessThan(Math.max(150, 12 * bestOfMs(() => redact(small), 2)));
});

test('every detector of the folder is in the list', async () => {
  const folder = new URL('detectors/', import.meta.url);
  const listed = createDetectors({ isPublicHandle: () => false });
  const files = readdirSync(folder).filter((name) => name !== 'index.ts' && name !== 'handle.ts');
  for (const name of files) {
    const module = (await import(new URL(name, folder).href)) as Record<string, unknown>;
    const exported = Object.values(module).filter((value) => typeof value === 'object');
    expect(exported.length, name).toBeGreaterThan(0);
    for (const detector of exported) expect(listed, name).toContain(detector);
  }
});

test('every type but names has a detector', () => {
  const types = new Set(createDetectors({ isPublicHandle: () => false }).map((detector) => detector.type));
  expect(REDACTION_TYPES.filter((type) => !types.has(type))).toEqual(['PERSON']);
});
