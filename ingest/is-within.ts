import type { ReadRange } from './connector.ts';

/** From the first instant on, up to the second and without it. */
export function isWithin(atMs: number, { sinceMs, untilMs }: ReadRange): boolean {
  return (sinceMs === undefined || atMs >= sinceMs) && (untilMs === undefined || atMs < untilMs);
}
