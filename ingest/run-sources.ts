import type { Clock } from '#core/clock.ts';
import type { Coordination, Lease } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import { createPageCommitter, LeaseLost } from './commit-page.ts';
import type { Connector } from './connector.ts';
import { createDeleteFilter } from './filter-deletes.ts';
import type { PrepareOps } from './prepare-ops.ts';
import { recheckPosts, type RecheckDeps } from './recheck-posts.ts';
import { createRetryPolicy } from './retry-policy.ts';
import { runPartition, type RunDeps, type RunLog } from './run-connector.ts';
import { createStatusBoard } from './status-board.ts';
import type { Vault } from './vault.ts';

export interface SourcesDeps {
  clock: Clock;
  /** For an operator's own addresses. */
  http: HttpClient;
  /** For addresses that users gave. */
  guardedHttp: HttpClient;
  openSocket: OpenSocket;
  coordination: Pick<Coordination, 'cursors' | 'leases' | 'budgets' | 'ledger'>;
  documents: DocumentStore;
  intake: Intake;
  posts: Pick<PostStore, 'known' | 'search' | 'getReference'>;
  vault: Pick<Vault, 'open'>;
  prepare: PrepareOps;
  metrics: Metrics;
  log: RunLog;
  /** Tells this process from others. */
  holder: string;
  random?: () => number;
}

/** A connector and its configuration, which its schema has accepted. */
export interface ConfiguredSource {
  connector: Connector;
  config: unknown;
}

const LEASE_MS = 60_000;
const RENEW_MS = 20_000;
const TAKEN_PAUSE_MS = 15_000;

/**
 * Collects from all sources until disposed. Each source has one owner among all processes, by a lease whose fence guards its cursors; a
 * source that fails never holds up another.
 */
export function runSources(sources: readonly ConfiguredSource[], deps: SourcesDeps): AsyncDisposable {
  const stop = new AbortController();
  const running = sources.map((source) => runSource(source, deps, stop.signal));
  return {
    async [Symbol.asyncDispose]() {
      stop.abort(new Error('Collection was stopped.'));
      await Promise.allSettled(running);
    },
  };
}

async function runSource({ connector, config }: ConfiguredSource, deps: SourcesDeps, signal: AbortSignal): Promise<void> {
  const { clock, coordination, documents, log, metrics } = deps;
  const { id, mode } = connector.meta;
  const retry = createRetryPolicy(deps.random);
  const board = createStatusBoard({
    id,
    mode,
    documents,
    clock,
    onChange(isWell, detail) {
      metrics.set('earshot_source_up', { source: id }, isWell ? 1 : 0);
      if (isWell) log.info({ source: id }, 'the source answers again');
      else log.warn({ source: id, detail }, 'the source does not answer as it should; it is tried again quietly');
    },
  });
  const { cursors, ledger } = coordination;
  const commit = createPageCommitter({ ...deps, cursors, ledger, retry, keepDeletes: createDeleteFilter({ ...deps, ledger }) });
  const http = connector.meta.isUserGiven ? deps.guardedHttp : deps.http;
  const parts: RunDeps & RecheckDeps = { ...deps, http, commit, retry, board, random: deps.random ?? Math.random };
  let isOpen = false;
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      const lease = await coordination.leases.acquire(`source:${id}`, deps.holder, LEASE_MS);
      if (!lease) {
        await clock.sleep(TAKEN_PAUSE_MS, signal);
        continue;
      }
      if (!isOpen) await board.open();
      isOpen = true;
      metrics.set('earshot_source_up', { source: id }, 1);
      await runUnderLease(connector, config, lease, parts, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof LeaseLost) failures = 1;
      else log.warn({ source: id, err: error }, 'collecting from the source was interrupted and begins again');
      await clock.sleep(retry.delayMs(failures), signal).catch(() => undefined);
    }
  }
}

/** Runs all partitions until the lease is lost or the signal aborts. Reads first end, then the lease is given back. */
async function runUnderLease(
  connector: Connector,
  config: unknown,
  lease: Lease,
  deps: RunDeps & RecheckDeps,
  outer: AbortSignal,
): Promise<void> {
  const own = new AbortController();
  const signal = AbortSignal.any([outer, own.signal]);
  const runs = [...connector.partitions(config)].map(([key, partition]) =>
    runPartition({ connector, key, partition, lease, signal }, deps),
  );
  if (connector.recheck) runs.push(recheckPosts({ connector, config, lease, signal }, deps));
  const keeping = keepLease(lease, deps, signal);
  try {
    await Promise.race([keeping, ...runs]);
  } finally {
    own.abort(new Error('The source is left to its next owner.'));
    await Promise.allSettled([keeping, ...runs]);
    await deps.coordination.leases.release(lease).catch(() => undefined);
  }
}

/** @throws LeaseLost when another process has it, or it could not be renewed before it ended. */
async function keepLease(lease: Lease, deps: RunDeps, signal: AbortSignal): Promise<never> {
  let renewedMs = deps.clock.now();
  for (;;) {
    await deps.clock.sleep(RENEW_MS, signal);
    const isHeld = await deps.coordination.leases.renew(lease, LEASE_MS).catch(() => undefined);
    if (isHeld === true) renewedMs = deps.clock.now();
    if (isHeld === false || deps.clock.now() - renewedMs >= LEASE_MS - RENEW_MS) throw new LeaseLost();
  }
}
