import { systemClock } from '#core/clock.ts';
import type { AnalysedPost } from '#core/insight.ts';
import type { QueuedOp } from '#core/jobs.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import { generatePosts } from '#ingest/synthetic/generate-posts.ts';
import { createVault } from '#ingest/vault.ts';
import type { StageTimer } from '#core/stage.ts';
import { loadKnowledge } from '#infra/profiles/knowledge.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import { createPipeline } from '#workers/pipeline/pipeline.ts';
import type { PipelineItem } from '#workers/pipeline/draft.ts';
import type { RawPost } from '#core/post.ts';

export const BATCH = 200;

/** Invented posts as sources would hand them over, ending now. Each seed gives other ids. */
export function rawPosts(count: number, seed: number): RawPost[] {
  return [...generatePosts({ seed, untilMs: Date.now(), weeks: 4, posts: count })];
}

/** The same for everyone: clean, redact, pseudonymise, identify, seal. */
export function createPrepare(): (posts: readonly RawPost[]) => QueuedOp[] {
  const prepare = createPrepareOps({ clock: systemClock, vault: createVault('b'.repeat(48)), retentionDays: 396, redact: loadRedactor() });
  return (posts) =>
    prepare(
      posts.map((item) => ({ op: 'upsert', item })),
      { id: 'synthetic', genre: 'post', synthetic: true },
    ).flatMap((outcome) => (outcome.type === 'keep' ? [outcome.value] : []));
}

export function itemsOf(ops: readonly QueuedOp[]): PipelineItem[] {
  return ops.flatMap((op) =>
    op.op === 'upsert'
      ? [
          {
            post: op.post,
            ...(op.sealedReference ? { sealedReference: op.sealedReference } : {}),
            ...(op.redactor ? { redactor: op.redactor } : {}),
          },
        ]
      : [],
  );
}

export function* batchesOf<T>(items: readonly T[], size = BATCH): Iterable<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Runs the whole pipeline over memory-only stores and gives back the finished records. */
export async function finish(items: readonly PipelineItem[], time?: StageTimer): Promise<AnalysedPost[]> {
  await using posts = await openSqlitePostStore({ file: ':memory:', clock: systemClock });
  await using coordination = await openSqliteCoordination({ file: ':memory:', clock: systemClock });
  const run = createPipeline({
    posts,
    duplicates: coordination.duplicates,
    clock: systemClock,
    ...loadKnowledge(),
    ...(time ? { time } : {}),
  });
  const finished: AnalysedPost[] = [];
  for (const batch of batchesOf(items)) {
    for (const result of await run(batch)) if (result.type === 'keep') finished.push(result.value);
  }
  return finished;
}
