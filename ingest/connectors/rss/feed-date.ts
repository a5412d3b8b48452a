const MONTHS: Record<string, number> = numbered([
  ['jan', 'ιαν', 'janu'],
  ['feb', 'φεβ', 'febr'],
  ['mar', 'μαρ', 'μάρ', 'μαώ', 'μάώ', 'márc'],
  ['apr', 'απρ', 'ápri'],
  ['may', 'μαι', 'μάι', 'μαϊ', 'máju'],
  ['jun', 'ιον', 'ιού', 'ιούν', 'júni'],
  ['jul', 'ιολ', 'ιούλ', 'júli'],
  ['aug', 'αυγ', 'αύγ'],
  ['sep', 'σεπ', 'szep'],
  ['oct', 'οκτ', 'okt'],
  ['nov', 'νοε', 'νοέ'],
  ['dec', 'δεκ'],
]);
/** Hours from UTC of the names that feeds use. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  bst: 1,
  west: 1,
  cet: 1,
  met: 1,
  cest: 2,
  mest: 2,
  eet: 2,
  eest: 3,
  adt: -3,
  ast: -4,
  at: -4,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  a: -1,
  m: -12,
  n: 1,
  y: 12,
};
/** Korea's blogs write its own time without saying so. */
const KOREA = '+09:00';
const AFTERNOON = /^p|오후/i;

interface Groups {
  year?: string;
  month?: string;
  day?: string;
  hour?: string;
  minute?: string;
  second?: string;
  half?: string;
  zone?: string;
}

const TIME = String.raw`(?<hour>\d{1,2})(?::(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,]\d*)?)?)?`;
const HALF = String.raw`(?:\s{0,3}(?<half>[AP]\.?M\b\.?))?`;
const ZONE = String.raw`\s{0,9}(?<zone>Z|(?:GMT|UTC|Etc\/GMT)?[+-]\d{1,2}(?::?\d{2})?|(?:Etc\/)?[A-Z]{1,4})?(?:\s{0,3}\([^)]{0,30}\))?`;
const WEEKDAY = String.raw`(?:\p{L}{2,12}\.?,?\s{1,9})?`;
const MONTH = String.raw`(?<month>\p{L}{3,12})\.?`;

/** From the most exact shape to the least. */
const SHAPES = [
  // 2003-12-31T10:14:55Z and its parts; 2003-12-31 10:14:55 +0100; 2003/12/31 10:14; 20031231
  `^(?<year>\\d{4})(?:[-/]?(?<month>\\d{2}|\\d(?=[-/]))(?:[-/]?(?<day>\\d{1,2}))?)?(?:[T ,]\\s{0,5}${TIME}${HALF}${ZONE})?$`,
  // 20031231T101455Z
  String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<zone>Z|[+-]\d{2}:?\d{2})?$`,
  // 03-12-31, 031231: a year without its century
  `^(?<year>\\d{2})-?(?<month>\\d{2})-?(?<day>\\d{2})(?:T${TIME}${ZONE})?$`,
  // Thu, 01 Jan 2004 19:48:21 GMT and its mistakes
  `^${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]{1,9}${MONTH},?[\\s-]{1,9}(?<year>\\d{2,4})(?:,?\\s{1,9}${TIME}${HALF}${ZONE})?$`,
  // Jan 1, 2004 7:48 PM
  `^${WEEKDAY}${MONTH}\\s{1,9}(?<day>\\d{1,2}),?\\s{1,9}(?<year>\\d{4})(?:,?\\s{1,9}${TIME}${HALF}${ZONE})?$`,
  // Thu Jan  1 19:48:21 PST 2004
  `^${WEEKDAY}${MONTH}\\s{1,9}(?<day>\\d{1,2}),?\\s{1,9}${TIME}${ZONE}\\s{1,9}(?<year>\\d{4})$`,
  // Fri, 2006/09/15 08:19:53 EDT
  `^${WEEKDAY}(?<year>\\d{4})\\/(?<month>\\d{1,2})\\/(?<day>\\d{1,2})\\s{1,9}${TIME}${ZONE}$`,
  // 2004-július-13T9:15-05:00
  `^(?<year>\\d{4})-${MONTH}-(?<day>\\d{1,2})T${TIME}${ZONE}$`,
  // 2004-05-25 오후 11:23:17
  `^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})\\s{1,9}(?<half>오전|오후)\\s{1,9}${TIME}$`,
  // 2004년 05월 28일 01:31:15
  `^(?<year>\\d{4})년\\s{1,9}(?<month>\\d{2})월\\s{1,9}(?<day>\\d{2})일\\s{1,9}${TIME}$`,
].map((shape) => new RegExp(shape, 'iu'));
const ORDINAL = /^(\d{4}|\d{2})-?(\d{3})$/;

/**
 * A date as feeds write it: ISO 8601 and its parts, RFC 822 with its mistakes, asctime, and what some countries' software writes. Without a
 * zone, UTC. Undefined for anything else, and for days that no calendar has.
 */
export function feedDate(text: string | undefined): Date | undefined {
  const trimmed = text?.trim().slice(0, 100) ?? '';
  for (const shape of SHAPES) {
    const groups: Groups | undefined = shape.exec(trimmed)?.groups;
    const date = groups && build(groups, /[년오]/.test(trimmed) ? KOREA : groups.zone);
    if (date) return date;
  }
  const ordinal = ORDINAL.exec(trimmed);
  return ordinal ? new Date(Date.UTC(fullYear(ordinal[1]!), 0, Number(ordinal[2]))) : undefined;
}

function build(
  { year, month, day = '1', hour = '0', minute = '0', second = '0', half }: Groups,
  zone: string | undefined,
): Date | undefined {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (AFTERNOON.test(half) ? 12 : 0);
  const at = new Date(Date.UTC(fullYear(year!), monthOf(month) - 1, Number(day)));
  const isDay = at.getUTCDate() === Number(day) && at.getUTCMonth() === monthOf(month) - 1;
  if (!isDay || hours > 24 || Number(minute) > 59 || Number(second) > 61) return undefined;
  const ms = at.getTime() + ((hours * 60 + Number(minute) - minutesFromUtc(zone)) * 60 + Number(second)) * 1_000;
  return Number.isFinite(ms) ? new Date(ms) : undefined;
}

function minutesFromUtc(zone: string | undefined): number {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  if (numeric) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  return (ZONES[zone?.toLowerCase().replace('etc/', '') ?? ''] ?? 0) * 60;
}

function monthOf(name = '1'): number {
  if (/^\d/.test(name)) return Number(name);
  const lower = name.toLowerCase();
  return MONTHS[lower.slice(0, 4)] ?? MONTHS[lower.slice(0, 3)] ?? Number.NaN;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2_000 : 1_900);
}

function numbered(names: readonly (readonly string[])[]): Record<string, number> {
  return Object.fromEntries(names.flatMap((each, index) => each.map((name) => [name, index + 1])));
}
