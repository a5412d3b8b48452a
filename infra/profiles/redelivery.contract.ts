import { seededRandom } from '#core/seeded-random.ts';
import { describe, expect, it } from 'vitest';
import { MATCH_ALL } from '#core/query.ts';
import { DAY_MS, HOUR_MS } from '#core/calendar.ts';
import { MAX_BATCH, type AnalyseJob, type QueuedOp } from '#core/jobs.ts';
import type { VirtualClock } from '#core/virtual-clock.ts';
import { createMetrics } from '#infra/metrics.ts';
import { createAnalyseHandler } from '#workers/handle-analyse-job.ts';
import type { Profile, RunningPipeline } from './profile.ts';
import { seededUpsert } from './test-support/seeded-upsert.ts';

export interface RedeliveryKit {
  /** A profile with nothing in it, on the given clock. */
  open(clock: VirtualClock): Promise<Profile>;
  createClock(): VirtualClock;
}

const POSTS = 200;

/** Each job delivered three times, shuffled, old after new: the newest wording wins, and what was erased stays erased. */
export function redeliveryContract(name: string, kit: RedeliveryKit): void {
  describe(`redelivery: ${name}`, () => {
    it('ends in the same state whatever is delivered how often and in which order', async () => {
      const clock = kit.createClock();
      await using profile = await kit.open(clock);
      await using pipeline = await profile.startPipeline(() => {});
      const handle = handlerOf(profile, pipeline);
      const originals = Array.from({ length: POSTS }, (_, n) => seededUpsert(n, 11, clock.now()));
      const edited = originals.filter((_, n) => n % 3 === 0).map((op, n) => edit(op, n));
      const erased = originals.filter((_, n) => n % 5 === 0).map(forget);
      const jobs = [...batches(originals, 'original'), ...batches(edited, 'edited'), ...batches(erased, 'erased')];

      for (const job of shuffled([...jobs, ...jobs, ...jobs], 5)) await handle(job);
      await profile.posts.refresh();
      await expectEndState(profile, originals, new Set(erased.map(idOf)), new Map(edited.map((op) => [idOf(op), textOf(op)])));

      for (const laterMs of [61_000, DAY_MS]) {
        await clock.advance(laterMs);
        for (const job of shuffled([...batches(originals, 'original'), ...batches(originals, 'again')], laterMs)) await handle(job);
        await profile.posts.refresh();
        await expectEndState(profile, originals, new Set(erased.map(idOf)), new Map(edited.map((op) => [idOf(op), textOf(op)])));
      }
      for (const account of await profile.coordination.ledger.accounts()) {
        expect(account.pending).toBe(0);
        expect(account.collected).toBe(account.outcomes.reduce((sum, { count }) => sum + count, 0));
      }
    }, 120_000);
  });
}

function handlerOf(profile: Profile, { analyse }: RunningPipeline) {
  const { posts, documents, coordination, jobs, clock } = profile;
  const metrics = createMetrics();
  const { ledger, duplicates } = coordination;
  const handler = createAnalyseHandler({ analyse, posts, documents, ledger, duplicates, jobs, metrics, clock });
  return (job: AnalyseJob) => handler({ id: job.batchId, data: job, starts: 1, attempt: 1 }, new AbortController().signal);
}

async function expectEndState(profile: Profile, originals: QueuedOp[], erased: Set<string>, texts: Map<string, string>): Promise<void> {
  const held = await Promise.all(originals.map((op) => profile.posts.get(idOf(op))));
  const wanted = originals.map((op) => (erased.has(idOf(op)) ? undefined : (texts.get(idOf(op)) ?? textOf(op))));
  expect(held.map((post) => post?.text)).toEqual(wanted);
  expect((await profile.posts.totals({ where: MATCH_ALL })).posts).toBe(originals.length - erased.size);
}

function edit(op: QueuedOp, n: number): QueuedOp {
  if (op.op !== 'upsert') return op;
  const contentMs = op.post.contentMs + HOUR_MS / 60;
  const { text, contentHash } = (seededUpsert(n, 12, op.post.contentMs) as typeof op).post;
  return { ...op, post: { ...op.post, text, contentHash, contentMs } };
}

function forget(op: QueuedOp): QueuedOp {
  return { op: 'forget', id: idOf(op), source: 'rss', reason: 'user' };
}

function batches(ops: QueuedOp[], name: string): AnalyseJob[] {
  const count = Math.ceil(ops.length / (MAX_BATCH / 5));
  return Array.from({ length: count }, (_, n) => ({
    batchId: `b-${name}-${n}`,
    openedAtMs: 0,
    ops: ops.slice((n * MAX_BATCH) / 5, ((n + 1) * MAX_BATCH) / 5),
  }));
}

function shuffled<T>(items: T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const idOf = (op: QueuedOp) => (op.op === 'upsert' ? op.post.id : op.op === 'forget' ? op.id : '');
const textOf = (op: QueuedOp) => (op.op === 'upsert' ? op.post.text : '');
