import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { MalformedItem, Op } from '../../connector.ts';
import type { KeywordMatcher } from '../../match-keywords.ts';
import { v1Account, v1Commit, v1Event, v2Account, v2Commit, v2Event, v2Frame, v2Info, v2Payload } from './schema.ts';
import { accountToOp, commitToOp } from './to-op.ts';

/** `cursor`: the event's position on this wire. */
export type FrameReading =
  | { type: 'event'; cursor: number; timeUs: number; op?: Op | undefined; malformed?: MalformedItem }
  | { type: 'skip' }
  | { type: 'malformed'; item: MalformedItem }
  /** The position was moved up to the oldest event that is kept. */
  | { type: 'clamped' }
  /** The position is of another numbering, and what comes is live. */
  | { type: 'renumbered' }
  | { type: 'error'; name: string };

export type ReadFrame = (frame: string, observedAt: string) => FrameReading;

const PREFIX = 'network.bsky.jetstream.subscribeEvents#';
const NOTICES: Readonly<Record<string, FrameReading>> = { OutdatedCursor: { type: 'clamped' }, FutureCursor: { type: 'renumbered' } };

/** Frames of the first wire format. */
export function createV1Reader(matches: KeywordMatcher): ReadFrame {
  return (frame, observedAt) => {
    const json = parse(frame);
    const event = v1Event.safeParse(json);
    if (!event.success) return { type: 'malformed', item: malformed(frame, event.error) };
    const { did, time_us: timeUs, kind } = event.data;
    const position = { type: 'event' as const, cursor: timeUs, timeUs };
    if (kind === 'account') {
      const account = v1Account.safeParse(json);
      if (!account.success) return { ...position, malformed: malformed(frame, account.error) };
      return { ...position, op: accountToOp(did, account.data.account) };
    }
    if (kind !== 'commit') return position;
    const commit = v1Commit.safeParse(json);
    if (!commit.success) return { ...position, malformed: malformed(frame, commit.error) };
    return { ...position, ...opOf(frame, commitToOp(commit.data.commit, { did, atMs: timeUs / 1_000, observedAt }, matches)) };
  };
}

/** Frames of the second: each in an envelope, told apart by `$type`. An unknown type is skipped, one without any is set aside. */
export function createV2Reader(matches: KeywordMatcher): ReadFrame {
  return (frame, observedAt) => {
    const envelope = v2Frame.safeParse(parse(frame));
    if (!envelope.success) return { type: 'malformed', item: malformed(frame, envelope.error) };
    if (envelope.data.$type === 'error') return { type: 'error', name: envelope.data.error ?? 'unknown' };
    if (envelope.data.$type !== 'message') return { type: 'skip' };
    const { payload } = envelope.data;
    const typed = v2Payload.safeParse(payload);
    if (!typed.success) return { type: 'malformed', item: malformed(frame, typed.error, 'payload') };
    const kind = typed.data.$type.startsWith(PREFIX) ? typed.data.$type.slice(PREFIX.length) : undefined;
    if (kind === 'info') return NOTICES[v2Info.safeParse(payload).data?.name ?? ''] ?? { type: 'skip' };
    if (kind === undefined || !['commit', 'account', 'sync', 'identity'].includes(kind)) return { type: 'skip' };
    const event = v2Event.safeParse(payload);
    if (!event.success) return { type: 'malformed', item: malformed(frame, event.error, 'payload') };
    const { did, seq, time, witnessedAt } = event.data;
    const position = { type: 'event' as const, cursor: seq, timeUs: microseconds(witnessedAt ?? time) };
    if (kind === 'sync') return { ...position, op: { op: 'purge-author', source: 'bluesky', author: { id: did }, reason: 'platform' } };
    if (kind === 'account') {
      const account = v2Account.safeParse(payload);
      if (!account.success) return { ...position, malformed: malformed(frame, account.error, 'payload') };
      return { ...position, op: accountToOp(did, account.data.account) };
    }
    if (kind === 'identity') return position;
    const commit = v2Commit.safeParse(payload);
    if (!commit.success) return { ...position, malformed: malformed(frame, commit.error, 'payload') };
    return { ...position, ...opOf(frame, commitToOp(commit.data, { did, atMs: Date.parse(time), observedAt }, matches)) };
  };
}

function opOf(frame: string, result: ReturnType<typeof commitToOp>): { op?: Op | undefined; malformed?: MalformedItem } {
  if (result && 'wrongField' in result) return { malformed: { ...malformed(frame), field: result.wrongField } };
  return { op: result };
}

function malformed(frame: string, error?: z.ZodError, prefix?: string): MalformedItem {
  const path = [...(prefix ? [prefix] : []), ...(error?.issues[0]?.path ?? [])].join('.');
  return { key: hash('sha256', frame, 'base64url'), field: path || 'frame', bytes: Buffer.byteLength(frame) };
}

function parse(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    return undefined;
  }
}

/** Events have times to the microsecond; a Date holds milliseconds. */
function microseconds(time: string): number {
  const fraction = /\.\d{3}(\d{1,3})/.exec(time)?.[1] ?? '';
  return Date.parse(time) * 1_000 + Number(fraction.padEnd(3, '0'));
}
