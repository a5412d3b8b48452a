import type { Clock } from '#core/clock.ts';
import type { Coordination, Lease } from '#core/ports/coordination.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import { createBudgetedClient, rateOf } from './budgeted-client.ts';
import { createAsides, LeaseLost, type CommitPage } from './commit-page.ts';
import { preparedAs, type Connector } from './connector.ts';
import { shortHash } from './identity.ts';
import { createPatience } from './patience.ts';
import type { RetryPolicy } from './retry-policy.ts';
import { toSourceError, type SourceError } from './source-error.ts';
import type { StatusBoard } from './status-board.ts';

export interface RunDeps {
  clock: Clock;
  http: HttpClient;
  openSocket: OpenSocket;
  coordination: Pick<Coordination, 'cursors' | 'leases' | 'budgets'>;
  commit: CommitPage;
  retry: RetryPolicy;
  metrics: Metrics;
  board: StatusBoard;
  random: () => number;
  log: RunLog;
}

export interface RunLog {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
}

/** One partition of a source, read under its source's lease. */
export interface PartitionRun {
  connector: Connector;
  key: string;
  partition: unknown;
  lease: Lease;
  signal: AbortSignal;
}

const JITTER = 0.1;
/** A stream that ended without trouble is opened again after this. */
const REOPEN_MS = 1_000;

/** Key of a partition's cursor: short whatever the partition's own key is. */
export function cursorKey(source: string, partition: string): string {
  return `source:${source}:${shortHash(partition)}`;
}

/**
 * Reads one partition for ever: from its cursor, page by page, each committed before the next is taken, so that a queue that lags slows the
 * source down. Waits as the source asks, backs off when it fails, and never gives up.
 *
 * @throws LeaseLost when another process has taken the source over, or the signal's reason.
 */
export async function runPartition(run: PartitionRun, deps: RunDeps): Promise<never> {
  const { connector, signal } = run;
  const { clock, board } = deps;
  const { id } = connector.meta;
  const key = cursorKey(id, run.key);
  const patience = createPatience({
    source: id,
    clock,
    retry: deps.retry,
    budgets: deps.coordination.budgets,
    signal,
    tell: (state) => board.set(run.key, state),
  });
  const http = createBudgetedClient({
    ...deps,
    source: id,
    rate: rateOf(connector.meta),
    budgets: deps.coordination.budgets,
    signal,
  });
  const warned = new Set<string>();

  async function load(): Promise<{ value: unknown; revision: number }> {
    const held = await deps.coordination.cursors.get(key);
    if (!held || held.value === null) return { value: undefined, revision: held?.revision ?? 0 };
    const parsed = connector.meta.cursorSchema.safeParse(held.value);
    if (parsed.success) return { value: parsed.data, revision: held.revision };
    await board.addGap({ fromMs: held.savedAtMs, toMs: clock.now(), reason: 'The saved position could not be used any more.' });
    return { value: undefined, revision: held.revision };
  }

  /** @returns the cursor after the last page. */
  async function readOnce(): Promise<unknown> {
    let { value, revision } = await load();
    const dueMs = value === undefined ? 0 : (connector.dueMs?.(value) ?? 0);
    if (dueMs > clock.now()) {
      await board.succeeded(run.key);
      await clock.sleep(dueMs - clock.now(), signal);
    }
    const asides = createAsides();
    const context = {
      partition: run.partition,
      clock,
      http,
      openSocket: deps.openSocket,
      signal,
      attempt: patience.failures,
      malformed: asides.malformed,
      dropped: asides.dropped,
      warn(message: string) {
        if (!warned.has(message)) deps.log.warn({ source: id }, message);
        warned.add(message);
      },
    };
    const target = {
      source: preparedAs(connector.meta),
      cursorKey: key,
      fence: run.lease.fence,
      signal,
      onStalled: (isStalled: boolean) =>
        void board.set(
          run.key,
          isStalled ? { state: 'waiting', detail: 'The queue takes nothing right now; nothing is lost.' } : { state: 'collecting' },
        ),
    };
    for await (const page of connector.read(context, value)) {
      if (page.gap) await board.addGap(page.gap);
      revision = await deps.commit(page, asides.take(), revision, target);
      value = page.cursor;
      patience.succeeded();
      await board.succeeded(run.key);
    }
    signal.throwIfAborted();
    return value;
  }

  /** The position is useless: begin anew or from what is left, and say what may be missing. */
  async function replaceCursor(error: SourceError, from: unknown): Promise<void> {
    const held = await deps.coordination.cursors.get(key);
    if (!held) return;
    if (from === undefined) await board.addGap({ fromMs: held.savedAtMs, toMs: clock.now(), reason: error.message });
    await deps.coordination.cursors.set(key, from ?? null, held.revision, run.lease.fence);
  }

  await board.set(run.key, { state: 'starting' });
  for (;;) {
    signal.throwIfAborted();
    try {
      const cursor = await readOnce();
      if (connector.meta.mode === 'stream') await clock.sleep(REOPEN_MS, signal);
      else {
        const dueMs = cursor === undefined ? 0 : (connector.dueMs?.(cursor) ?? 0);
        const jitter = 1 + JITTER * deps.random();
        await clock.sleep(Math.max(connector.meta.pollSeconds * 1_000 * jitter, dueMs - clock.now()), signal);
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LeaseLost) throw error;
      const fault = toSourceError(error);
      if (fault.outcome.type === 'cursor-invalid') await replaceCursor(fault, fault.outcome.from);
      await patience.pauseAfter(fault);
    }
  }
}
