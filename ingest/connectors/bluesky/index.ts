import { SocketRefused, type Socket } from '#core/ports/socket.ts';
import { defineConnector, type Gap, type Op, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { retryAfterMs } from '../../classify-response.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { SourceError } from '../../source-error.ts';
import { inBatches } from './batches.ts';
import { hostsOf, LOOKBACK_MS, resumeFrom, streamUrl } from './hosts.ts';
import { createV1Reader, createV2Reader } from './read-frame.ts';
import { configSchema, cursorSchema, type Config, type Cursor } from './schema.ts';

/** The network is never this quiet: a socket that stays open without a frame is stuck. */
const IDLE_MS = 30_000;
const FLUSH_MS = 1_000;
const MAX_FRAMES = 200;
const AHEAD_MS = 5 * 60_000;
const SETTING = 'sources.bluesky.url';

export const bluesky = defineConnector<Config, Config, Cursor>({
  meta: {
    id: 'bluesky',
    mode: 'stream',
    genre: 'post',
    about: {
      what: 'public posts, by keyword',
      needs: 'Nothing.',
      limits: 'The stream keeps 36 hours.',
      terms: 'What a user deletes must be deleted; deletes and the end of accounts are followed as they happen.',
      triedOn: 'recordings',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 1,
    rate: { capacity: 5, refillPerSecond: 0.2 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'signal' },
    policy: {
      retentionDays: null,
      deleteWithinHours: 24,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'quotes',
      enabledByDefault: true,
    },
  },
  partitions: (config) => new Map([['jetstream', config]]),
  read: readStream,
});

/** Live events from the cursor on, in pages of what came within a second. Ends when the server closes. */
async function* readStream(context: ReadContext<Config>, saved: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const { partition: config, clock, signal, attempt } = context;
  const hosts = hostsOf(config);
  const nowMs = clock.now();
  const latestUs = (nowMs + AHEAD_MS) * 1_000;
  // A position in the future would silently mean "live" for as long as it lies there.
  const from = saved?.wire === config.wire && timeOf(saved) <= latestUs ? saved : undefined;
  // The host that was read last goes on as long as it answers: a position in v2 holds there only.
  const start = Math.max(0, from ? hosts.indexOf(from.host) : 0);
  const host = hosts[(start + attempt) % hosts.length]!;
  const socket = await open(context, streamUrl(config, host, resumeFrom(from, host, range.sinceMs)));
  const readFrame = (config.wire === 'v1' ? createV1Reader : createV2Reader)(createKeywordMatcher(config.match));
  const startUs = (range.sinceMs ?? nowMs) * 1_000;
  let timeUs = from ? timeOf(from) : startUs;
  let cursor = config.wire === 'v1' ? timeUs : from?.host === host ? from.cursor : 0;
  let gap = saved && !from ? unusable(nowMs) : gapOf(timeUs, config.wire, nowMs);

  try {
    for await (const frames of inBatches(socket.frames, clock, { size: MAX_FRAMES, waitMs: FLUSH_MS, idleMs: IDLE_MS, host }, signal)) {
      const observedAt = new Date(clock.now()).toISOString();
      const ops: Op[] = [];
      let isCut: string | undefined;
      for (const frame of frames) {
        const reading = readFrame(frame, observedAt);
        if (reading.type === 'malformed') context.malformed(reading.item);
        if (reading.type === 'error') isCut = reading.name;
        if (reading.type === 'outdated')
          gap ??= { fromMs: timeUs / 1_000, toMs: nowMs, reason: 'The stream no longer holds the position.' };
        if (reading.type !== 'event') continue;
        // v2 begins with the event of the position itself.
        if (config.wire === 'v2' && from?.host === host && reading.cursor <= from.cursor) continue;
        if (reading.malformed) context.malformed(reading.malformed);
        if (reading.op && isWithin(reading.timeUs / 1_000, range)) ops.push(reading.op);
        if (config.wire === 'v2' || reading.timeUs <= latestUs) cursor = Math.max(cursor, reading.cursor);
        if (reading.timeUs <= latestUs) timeUs = Math.max(timeUs, reading.timeUs);
      }
      const next: Cursor | undefined = config.wire === 'v1' ? { wire: 'v1', host, cursor } : { wire: 'v2', host, cursor, timeUs };
      yield { ops, cursor: next, hasMore: timeUs / 1_000 < nowMs, gap };
      gap = undefined;
      if (isCut) throw new SourceError({ type: 'retry' }, `${host} ended the stream (${isCut.replace(/[^\w.-]/g, '')}).`);
      if (range.untilMs !== undefined && timeUs / 1_000 >= range.untilMs) return;
    }
  } finally {
    socket.close();
  }
}

async function open({ openSocket, signal, clock }: ReadContext<Config>, url: string): Promise<Socket> {
  try {
    return await openSocket(url, { signal });
  } catch (error) {
    if (!(error instanceof SocketRefused)) throw error;
    const { status, headers, body, message } = error;
    if (status === 400 && body.includes('CursorTooOld')) {
      throw new SourceError({ type: 'cursor-invalid' }, 'The stream no longer holds the position.', { status, cause: error });
    }
    const nowMs = clock.now();
    const waitMs = retryAfterMs(headers, nowMs);
    if (status === 429)
      throw new SourceError({ type: 'rate-limited', untilMs: waitMs === undefined ? undefined : nowMs + waitMs }, message, {
        status,
        cause: error,
      });
    if (status >= 500 || status === 408) throw new SourceError({ type: 'retry', afterMs: waitMs }, message, { status, cause: error });
    throw new SourceError({ type: 'config', setting: SETTING }, `${message} Check ${SETTING}.`, { status, cause: error });
  }
}

function isWithin(atMs: number, { sinceMs, untilMs }: ReadRange): boolean {
  return (sinceMs === undefined || atMs >= sinceMs) && (untilMs === undefined || atMs < untilMs);
}

/** v1 moves an older position up without a word. */
function gapOf(timeUs: number, wire: Config['wire'], nowMs: number): Gap | undefined {
  const floorMs = nowMs - LOOKBACK_MS;
  if (wire !== 'v1' || timeUs === 0 || timeUs / 1_000 >= floorMs) return undefined;
  return { fromMs: timeUs / 1_000, toMs: floorMs, reason: 'The stream keeps 36 hours, and collection had stopped for longer.' };
}

function unusable(nowMs: number): Gap {
  return { fromMs: nowMs, toMs: nowMs, reason: 'The saved position belongs to another wire format, or lies in the future.' };
}

function timeOf(cursor: Cursor): number {
  return cursor.wire === 'v2' ? cursor.timeUs : cursor.cursor;
}
