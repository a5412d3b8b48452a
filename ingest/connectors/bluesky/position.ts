import type { ReadRange } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import type { Config, Cursor } from './schema.ts';

/** Each form of the stream keeps this much; v1 moves an older position up without a word. */
export const LOOKBACK_MS = 36 * 3_600_000;
/** Event times go back by some milliseconds, and hosts differ: a little is read again. Writes are idempotent. */
const OVERLAP_US = 5_000_000;
/** Both read larger numbers as microseconds and smaller ones as numbers of events. */
const LEAST_TIMESTAMP = 1e15;
/** An event so far ahead of the clock doesn't move the position: from there on, all that comes would be passed over. */
const AHEAD_MS = 5 * 60_000;

export function latestUs(nowMs: number): number {
  return (nowMs + AHEAD_MS) * 1_000;
}

/** When the newest event that was handed on happened, in microseconds. */
export function timeOf(cursor: Cursor): number {
  return cursor.wire === 'v2' ? cursor.timeUs : cursor.cursor;
}

/** The position of an instant, on whatever host. */
export function positionAt(wire: Config['wire'], timeUs: number): Cursor {
  const atUs = Math.max(0, Math.trunc(timeUs));
  return wire === 'v1' ? { wire, host: '', cursor: atUs } : { wire, host: '', cursor: 0, timeUs: atUs };
}

/**
 * Where to go on from. Numbers of events mean nothing on another wire; instants do.
 * @throws SourceError 'cursor-invalid' for a position in the future, which every host would take for "live" until then.
 */
export function usablePosition(saved: Cursor, wire: Config['wire'], nowMs: number): Cursor {
  const timeUs = timeOf(saved);
  if (timeUs > latestUs(nowMs)) throw new SourceError({ type: 'cursor-invalid' }, 'The saved position lies in the future.');
  return saved.wire === wire ? saved : { ...positionAt(wire, timeUs), ...(saved.search ? { search: saved.search } : {}) };
}

/** The number of an event, if the position has one that this host gave. */
export function sequenceAt(from: Cursor | undefined, host: string): number | undefined {
  return from?.wire === 'v2' && from.host === host && from.cursor > 0 ? from.cursor : undefined;
}

/** The instant to ask any host for, in microseconds; undefined: live. */
export function instantToAsk(from: Cursor | undefined, range: ReadRange): number | undefined {
  const timeUs = from ? timeOf(from) - OVERLAP_US : range.sinceMs === undefined ? undefined : Math.trunc(range.sinceMs * 1_000);
  return timeUs === undefined ? undefined : Math.max(LEAST_TIMESTAMP, timeUs);
}
