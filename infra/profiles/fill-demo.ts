import { DAY_MS, londonDate, londonDayStartMs } from '#core/calendar.ts';
import type { QueuedOp } from '#core/jobs.ts';
import type { RawPost } from '#core/post.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { sourceStatusDocument, type SourceStatus } from '#core/ports/source-status.ts';
import type { CommandIo } from '#infra/commands/command.ts';
import type { Config } from '#infra/config.ts';
import { createProgressBar } from '#infra/progress-bar.ts';
import { createPrepareOps, type PrepareOps } from '#ingest/prepare-ops.ts';
import { generatePosts } from '#ingest/synthetic/generate-posts.ts';
import { SYNTHETIC_SOURCES } from '#ingest/synthetic/sources.ts';
import { createVault } from '#ingest/vault.ts';
import type { DemoContent } from './demo-folder.ts';
import type { Profile } from './profile.ts';

export const DEMO_WEEKS = 13;

const CHUNK = 1_000;
/** Posts that may wait in the queue: what is written there ahead of the worker only takes disk and time. */
const MAX_PENDING = 4_000;
const POLL_MS = 50;

/** The instant by which the generator knows the last day. */
export function demoUntilMs(until: string): number {
  return londonDayStartMs(Math.floor(Date.parse(until) / DAY_MS)) + DAY_MS / 2;
}

/**
 * Fills an open profile, whose worker runs, with invented posts on the way that collected ones go: preparation, queue, pipeline, store.
 *
 * @returns whether every post is in and searchable; false when it was asked to stop.
 */
export async function fillDemo(
  profile: Profile,
  config: Pick<Config, 'retentionDays'>,
  content: DemoContent,
  io: Pick<CommandIo, 'signal' | 'stdout'>,
): Promise<boolean> {
  const { clock, coordination, documents, intake, pseudonymSecret } = profile;
  const untilMs = demoUntilMs(content.until);
  const prepare = createPrepareOps({
    clock,
    vault: createVault(pseudonymSecret),
    retentionDays: config.retentionDays,
    redact: loadRedactor(),
  });
  const bar = createProgressBar(io.stdout, 'Inventing and analysing posts', content.posts);
  let made = 0;

  async function waitUntilPending(most: number): Promise<void> {
    while (!io.signal.aborted) {
      const accounts = await coordination.ledger.accounts();
      const pending = accounts.reduce((sum, account) => sum + account.pending, 0);
      bar.update(made - pending);
      if (pending <= most) return;
      await clock.sleep(POLL_MS);
    }
  }

  for (const chunk of chunksOf(generatePosts({ seed: content.seed, untilMs, weeks: DEMO_WEEKS, posts: content.posts }), CHUNK)) {
    await intake.submit(prepareAll(chunk, prepare));
    made += chunk.length;
    await waitUntilPending(MAX_PENDING);
    if (io.signal.aborted) return false;
  }
  await waitUntilPending(0);
  if (io.signal.aborted) return false;
  for (const status of statuses(untilMs, clock.now())) await documents.put(sourceStatusDocument, status.id, status, 'any');
  bar.end();
  return true;
}

function prepareAll(posts: readonly RawPost[], prepare: PrepareOps): QueuedOp[] {
  const ready: QueuedOp[] = [];
  for (const source of SYNTHETIC_SOURCES) {
    const ops = posts.filter((post) => post.source === source.id).map((item) => ({ op: 'upsert' as const, item }));
    for (const outcome of prepare(ops, { id: source.id, genre: source.genre, synthetic: true })) {
      if (outcome.type === 'quarantine') throw outcome.cause;
      if (outcome.type === 'keep') ready.push(outcome.value);
    }
  }
  return ready;
}

function* chunksOf<T>(items: Iterable<T>, size: number): Iterable<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Where the posts are said to come from, and since when, so that coverage has something true to say. */
function statuses(untilMs: number, nowMs: number): SourceStatus[] {
  const sinceMs = londonDayStartMs(Math.floor(Date.parse(londonDate(untilMs)) / DAY_MS) + 1 - DEMO_WEEKS * 7);
  return SYNTHETIC_SOURCES.map(({ id }) => ({
    id,
    mode: 'file',
    state: 'off',
    detail: 'Synthetic data: nothing is collected in a demo.',
    collectedSinceMs: sinceMs,
    lastSuccessAtMs: null,
    nextTryAtMs: null,
    gaps: [],
    updatedAtMs: nowMs,
  }));
}
