import { expect, it } from 'vitest';
import type { Additions, OdsRecord } from './additions.ts';
import { checkAlias } from './check-alias.ts';
import { createDirectory } from './directory.ts';

const practice: OdsRecord = { kind: 'practice', code: 'A99001', name: 'Larkfield Surgery', parent: 'QWO', near: [] };
const additions: Additions = {
  aliases: [{ text: 'The Brook', ods: 'RR8', addedAt: '2026-11-16T09:00:00.000Z' }],
  records: [practice, { kind: 'site', code: 'RR8Z1', name: 'Larkfield Hospital', parent: 'RR8', near: [] }],
};
const check = (text: string, ods: string) => checkAlias(text, ods, createDirectory([practice]), additions);

it.each([
  ['the Larky', 'RR8', 'the larky', false],
  ['the Larky', 'A99001', 'the larky', false],
  ['the Larky', 'RR8Z1', 'the larky', false],
  ['the General', 'RNQ', 'the general', true],
  ['The Brook', 'RR8', 'the brook', false],
  ['LGI', 'RR8', 'lgi', false],
  ['#SaveOurWard', 'RR8', '#saveourward', false],
])('"%s" may be %s', (text, ods, key, isShared) => {
  expect(check(text, ods)).toMatchObject({ key, isShared });
});

it.each([
  ['LGI', 'RTH', /"LGI" is a name of Leeds Teaching Hospitals NHS Trust \(RR8\)/],
  ['the brook', 'RTH', /is a name of Leeds Teaching .* "organisations alias remove"/],
  ['Larkfield Surgery', 'RR8', /is a name of Larkfield Surgery \(A99001\)/],
  ['Larkfield Hospital', 'RTH', /is a name of Leeds/],
  ['the Larky', 'XX9', /no organisation with the ODS code XX9: "organisations list --search"/],
  ['the hospital', 'RR8', /may be any organisation's/],
  ['@LeedsHospitals', 'RR8', /Accounts are redacted/],
  ['!!', 'RR8', /1 to 12 words/],
])('"%s" may not be %s', (text, ods, problem) => {
  expect(check(text, ods)).toEqual({ problem: expect.stringMatching(problem) });
});
