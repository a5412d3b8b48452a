import type { Gap, Op, Page, ReadContext, ReadRange } from '../../connector.ts';
import type { KeywordMatcher } from '../../match-keywords.ts';
import { SourceError } from '../../source-error.ts';
import { inBatches } from './batches.ts';
import { hostsOf } from './hosts.ts';
import { openStream } from './open-stream.ts';
import { latestUs, positionAt, timeOf } from './position.ts';
import { createV1Reader, createV2Reader } from './read-frame.ts';
import type { Config, Cursor } from './schema.ts';

/** The network is never this quiet: a socket that stays open without a frame is stuck. */
const IDLE_MS = 30_000;
const FLUSH_MS = 1_000;
const MAX_FRAMES = 1_000;
const MAX_OPS = 200;

export interface StreamRead {
  from: Cursor | undefined;
  range: ReadRange;
  matches: KeywordMatcher;
  /** A stretch that is known to be missing before anything is read. */
  gap: Gap | undefined;
  /** Why what the stream no longer holds is missing. */
  reason: string;
}

/** Live events from the position on, in pages of what came within a second. Ends when the server closes. */
export async function* readStream(context: ReadContext<Config>, read: StreamRead): AsyncGenerator<Page<Cursor>> {
  const { partition: config, clock, signal, attempt } = context;
  const { from, range } = read;
  const startMs = clock.now();
  const hosts = hostsOf(config);
  // The host that was read last goes on as long as it answers: an event's number holds there only.
  const start = Math.max(0, from ? hosts.indexOf(from.host) : 0);
  const host = hosts[(start + attempt) % hosts.length]!;
  const { socket, sequence } = await openStream(context, host, from, range);
  const readFrame = (config.wire === 'v1' ? createV1Reader : createV2Reader)(read.matches);
  // Until an event has come its host's clock isn't known, which may be behind this one.
  let timeUs = from ? timeOf(from) : Math.trunc((range.sinceMs ?? 0) * 1_000);
  let lastSequence = sequence ?? 0;
  let { gap } = read;
  /** What was asked for is gone, and the next event tells up to when. */
  let isClamped = false;
  let isEmpty = true;

  function pageOf(ops: Op[]): Page<Cursor> {
    const atUs = timeUs || startMs * 1_000;
    const cursor: Cursor =
      config.wire === 'v1' ? { wire: 'v1', host, cursor: atUs } : { wire: 'v2', host, cursor: lastSequence, timeUs: atUs };
    const page = { ops, cursor, hasMore: atUs / 1_000 < startMs, gap };
    gap = undefined;
    return page;
  }

  try {
    for await (const frames of inBatches(
      socket.frames,
      clock,
      { size: MAX_FRAMES, waitMs: FLUSH_MS, idleMs: IDLE_MS, host: nameOf(host) },
      signal,
    )) {
      const nowMs = clock.now();
      const observedAt = new Date(nowMs).toISOString();
      const limitUs = latestUs(nowMs);
      let ops: Op[] = [];
      let isCut: string | undefined;
      isEmpty = false;
      for (const frame of frames) {
        const reading = readFrame(frame, observedAt);
        if (reading.type === 'malformed') context.malformed(reading.item);
        if (reading.type === 'error') isCut = reading.name;
        if (reading.type === 'clamped') isClamped = read.gap === undefined;
        const isRenumbered =
          reading.type === 'renumbered' || (reading.type === 'event' && sequence !== undefined && reading.cursor < sequence);
        if (isRenumbered) {
          const byTime = positionAt(config.wire, timeUs);
          throw new SourceError({ type: 'cursor-invalid', from: byTime }, `${nameOf(host)} numbers its events anew.`);
        }
        if (reading.type !== 'event') continue;
        // The stream begins with the event of the position itself.
        if (config.wire === 'v2' && sequence !== undefined && reading.cursor === sequence) continue;
        if (isClamped && reading.timeUs > timeUs)
          gap ??= { fromMs: Math.floor(timeUs / 1_000), toMs: Math.ceil(reading.timeUs / 1_000), reason: read.reason };
        isClamped = false;
        if (reading.malformed) context.malformed(reading.malformed);
        if (reading.op && isWithin(reading.timeUs / 1_000, range)) ops.push(reading.op);
        lastSequence = Math.max(lastSequence, reading.cursor);
        if (reading.timeUs <= limitUs) timeUs = Math.max(timeUs, reading.timeUs);
        if (ops.length === MAX_OPS) {
          yield pageOf(ops);
          ops = [];
        }
      }
      yield pageOf(ops);
      if (isCut) throw new SourceError({ type: 'retry' }, `${nameOf(host)} ended the stream (${isCut.replace(/[^\w.-]/g, '')}).`);
      if (range.untilMs !== undefined && timeUs / 1_000 >= range.untilMs) return;
    }
  } finally {
    socket.close();
  }
  if (isEmpty) throw new SourceError({ type: 'retry' }, `${nameOf(host)} closed the stream before anything came.`);
}

function nameOf(host: string): string {
  return new URL(host).host;
}

function isWithin(atMs: number, { sinceMs, untilMs }: ReadRange): boolean {
  return (sinceMs === undefined || atMs >= sinceMs) && (untilMs === undefined || atMs < untilMs);
}
