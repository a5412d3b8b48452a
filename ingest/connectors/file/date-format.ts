import { DAY_MS, londonOffsetMs } from '#core/calendar.ts';

/** `dmy` and `mdy` with any separator and a year of two or four digits; `named` has the month's name; `excel` a serial number of days. */
export const DATE_FORMATS = ['iso', 'dmy', 'mdy', 'ymd', 'named', 'epoch-seconds', 'epoch-milliseconds', 'excel'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

export interface DateGuess {
  format: DateFormat;
  /** Day and month could be either way round in every value: day first is assumed, as in Britain. */
  isAssumed: boolean;
}

/** Minutes from UTC of the zones that tools write by name. */
const ZONES: Record<string, number> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
const ZONE = String.raw`(${Object.keys(ZONES).join('|')}|[+-]\d{2}:?\d{2})`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?`;
const TIME = String.raw`(?:[T ,]+${CLOCK}\s?([ap]\.?m\.?)?)?\s?${ZONE}?`;
const PATTERNS = {
  iso: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`, 'i'),
  ymd: new RegExp(`^(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})${TIME}$`, 'i'),
  numbers: new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${TIME}$`, 'i'),
  dayName: new RegExp(`^(?:[a-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\\.?,?[ -](\\d{4}|\\d{2})${TIME}$`, 'i'),
  monthName: new RegExp(`^(?:[a-z]{3,9},? )?([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`, 'i'),
  /** "Sat Nov 14 10:05:00 GMT 2026", as Java and X write it: the year is last. */
  yearLast: new RegExp(`^(?:[a-z]{3},? )?([a-z]{3}) (\\d{1,2}) ${CLOCK}() ${ZONE} (\\d{4})$`, 'i'),
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENOUGH = 0.9;

/** The format that nearly all values of a column have, judged over the column as a whole; undefined if it holds no dates. */
export function detectDateFormat(values: readonly string[]): DateGuess | undefined {
  const filled = values.map((value) => value.trim()).filter(Boolean);
  if (filled.length === 0) return undefined;
  const fits = (format: DateFormat) => filled.filter((value) => parseDate(value, format) !== undefined).length / filled.length;
  for (const format of ['iso', 'ymd', 'named'] as const) if (fits(format) >= ENOUGH) return { format, isAssumed: false };
  const [dayFirst, monthFirst] = [fits('dmy'), fits('mdy')];
  if (Math.max(dayFirst, monthFirst) >= ENOUGH)
    return { format: monthFirst > dayFirst ? 'mdy' : 'dmy', isAssumed: dayFirst === monthFirst };
  for (const format of ['epoch-milliseconds', 'epoch-seconds'] as const) if (fits(format) >= ENOUGH) return { format, isAssumed: false };
  return undefined;
}

/** Where a time without a zone is meant. */
export type UsualZone = 'London' | 'UTC';

/**
 * The instant that a cell means, in milliseconds. Without a zone it is the time in England, unless said otherwise; without a time the day's start.
 * @returns undefined if it isn't a date of this format.
 */
export function parseDate(value: string, format: DateFormat, zone: UsualZone = 'London'): number | undefined {
  const text = value.trim();
  switch (format) {
    case 'iso':
      return fromParts(PATTERNS.iso.exec(text), ['year', 'month', 'day'], zone);
    case 'ymd':
      return fromParts(PATTERNS.ymd.exec(text), ['year', 'month', 'day'], zone);
    case 'dmy':
      return fromParts(PATTERNS.numbers.exec(text), ['day', 'month', 'year'], zone);
    case 'mdy':
      return fromParts(PATTERNS.numbers.exec(text), ['month', 'day', 'year'], zone);
    case 'named':
      return (
        fromParts(PATTERNS.dayName.exec(text), ['day', 'month', 'year'], zone) ??
        fromParts(PATTERNS.monthName.exec(text), ['month', 'day', 'year'], zone) ??
        fromParts(yearInFront(PATTERNS.yearLast.exec(text)), ['year', 'month', 'day'], zone)
      );
    case 'epoch-seconds':
      return /^1?\d{9}(?:\.\d+)?$/.test(text) ? Number(text) * 1_000 : undefined;
    case 'epoch-milliseconds':
      return /^1?\d{12}$/.test(text) ? Number(text) : undefined;
    case 'excel':
      return fromSerial(text, zone);
  }
}

function yearInFront(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && [match[0], match[8], match[1], match[2], ...match.slice(3, 8)];
}

type Part = 'year' | 'month' | 'day';

function fromParts(match: (string | undefined)[] | null, order: readonly [Part, Part, Part], usual: UsualZone): number | undefined {
  if (!match) return undefined;
  const parts = Object.fromEntries(order.map((part, index) => [part, match[index + 1]!])) as Record<Part, string>;
  const month = /^\d+$/.test(parts.month) ? Number(parts.month) : MONTHS.indexOf(parts.month.slice(0, 3).toLowerCase()) + 1;
  const year = parts.year.length === 2 ? 2_000 + Number(parts.year) : Number(parts.year);
  const day = Number(parts.day);
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1_990) return undefined;
  const seconds = secondsOfDay(match.slice(4, 8));
  return seconds === undefined ? undefined : inZone(midnight + seconds * 1_000, match[8], usual);
}

function secondsOfDay([hour, minute, second, half]: (string | undefined)[]): number | undefined {
  if (hour === undefined) return 0;
  let hours = Number(hour);
  if (half) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  const total = hours * 3_600 + Number(minute) * 60 + Number(second ?? 0);
  return hours < 24 && Number(minute) < 60 && Number(second ?? 0) < 61 ? total : undefined;
}

function inZone(localMs: number, zone: string | undefined, usual: UsualZone): number {
  if (zone === undefined) return usual === 'UTC' ? localMs : localMs - londonOffsetMs(localMs - londonOffsetMs(localMs));
  const named = ZONES[zone.toUpperCase()];
  if (named !== undefined) return localMs - named * 60_000;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)!;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '+' ? localMs - offset : localMs + offset;
}

/** Excel counts days from 30 December 1899. */
function fromSerial(text: string, zone: UsualZone): number | undefined {
  const days = Number(text);
  if (!/^\d{5}(?:\.\d+)?$/.test(text) || days < 32_874 || days > 73_050) return undefined;
  return inZone(Math.round((days - 25_569) * DAY_MS), undefined, zone);
}
