import type { Clock } from '#core/clock.ts';
import { hasCode } from '#core/errors.ts';
import type { QueuedOp } from '#core/jobs.ts';
import type { BatchLedger, Cursors } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import { createAccountant, measureCollected, type Aside } from './account-asides.ts';
import type { MalformedItem, Op, Page, ReadContext } from './connector.ts';
import type { PreparedSource, PrepareOps } from './prepare-ops.ts';
import { rawPostSchema } from './raw-post-schema.ts';
import type { DeleteFilter } from './filter-deletes.ts';
import type { RetryPolicy } from './retry-policy.ts';

export interface CommitDeps {
  clock: Clock;
  prepare: PrepareOps;
  intake: Intake;
  ledger: BatchLedger;
  cursors: Cursors;
  documents: DocumentStore;
  metrics: Metrics;
  retry: RetryPolicy;
  keepDeletes: DeleteFilter;
}

/** Where a page is committed to. `revision` and what was left out belong to one read of one partition. */
export interface CommitTarget {
  source: PreparedSource;
  cursorKey: string;
  fence: number;
  signal: AbortSignal;
  /** Which of the prepared operations are handed on; all where it isn't given. */
  select?(ops: readonly QueuedOp[]): Promise<QueuedOp[]>;
  /** Told when the queue or a store can't take it, and again when it can. */
  onStalled(isStalled: boolean): void;
}

/** What a connector reports beside its operations, until the page that it belongs to is committed. */
export interface Asides extends Pick<ReadContext<unknown>, 'malformed' | 'dropped'> {
  take(): Aside[];
}

export function createAsides(): Asides {
  let held: Aside[] = [];
  return {
    malformed: ({ key, field, bytes }: MalformedItem) => held.push({ key, outcome: 'quarantined', reason: 'invalid', field, bytes }),
    dropped: ({ key, reason }) => held.push({ key, outcome: 'dropped', reason, field: null, bytes: 0 }),
    take() {
      const taken = held;
      held = [];
      return taken;
    },
  };
}

/** Another process owns the source now. */
export class LeaseLost extends Error {
  constructor() {
    super('Another process collects from this source now.');
    this.name = 'LeaseLost';
  }
}

/**
 * Commits pages in this order: operations durable in the queue, what was left out in the ledger and in quarantine, then the cursor. So a
 * cursor is never ahead of what is durable; a crash between the steps repeats some of them, and each is harmless to repeat.
 */
export function createPageCommitter(deps: CommitDeps) {
  const account = createAccountant(deps);

  async function patiently<T>(target: CommitTarget, step: () => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures++) {
      target.signal.throwIfAborted();
      try {
        const result = await step();
        if (failures > 1) target.onStalled(false);
        return result;
      } catch (error) {
        if (!hasCode(error, 'unavailable')) throw error;
        target.onStalled(true);
        await deps.clock.sleep(deps.retry.delayMs(failures), target.signal);
      }
    }
  }

  /** What preparation kept, and what it left out with the others. */
  function prepareAll(ops: readonly Op[], source: PreparedSource): { kept: QueuedOp[]; asides: Aside[] } {
    const kept: QueuedOp[] = [];
    const asides: Aside[] = [];
    deps.prepare(ops, source).forEach((outcome, index) => {
      if (outcome.type === 'keep') {
        kept.push(outcome.value);
        return;
      }
      const op = ops[index]!;
      const [outcomeName, field] = outcome.type === 'drop' ? (['dropped', null] as const) : (['quarantined', fieldOf(op)] as const);
      const bytes = Buffer.byteLength(JSON.stringify(op) ?? '');
      asides.push({ key: keyOf(op), outcome: outcomeName, reason: outcome.reason, field, bytes });
    });
    return { kept, asides };
  }

  /**
   * @returns the cursor's new revision.
   * @throws LeaseLost when another owner moved the cursor.
   */
  return async function commitPage(
    page: Page<unknown>,
    reported: readonly Aside[],
    revision: number,
    target: CommitTarget,
  ): Promise<number> {
    const { id } = target.source;
    const { kept: prepared, asides } = prepareAll(page.ops, target.source);
    const chosen = target.select ? await patiently(target, () => target.select!(prepared)) : prepared;
    const kept = await patiently(target, () => deps.keepDeletes(chosen));
    const all = [...reported, ...asides];
    if (kept.length) await patiently(target, () => deps.intake.submit(kept));
    for (const aside of all) await patiently(target, () => account(id, aside));
    const next = await patiently(target, () => deps.cursors.set(target.cursorKey, page.cursor, revision, target.fence));
    if (next === null) throw new LeaseLost();
    measureCollected(deps.metrics, id, kept.length + all.length, all);
    return next;
  };
}
export type CommitPage = ReturnType<typeof createPageCommitter>;

function fieldOf(op: Op): string | null {
  if (op.op !== 'upsert') return op.op === 'delete' ? 'ref.canonicalId' : 'author.id';
  return rawPostSchema.safeParse(op.item).error?.issues[0]?.path.join('.') ?? null;
}

function keyOf(op: Op): string {
  if (op.op !== 'upsert') return JSON.stringify(op);
  const { source, canonicalId, editedAt } = op.item;
  return JSON.stringify([source, canonicalId, editedAt]);
}
