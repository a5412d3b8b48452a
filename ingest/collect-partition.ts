import type { Clock } from '#core/clock.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import { endOf, reportOf, type CollectEnd, type CollectReport } from './collect-report.ts';
import type { Connector, Page, ReadContext, ReadRange } from './connector.ts';
import { toSourceError, type SourceError } from './source-error.ts';
import { watchSockets, type SocketActivity } from './watch-socket.ts';

export interface CollectDeps {
  clock: Clock;
  http: HttpClient;
  openSocket: OpenSocket;
  random: () => number;
  signal: AbortSignal;
  /** A server that asks for a longer wait ends the run. */
  maxWaitMs: number;
  /** Hands a page's operations on and says how many of them were new. */
  deliver(page: Page<unknown>): Promise<number>;
  report(line: CollectReport): void;
}

export interface CollectOptions {
  cursor: unknown;
  range: ReadRange;
  /** End when nothing more comes. */
  isOnce: boolean;
}

const MAX_RETRIES = 5;
const LEAST_WAIT_MS = 500;
const QUIET_MS = 5_000;
const JITTER = 0.2;

/** Reads one partition without keeping anything: the position lives as long as the run. */
export async function collectPartition(
  connector: Connector,
  partition: unknown,
  options: CollectOptions,
  deps: CollectDeps,
): Promise<CollectEnd> {
  const { id, mode, pollSeconds } = connector.meta;
  const { clock, signal } = deps;
  const isStream = mode === 'stream';
  const sockets = watchSockets(deps.openSocket, clock);
  let { cursor } = options;
  let isPart = false;
  let failures = 0;
  /** Whether the last read brought anything that was new. */
  let isNews = false;
  /** When a server last closed a stream as agreed. */
  let closedAtMs: number | undefined;

  const finish = (): CollectEnd => (isPart ? 'part' : 'whole');

  function setAside(message: string): void {
    isPart = true;
    deps.report({ outcome: 'skip', source: id, message });
  }

  async function readOnce(): Promise<void> {
    const own = new AbortController();
    const context: ReadContext<unknown> = {
      partition,
      isOnce: options.isOnce,
      clock,
      http: deps.http,
      openSocket: sockets.openSocket,
      signal: AbortSignal.any([signal, own.signal]),
      attempt: failures,
      malformed: ({ field }) => setAside(`An item can’t be read and was left out: ${field.slice(0, 200)}.`),
      dropped: () => undefined,
      warn: setAside,
    };
    const before = JSON.stringify(cursor);
    isNews = false;
    try {
      const pages = connector.read(context, cursor, options.range);
      for await (const page of isStream && options.isOnce ? untilQuiet(pages, sockets.activity, clock, own.signal) : pages) {
        if (page.gap) setAside(page.gap.reason);
        const fresh = await deps.deliver(page);
        cursor = page.cursor;
        failures = 0;
        isNews ||= fresh > 0 || JSON.stringify(cursor) !== before;
      }
    } finally {
      own.abort();
    }
  }

  /** @returns how long to wait before the next try, or how the run ends. */
  function afterFault(fault: SourceError): number | CollectEnd {
    const { outcome } = fault;
    deps.report(reportOf(id, fault));
    if (outcome.type === 'cursor-invalid' && cursor !== undefined) {
      cursor = outcome.from;
      isPart = true;
      return LEAST_WAIT_MS;
    }
    failures += 1;
    const nowMs = clock.now();
    if (closedAtMs !== undefined && options.isOnce && nowMs - closedAtMs >= QUIET_MS) return finish();
    const isTransient = outcome.type === 'retry' || outcome.type === 'rate-limited';
    if (!isTransient || failures > MAX_RETRIES) return endOf(outcome);
    const askedMs = outcome.type === 'rate-limited' ? (outcome.untilMs ?? nowMs) - nowMs : (outcome.afterMs ?? 0);
    if (askedMs > deps.maxWaitMs) return 'unavailable';
    const backoffMs = LEAST_WAIT_MS * 2 ** (failures - 1) * (1 + JITTER * deps.random());
    return Math.max(LEAST_WAIT_MS, askedMs > 0 ? askedMs : Math.min(deps.maxWaitMs, backoffMs));
  }

  while (!signal.aborted) {
    let fault: SourceError | undefined;
    try {
      await readOnce();
    } catch (error) {
      fault = toSourceError(error);
    }
    if (signal.aborted) break;
    const isClosed = isStream && sockets.activity.isClosedWell;
    let waitMs = isStream ? LEAST_WAIT_MS : pollSeconds * 1_000;
    if (fault && !isClosed) {
      const next = afterFault(fault);
      if (typeof next === 'string') return next;
      waitMs = next;
    } else {
      const isReopened = closedAtMs !== undefined;
      if (options.isOnce && (!isClosed || (isReopened && !isNews))) return finish();
      if (isClosed) closedAtMs = clock.now();
    }
    await clock.sleep(waitMs, signal).catch(() => undefined);
  }
  return finish();
}

/** The pages of a stream, until nothing at all has come over its socket for five seconds. */
async function* untilQuiet<T>(
  pages: AsyncIterable<T>,
  activity: SocketActivity,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  const iterator = pages[Symbol.asyncIterator]();
  const quiet = untilSilent(activity, clock, signal);
  let next = iterator.next();
  try {
    for (;;) {
      const result = await Promise.race([next, quiet]);
      if (result === 'quiet' || result.done) return;
      yield result.value;
      next = iterator.next();
    }
  } finally {
    // A generator that waits for its next frame ends when the signal aborts, not before: it isn't waited for.
    next.catch(() => undefined);
    void iterator.return?.().catch(() => undefined);
  }
}

async function untilSilent(activity: SocketActivity, clock: Clock, signal: AbortSignal): Promise<'quiet'> {
  for (;;) {
    const silentMs = activity.lastMs === undefined ? 0 : clock.now() - activity.lastMs;
    if (silentMs >= QUIET_MS) return 'quiet';
    try {
      await clock.sleep(QUIET_MS - silentMs, signal);
    } catch {
      return 'quiet';
    }
  }
}
