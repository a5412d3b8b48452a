const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from UTC of the names that feeds use. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  bst: 1,
  cet: 1,
  cest: 2,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const ISO = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,4})?$/i;
const RFC =
  /^(?:[A-Za-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*([+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?(?:\s*\(.{0,20}\))?$/;
const US = /^(?:[A-Za-z]{3,9}\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s+)?([A-Z]{2,4}\s+)?(\d{4})$/;

/** A date as feeds write it: ISO 8601 in parts, RFC 822 with its mistakes, or asctime. Without a zone, UTC. Undefined for anything else. */
export function feedDate(text: string | undefined): Date | undefined {
  const trimmed = text?.trim().slice(0, 100) ?? '';
  const iso = ISO.exec(trimmed);
  if (iso) return build(Number(iso[1]), Number(iso[2] ?? 1), Number(iso[3] ?? 1), iso[4], iso[5], iso[6], iso[7]);
  const rfc = RFC.exec(trimmed);
  if (rfc) return build(fullYear(rfc[3]!), monthOf(rfc[2]!), Number(rfc[1]), rfc[4], rfc[5], rfc[6], rfc[7]);
  const us = US.exec(trimmed);
  if (us) return build(Number(us[7]), monthOf(us[1]!), Number(us[2]), us[3], us[4], us[5], us[6]?.trim());
  return undefined;
}

function build(year: number, month: number, day: number, hour = '0', minute = '0', second = '0', zone?: string): Date | undefined {
  const offset = minutesFromUtc(zone);
  if (month < 1 || month > 12 || day < 1 || day > 31 || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 61) return undefined;
  const at = Date.UTC(year, month - 1, day, Number(hour), Number(minute), Number(second)) - offset * 60_000;
  return Number.isFinite(at) ? new Date(at) : undefined;
}

function minutesFromUtc(zone: string | undefined): number {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (numeric) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  return (ZONES[zone?.toLowerCase() ?? ''] ?? 0) * 60;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2_000 : 1_900);
}
