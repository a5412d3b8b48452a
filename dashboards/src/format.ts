const DAY_MS = 86_400_000;
const TIME_ZONE = 'Europe/London';

const numberFormat = new Intl.NumberFormat('en-GB');
const dateFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, day: 'numeric', month: 'long', year: 'numeric' });
const longDateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit', hour12: true });

export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

/** "1 post", "312 posts". */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value)} ${value === 1 ? singular : plural}`;
}

/** "312 voices", or "about 5,400 voices" where the number is an estimate. */
export function countEstimate(estimate: { value: number; approximate: boolean }, singular: string): string {
  return `${estimate.approximate ? 'about ' : ''}${count(estimate.value, singular)}`;
}

export function formatDate(instant: string | number): string {
  return dateFormat.format(new Date(instant));
}

export function formatDateTime(instant: string): string {
  const date = new Date(instant);
  return `${dateFormat.format(date)} at ${timeFormat.format(date).replace(' ', '').replace(':00', '')}`;
}

/** "Monday 16 to Sunday 22 November 2026": repeats no month or year. `toMs` is not included. */
export function formatPeriod(fromMs: number, toMs: number): string {
  const last = longDateFormat.formatToParts(new Date(toMs - 1));
  const first = longDateFormat.formatToParts(new Date(fromMs));
  const part = (parts: Intl.DateTimeFormatPart[], type: string) => parts.find((item) => item.type === type)?.value ?? '';
  const text = (parts: Intl.DateTimeFormatPart[], types: string[]) => types.map((type) => part(parts, type)).join(' ');
  const sameYear = part(first, 'year') === part(last, 'year');
  const sameMonth = sameYear && part(first, 'month') === part(last, 'month');
  const whole = text(last, ['weekday', 'day', 'month', 'year']);
  if (sameMonth && part(first, 'day') === part(last, 'day')) return whole;
  const start = sameMonth ? ['weekday', 'day'] : sameYear ? ['weekday', 'day', 'month'] : ['weekday', 'day', 'month', 'year'];
  return `${text(first, start)} to ${whole}`;
}

/** A share in words of tens: percentages only on a base of 20 or more, as small bases mislead. */
export function share(part: number, whole: number): string {
  return whole < 20 ? `${formatNumber(part)} of ${formatNumber(whole)}` : `${Math.round((100 * part) / whole)}%`;
}

/** A date input's value one day later or earlier: the API's `to` is not included, the form's is. */
export function shiftDay(date: string, days: number): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) ? '' : new Date(instant + days * DAY_MS).toISOString().slice(0, 10);
}
