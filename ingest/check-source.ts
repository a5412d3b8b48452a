import type { Clock } from '#core/clock.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import { reportOf, type CollectReport } from './collect-report.ts';
import type { Connector, ReadContext } from './connector.ts';
import { SourceError, toSourceError } from './source-error.ts';
import { watchSockets } from './watch-socket.ts';

export interface CheckDeps {
  clock: Clock;
  http: HttpClient;
  openSocket: OpenSocket;
  signal: AbortSignal;
  timeoutMs: number;
}

/** How one partition of a source answered. */
export interface CheckResult {
  partition: string;
  /** Undefined: it answered as it should. */
  problem: CollectReport | undefined;
  tookMs: number;
}

/** Asks each partition once, as collection would, and keeps nothing: the newest page of a source that is polled, any frame of a stream. */
export async function* checkSource(connector: Connector, config: unknown, deps: CheckDeps): AsyncGenerator<CheckResult> {
  const { clock, signal } = deps;
  for (const [key, partition] of connector.partitions(config)) {
    if (signal.aborted) return;
    const startMs = clock.now();
    const fault = await faultOf(connector, partition, deps);
    yield { partition: key, problem: fault && reportOf(connector.meta.id, fault), tookMs: clock.now() - startMs };
  }
}

async function faultOf(connector: Connector, partition: unknown, deps: CheckDeps): Promise<SourceError | undefined> {
  const own = new AbortController();
  const sockets = watchSockets(deps.openSocket, deps.clock);
  const context: ReadContext<unknown> = {
    partition,
    isOnce: true,
    clock: deps.clock,
    http: deps.http,
    openSocket: sockets.openSocket,
    signal: AbortSignal.any([deps.signal, own.signal]),
    attempt: 0,
    malformed: () => undefined,
    dropped: () => undefined,
    warn: () => undefined,
  };
  const pages = connector.read(context, undefined)[Symbol.asyncIterator]();
  const first = pages.next();
  try {
    await Promise.race([first, timeOut(deps, own.signal)]);
    return undefined;
  } catch (error) {
    return toSourceError(error);
  } finally {
    own.abort();
    first.catch(() => undefined);
    void pages.return?.().catch(() => undefined);
  }
}

async function timeOut({ clock, timeoutMs, signal }: CheckDeps, own: AbortSignal): Promise<never> {
  await clock.sleep(timeoutMs, AbortSignal.any([signal, own]));
  throw new SourceError({ type: 'retry' }, `Nothing came within ${Math.round(timeoutMs / 1_000)} seconds.`);
}
