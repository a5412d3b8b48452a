import { z } from 'zod';
import type { Clock } from '#core/clock.ts';
import { DAY_MS } from '#core/calendar.ts';
import { hasCode } from '#core/errors.ts';
import type { QueuedOp } from '#core/jobs.ts';
import type { Coordination, Lease } from '#core/ports/coordination.ts';
import type { HttpClient } from '#core/ports/http.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import type { PostStore, SearchPage, SearchPosition } from '#core/ports/post-store.ts';
import { createBudgetedClient, rateOf } from './budgeted-client.ts';
import { createAsides, LeaseLost, type CommitPage } from './commit-page.ts';
import { preparedAs, type Connector, type HeldPost } from './connector.ts';
import { createPatience } from './patience.ts';
import type { RetryPolicy } from './retry-policy.ts';
import { toSourceError } from './source-error.ts';
import type { StatusBoard } from './status-board.ts';
import type { Vault } from './vault.ts';

export interface RecheckDeps {
  clock: Clock;
  http: HttpClient;
  openSocket: OpenSocket;
  coordination: Pick<Coordination, 'cursors' | 'budgets'>;
  posts: Pick<PostStore, 'search' | 'getReference' | 'known'>;
  vault: Pick<Vault, 'open'>;
  intake: Intake;
  commit: CommitPage;
  retry: RetryPolicy;
  metrics: Metrics;
  board: StatusBoard;
}

export interface RecheckRun {
  connector: Connector;
  config: unknown;
  lease: Lease;
  signal: AbortSignal;
}

const HOUR_MS = 3_600_000;
/** Where the terms name no time. */
const USUAL_HOURS = 24;
/** A pass begins this much earlier than what is allowed, so that it can end in time. */
const MARGIN = 0.75;
const PAGE = 100;
const LONGEST_PAUSE_MS = 60_000;
const READ_TIMEOUT_MS = 60_000;

const positionSchema = z.object({ createdAtMs: z.number().int(), id: z.string() });

/** Where the look at all held posts is. */
const passSchema = z.object({
  /** When the first pass ever began. */
  firstMs: z.number().int(),
  /** Of the pass under way. */
  startedMs: z.number().int(),
  /** Null: the pass has not begun, or is over. */
  after: positionSchema.nullable(),
  isUnderWay: z.boolean(),
  /** When the last pass that was ended began, and ended. */
  done: z.object({ startedMs: z.number().int(), endedMs: z.number().int() }).nullable(),
});
type Pass = z.infer<typeof passSchema>;

/**
 * Looks at all held posts of a source again and again, newest first, so that what is deleted or edited there is so here, in the time that the source's
 * terms give. Posts that could not be looked at for longer than the terms allow are forgotten.
 *
 * @throws LeaseLost when another process has taken the source over, or the signal's reason.
 */
export async function recheckPosts({ connector, config, lease, signal }: RecheckRun, deps: RecheckDeps): Promise<never> {
  const { id, policy, recheckSize = 1 } = connector.meta;
  const { clock, coordination, board } = deps;
  const key = `recheck:${id}`;
  const everyMs = (policy.deleteWithinHours ?? USUAL_HOURS) * HOUR_MS * MARGIN;
  const where = { type: 'field', field: 'source', value: id } as const;
  const rate = rateOf(connector.meta);
  const http = createBudgetedClient({ ...deps, source: id, rate, budgets: coordination.budgets, signal });
  const { retry } = deps;
  const patience = createPatience({
    source: id,
    clock,
    retry,
    budgets: coordination.budgets,
    signal,
    tell: ({ detail }) => board.rechecked({ detail: detail ?? null }),
  });
  const asides = createAsides();
  const target = {
    source: preparedAs(connector.meta),
    cursorKey: key,
    fence: lease.fence,
    signal,
    onStalled: () => undefined,
    select: onlyEdits,
  };

  /** What was looked at and has not changed is no news. */
  async function onlyEdits(ops: readonly QueuedOp[]): Promise<QueuedOp[]> {
    const upserts = ops.flatMap((op) => (op.op === 'upsert' ? [{ id: op.post.id, createdAtMs: op.post.createdAtMs }] : []));
    const known = await deps.posts.known(upserts);
    return ops.filter((op) => {
      if (op.op !== 'upsert') return true;
      const held = known.get(op.post.id);
      return held !== undefined && !held.erased && held.contentHash !== op.post.contentHash;
    });
  }

  async function load(): Promise<{ pass: Pass; revision: number }> {
    const held = await coordination.cursors.get(key);
    const parsed = passSchema.safeParse(held?.value);
    const nowMs = clock.now();
    const fresh: Pass = { firstMs: nowMs, startedMs: nowMs, after: null, isUnderWay: true, done: null };
    return { pass: parsed.success ? parsed.data : fresh, revision: held?.revision ?? 0 };
  }

  async function keep(pass: Pass, revision: number): Promise<number> {
    const next = await coordination.cursors.set(key, pass, revision, lease.fence);
    if (next === null) throw new LeaseLost();
    return next;
  }

  function read(range: { fromMs?: number; toMs?: number }, after: SearchPosition | null): Promise<SearchPage> {
    const options = { signal, timeoutMs: READ_TIMEOUT_MS };
    return deps.posts.search({ where, ...range, limit: PAGE, order: 'newest', ...(after ? { after } : {}) }, options);
  }

  /** A link that can't be opened holds up no other. */
  async function heldPosts(page: SearchPage): Promise<HeldPost[]> {
    const held: HeldPost[] = [];
    for (const { id: postId, createdAtMs } of page.posts) {
      const sealed = await deps.posts.getReference(postId);
      if (sealed === null) continue;
      try {
        const { nativeId, canonicalId, feed, url } = deps.vault.open(postId, sealed);
        held.push({ source: id, nativeId, canonicalId, feed, url, createdAtMs });
      } catch (error) {
        if (!hasCode(error, 'sealed')) throw error;
        await warn(`Posts are not looked at again: ${error.message}`);
      }
    }
    return held;
  }

  /** What was said during a pass is still so after it. */
  let warned: string | null = null;
  async function warn(message: string): Promise<void> {
    if (warned === message) return;
    warned = message;
    await board.rechecked({ detail: message });
  }

  const context = () => ({
    config,
    clock,
    http,
    openSocket: deps.openSocket,
    signal,
    attempt: patience.failures,
    malformed: asides.malformed,
    dropped: () => undefined,
    warn: (message: string) => void warn(message),
  });

  /** Goes on with the pass from where it is. */
  async function runPass(): Promise<void> {
    let { pass, revision } = await load();
    if (!pass.isUnderWay) {
      const dueMs = pass.startedMs + everyMs;
      if (dueMs > clock.now()) await clock.sleep(dueMs - clock.now(), signal);
      pass = { ...pass, startedMs: clock.now(), after: null, isUnderWay: true };
    }
    revision = await keep(pass, revision);
    warned = null;
    for (;;) {
      const page = await read({ toMs: pass.startedMs + 1 }, pass.after);
      const held = await heldPosts(page);
      const pauseMs = pauseBetween(page.total / recheckSize, everyMs, rate.refillPerSecond);
      for (let start = 0; start < held.length; start += recheckSize) {
        for await (const ops of connector.recheck!(context(), held.slice(start, start + recheckSize))) {
          if (ops.length > 0) revision = await deps.commit({ ops: [...ops], cursor: pass, hasMore: true }, asides.take(), revision, target);
        }
        patience.succeeded();
        await clock.sleep(pauseMs, signal);
      }
      if (page.next === null) break;
      pass = { ...pass, after: page.next };
      revision = await keep(pass, revision);
    }
    const done = { startedMs: pass.startedMs, endedMs: clock.now() };
    await keep({ ...pass, after: null, isUnderWay: false, done }, revision);
    await board.rechecked({ completedAtMs: done.endedMs, detail: detailOf(done, policy.deleteWithinHours) ?? warned });
  }

  /** Workers take away what is given up; until they have, it would be found again. */
  let forgottenMs = -Infinity;

  /** What the source could not be asked about for as long as its terms allow is given up. */
  async function forgetStale(): Promise<void> {
    if (policy.refreshWithinDays === null) return;
    const { pass } = await load();
    const limitMs = policy.refreshWithinDays * DAY_MS;
    const nowMs = clock.now();
    if (nowMs - (pass.done?.startedMs ?? pass.firstMs) < limitMs || nowMs - forgottenMs < HOUR_MS) return;
    let after: SearchPosition | null = null;
    do {
      const page: SearchPage = await read({ toMs: nowMs - limitMs }, after);
      // An old post that was collected lately was there then.
      const stale = page.posts.filter(({ collectedAtMs }) => collectedAtMs < nowMs - limitMs);
      if (stale.length > 0) await deps.intake.submit(stale.map((post) => ({ op: 'forget', id: post.id, source: id, reason: 'expired' })));
      after = page.next;
    } while (after !== null);
    forgottenMs = nowMs;
  }

  for (;;) {
    signal.throwIfAborted();
    try {
      await forgetStale();
      await runPass();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LeaseLost) throw error;
      await patience.pauseAfter(toSourceError(error));
    }
  }
}

/** Spreads a pass over half the time it has, slower than half of what the service allows, so that collecting goes first. */
function pauseBetween(calls: number, everyMs: number, refillPerSecond: number): number {
  const leastMs = 2_000 / refillPerSecond;
  return Math.max(leastMs, Math.min(LONGEST_PAUSE_MS, everyMs / 2 / Math.max(1, calls)));
}

function detailOf({ startedMs, endedMs }: { startedMs: number; endedMs: number }, hours: number | null): string | null {
  const tookHours = (endedMs - startedMs) / HOUR_MS;
  if (hours === null || tookHours <= hours) return null;
  return `Looking at all held posts again took ${Math.round(tookHours)} hours; the terms allow ${hours} from one look to the next. Keep fewer posts of this source, or ask the service for a higher rate.`;
}
