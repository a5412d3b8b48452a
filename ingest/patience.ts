import type { Clock } from '#core/clock.ts';
import type { Budgets } from '#core/ports/coordination.ts';
import { budgetKey } from './budgeted-client.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import type { RetryPolicy } from './retry-policy.ts';
import type { SourceError } from './source-error.ts';
import type { PartitionState } from './status-board.ts';

export interface PatienceDeps {
  /** Connector id. */
  source: string;
  clock: Clock;
  retry: RetryPolicy;
  budgets: Budgets;
  signal: AbortSignal;
  /** Told what is wrong and when it is tried again. */
  tell(state: PartitionState): Promise<void>;
}

/** How long to wait after failures of one thing that is tried again and again. */
export interface Patience {
  /** In a row. */
  readonly failures: number;
  succeeded(): void;
  /** Resolves when it is time for another try. */
  pauseAfter(fault: SourceError): Promise<void>;
}

const MISCONFIGURED_PAUSE_MS = 6 * 3_600_000;
const FATAL_PAUSE_MS = 15 * 60_000;
/** Pause after "too many requests" that says no more. */
const PATIENCE_MS = 60_000;

export function createPatience(deps: PatienceDeps): Patience {
  const { clock, retry, signal } = deps;
  const breaker = createCircuitBreaker();
  let failures = 0;

  function waitFor({ outcome }: SourceError, nowMs: number): { state: PartitionState['state']; waitMs: number } {
    const backoffMs = retry.delayMs(failures);
    if (outcome.type === 'rate-limited') {
      const askedMs = outcome.untilMs === undefined ? PATIENCE_MS : outcome.untilMs - nowMs;
      return { state: 'waiting', waitMs: Math.max(backoffMs, askedMs) };
    }
    breaker.failed(nowMs);
    if (outcome.type === 'config' || outcome.type === 'policy') return { state: 'misconfigured', waitMs: MISCONFIGURED_PAUSE_MS };
    const leastMs = outcome.type === 'retry' ? (outcome.afterMs ?? 0) : outcome.type === 'fatal' ? FATAL_PAUSE_MS : 0;
    return { state: 'unreachable', waitMs: Math.max(backoffMs, breaker.waitMs(nowMs), leastMs) };
  }

  return {
    get failures() {
      return failures;
    },
    succeeded() {
      failures = 0;
      breaker.succeeded();
    },
    async pauseAfter(fault) {
      failures += 1;
      const { outcome, url } = fault;
      if (outcome.type === 'rate-limited' && outcome.untilMs !== undefined && url) {
        await deps.budgets.hold(budgetKey(deps.source, url), outcome.untilMs);
      }
      const nowMs = clock.now();
      const { state, waitMs } = waitFor(fault, nowMs);
      await deps.tell({ state, detail: fault.message, nextTryAtMs: nowMs + waitMs });
      await clock.sleep(waitMs, signal);
    },
  };
}
