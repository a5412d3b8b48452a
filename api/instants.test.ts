import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { londonDate } from '#core/calendar.ts';
import { formatInstant, parseInstant } from './instants.ts';

describe('parseInstant', () => {
  it('reads instants with their zone', () => {
    expect(parseInstant('2026-11-16T09:30:00Z')).toBe(Date.UTC(2026, 10, 16, 9, 30));
    expect(parseInstant('2026-06-16T09:30+01:00')).toBe(Date.UTC(2026, 5, 16, 8, 30));
    expect(parseInstant('2026-06-16T09:30:15.250-05:00')).toBe(Date.UTC(2026, 5, 16, 14, 30, 15, 250));
  });

  it('takes a date as the start of that day in London, summer time included', () => {
    expect(parseInstant('2026-11-16')).toBe(Date.UTC(2026, 10, 16));
    expect(parseInstant('2026-07-01')).toBe(Date.UTC(2026, 5, 30, 23));
  });

  it('understands a "+" that an address turned into a space', () => {
    expect(parseInstant('2026-06-16T09:30:00 01:00')).toBe(Date.UTC(2026, 5, 16, 8, 30));
  });

  it.each(['2026-11-16T09:30:00', '2026-11-16T09:30'])('asks for the zone of %s', (text) => {
    expect(parseInstant(text)).toBe('no-zone');
  });

  it.each([
    '',
    'today',
    '16/11/2026',
    '2026-02-30',
    '2026-13-01',
    '2026-11-16T24:00:00Z',
    '2026-11-16T09:61:00Z',
    '2026-11-16T09:30:00+99:99',
    '2026-W47',
  ])('refuses "%s"', (text) => {
    expect(parseInstant(text)).toBe('not-an-instant');
  });

  it('refuses years that no comment is from', () => {
    expect(parseInstant('0001-01-01')).toBe('out-of-bounds');
    expect(parseInstant('9999-01-01T00:00:00Z')).toBe('out-of-bounds');
  });

  it('reads back what formatInstant writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2100, 0, 1) }), (atMs) => {
        expect(parseInstant(formatInstant(atMs))).toBe(atMs);
      }),
    );
  });

  it('reads back every local date', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2100, 0, 1) }), (atMs) => {
        const start = parseInstant(londonDate(atMs));
        expect(typeof start === 'number' && start <= atMs && londonDate(start) === londonDate(atMs)).toBe(true);
      }),
    );
  });

  it('answers any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(['number', 'string']).toContain(typeof parseInstant(text));
      }),
    );
  });
});
