import { DAY_MS, HOUR_MS } from '#core/calendar.ts';

/** A day in California, where the quota's day begins. It has 23 or 25 hours when the clocks change. */
export interface PacificDay {
  /** As in 2026-11-16. */
  date: string;
  startMs: number;
  endMs: number;
}

const clockOnTheWall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

export function pacificDay(atMs: number): PacificDay {
  const { date } = wallAt(atMs);
  const startMs = midnightOf(date);
  // Noon is on the same day however long it is.
  const { date: next } = wallAt(startMs + 36 * HOUR_MS);
  return { date, startMs, endMs: midnightOf(next) };
}

/** Midnight is never skipped or repeated there: the clocks change at two. */
function midnightOf(date: string): number {
  const utcMs = Date.parse(`${date}T00:00:00Z`);
  return (
    [7, 8].map((hours) => utcMs + hours * HOUR_MS).find((ms) => wallAt(ms).hour === 0 && wallAt(ms).date === date) ?? utcMs + DAY_MS / 3
  );
}

function wallAt(atMs: number): { date: string; hour: number } {
  const parts = Object.fromEntries(clockOnTheWall.formatToParts(atMs).map(({ type, value }) => [type, value]));
  return { date: `${parts['year']}-${parts['month']}-${parts['day']}`, hour: Number(parts['hour']) };
}
