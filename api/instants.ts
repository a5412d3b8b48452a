import { londonDayStartMs, DAY_MS } from '#core/calendar.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;
/** A "+" that was not written as %2B in an address arrives as a space. */
const PLUS_THAT_BECAME_A_SPACE = / (\d{2}:\d{2})$/;
const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;

export type InstantFault = 'no-zone' | 'not-an-instant' | 'out-of-bounds';

/**
 * Reads an ISO 8601 instant with its zone (`2026-11-16T09:30:00Z`, `…+01:00`), or a date, which means the start of that day in London.
 * @returns milliseconds since the epoch, or what is wrong.
 */
export function parseInstant(given: string): number | InstantFault {
  const text = given.replace(PLUS_THAT_BECAME_A_SPACE, '+$1');
  const date = DATE.exec(text);
  if (date) {
    const dayMs = calendarDateMs(date);
    if (dayMs === undefined) return 'not-an-instant';
    return isWithinBounds(date) ? londonDayStartMs(dayMs / DAY_MS) : 'out-of-bounds';
  }
  const instant = INSTANT.exec(text);
  if (!instant) return INSTANT.test(`${text}Z`) ? 'no-zone' : 'not-an-instant';
  if (calendarDateMs(instant) === undefined || Number(instant[4]) > 23) return 'not-an-instant';
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) return 'not-an-instant';
  return isWithinBounds(instant) ? atMs : 'out-of-bounds';
}

/** `Date.parse` rolls 30 February over to March; this refuses it. */
function calendarDateMs(parts: RegExpExecArray): number | undefined {
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const atMs = Date.UTC(year, month - 1, day);
  const back = new Date(atMs);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? atMs : undefined;
}

function isWithinBounds(parts: RegExpExecArray): boolean {
  const year = Number(parts[1]);
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

export function formatInstant(atMs: number): string {
  return new Date(atMs).toISOString();
}
