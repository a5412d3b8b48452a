import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectDateFormat, parseDate, type DateFormat } from './date-format.ts';

test.each<[string[], DateFormat | undefined, boolean?]>([
  [['25/12/2026', '01/02/2026'], 'dmy', false],
  [['12/25/2026', '01/02/2026'], 'mdy', false],
  [['01/02/2026', '03/04/2026'], 'dmy', true],
  [['2026-11-16', '2026-11-16T10:00:00Z', '2026-11-16 10:00:00.0'], 'iso', false],
  [['16-Nov-2026 09:15AM', '3rd March 2026'], 'named', false],
  [['Mon, 16 Nov 2026 09:00:00 +0000'], 'named', false],
  [['1794819600', '1794819601'], 'epoch-seconds', false],
  [['1794819600000'], 'epoch-milliseconds', false],
  [['hello', 'there'], undefined],
  [['1', '2'], undefined],
  [[], undefined],
])('a column of %j is %s', (values, format, isAssumed) => {
  expect(detectDateFormat(values)).toEqual(format && { format, isAssumed });
});

test.each<[string, DateFormat, string | undefined]>([
  ['16/11/2026', 'dmy', '2026-11-16T00:00:00.000Z'],
  ['16/07/2026', 'dmy', '2026-07-15T23:00:00.000Z'],
  ['16/07/2026 10:30', 'dmy', '2026-07-16T09:30:00.000Z'],
  ['2026-07-16T10:30:00+02:00', 'iso', '2026-07-16T08:30:00.000Z'],
  ['2026-07-16 10:30:00 BST', 'iso', '2026-07-16T09:30:00.000Z'],
  ['16.11.26', 'dmy', '2026-11-16T00:00:00.000Z'],
  ['11/16/2026 12:05 am', 'mdy', '2026-11-16T00:05:00.000Z'],
  ['46342', 'excel', '2026-11-16T00:00:00.000Z'],
  ['31/02/2026', 'dmy', undefined],
  ['16/11/2026 25:00', 'dmy', undefined],
])('%j read as %s is %s', (value, format, iso) => {
  const ms = parseDate(value, format);
  expect(ms === undefined ? undefined : new Date(ms).toISOString()).toBe(iso);
});

test('any day written day first reads back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (date) => {
      const [year, month, day] = date.toISOString().slice(0, 10).split('-');
      const ms = parseDate(`${day}/${month}/${year} 12:00`, 'dmy')!;
      return new Date(ms).toISOString().slice(0, 10) === `${year}-${month}-${day}`;
    }),
  );
});
