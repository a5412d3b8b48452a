import type { Clock } from '#core/clock.ts';
import type { QueuedOp } from '#core/jobs.ts';
import type { Budgets } from '#core/ports/coordination.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import { createBudgetedClient, rateOf } from './budgeted-client.ts';
import type { CollectEnd } from './collect-report.ts';
import { collectSource, type CollectSourceDeps } from './collect-source.ts';
import { preparedAs, type Connector, type Op } from './connector.ts';
import type { PrepareOps } from './prepare-ops.ts';

export interface BackfillDeps extends Pick<CollectSourceDeps, 'openSocket' | 'random' | 'signal' | 'maxWaitMs' | 'report'> {
  clock: Clock;
  http: HttpClient;
  budgets: Budgets;
  metrics: Metrics;
  prepare: PrepareOps;
  intake: Intake;
  /** Posts handed over so far, and the date of the earliest. */
  onProgress(posts: number, earliestMs: number): void;
}

export interface BackfillSummary {
  /** How each part of the source ended. */
  ends: CollectEnd[];
  /** Posts handed over; what was held already is dropped later, and counts here. */
  posts: number;
  /** Left out at once: without text, or not valid. */
  left: number;
}

/** Collecting goes on beside it, and goes first. */
const SHARE_OF_RATE = 0.5;

/**
 * Reads the posts of a range of time once more, or for the first time, beside what is collected: the positions of collecting stay where they are. A run that
 * was interrupted is begun again; what is held already stays as it is. Of deletes only those of posts that came in the same run are handed on: the others
 * were met when they happened.
 */
export async function backfillSource(
  connector: Connector,
  config: unknown,
  range: { sinceMs: number; untilMs: number },
  deps: BackfillDeps,
): Promise<BackfillSummary> {
  const { meta } = connector;
  const { capacity, refillPerSecond } = rateOf(meta);
  const rate = { capacity, refillPerSecond: refillPerSecond * SHARE_OF_RATE };
  const http = createBudgetedClient({ ...deps, source: meta.id, rate });
  const source = preparedAs(meta);
  const handedOver = new Set<string>();
  let posts = 0;
  let left = 0;
  let earliestMs = range.untilMs;

  async function write(ops: readonly Op[]): Promise<void> {
    const wanted = ops.filter((op) => op.op !== 'purge-author');
    const kept = deps.prepare(wanted, source).flatMap((outcome): QueuedOp[] => {
      if (outcome.type !== 'keep') {
        left += 1;
        return [];
      }
      const op = outcome.value;
      if (op.op === 'upsert') {
        handedOver.add(op.post.id);
        earliestMs = Math.min(earliestMs, op.post.createdAtMs);
        return [op];
      }
      return op.op === 'forget' && handedOver.has(op.id) ? [op] : [];
    });
    if (kept.length > 0) await deps.intake.submit(kept);
    posts += kept.filter(({ op }) => op === 'upsert').length;
    deps.onProgress(posts, earliestMs);
  }

  const ends = await collectSource(connector, config, { cursor: undefined, range, isOnce: true }, { ...deps, http, write });
  return { ends, posts, left };
}
