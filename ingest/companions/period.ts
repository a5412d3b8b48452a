/** Local dates, both in. */
export interface Period {
  from: string;
  to: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** From "2026", "2026-10", "October 2026", "Oct-26", "01/10/2026" or "2026-10-01/2026-12-31"; undefined for anything else. */
export function readPeriod(text: string): Period | undefined {
  const plain = text.trim().toLowerCase();
  const year = /^(\d{4})$/.exec(plain)?.[1];
  if (year) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const range = /^(\d{4}-\d{2}-\d{2})(?:\/|\s+to\s+)(\d{4}-\d{2}-\d{2})$/.exec(plain);
  if (range) return isDate(range[1]!) && isDate(range[2]!) && range[1]! <= range[2]! ? { from: range[1]!, to: range[2]! } : undefined;
  const iso = /^(\d{4})-(\d{2})(?:-\d{2}(?:[t ].*)?)?$/.exec(plain);
  if (iso) return month(Number(iso[1]), Number(iso[2]));
  const slashed = /^\d{1,2}\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (slashed) return month(Number(slashed[2]), Number(slashed[1]));
  const named = /^([a-z]{3})[a-z]{0,6}[ -](\d{4}|\d{2})$/.exec(plain);
  const index = named ? MONTHS.indexOf(named[1]!) : -1;
  return named && index >= 0 ? month(Number(named[2]!.length === 2 ? `20${named[2]}` : named[2]), index + 1) : undefined;
}

function month(year: number, number: number): Period | undefined {
  if (number < 1 || number > 12 || year < 2000 || year > 2100) return undefined;
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const name = `${year}-${String(number).padStart(2, '0')}`;
  return { from: `${name}-01`, to: `${name}-${last}` };
}

function isDate(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
