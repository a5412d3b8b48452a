import { stat } from 'node:fs/promises';
import type { QueuedOp } from '#core/jobs.ts';
import type { Clock } from '#core/clock.ts';
import type { RawPost } from '#core/post.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { FilePlan } from '#ingest/connectors/file/plan-file.ts';
import { readPosts } from '#ingest/connectors/file/read-posts.ts';
import type { Table } from '#ingest/connectors/file/table.ts';
import type { PrepareOps } from '#ingest/prepare-ops.ts';
import { createIdSet, type IdSet } from './id-set.ts';

/** What became of a file. Line numbers are the first few of each reason. */
export interface ImportSummary {
  rows: number;
  /** Comments handed over: a row with several text columns gives several. */
  kept: number;
  /** The same id again in this file: the later one wins. */
  duplicates: number;
  /** Rows or comments that were left out, by reason. */
  dropped: Map<string, Reason>;
  /** Rows that could not be read, by reason. */
  bad: Map<string, Reason>;
  /** Comments that are in, but dated by the file because of their own date. */
  misdated: Reason;
  /** Comments from before the retention, dated by the import. */
  outdated: number;
}

export interface Reason {
  count: number;
  lines: number[];
}

export interface ImportedAs {
  sourceName: string;
  organisation?: string | undefined;
}

export interface ImportFileDeps {
  clock: Clock;
  prepare: PrepareOps;
  /** Null in a dry run. */
  intake: Intake | null;
  signal: AbortSignal;
  onProgress(rows: number, share: number): void;
}

const SHOWN_LINES = 5;

/** Reads a file through redaction into the queue, in constant memory but for the ids that tell duplicates. */
export async function importFile(
  path: string,
  table: Table,
  plan: FilePlan,
  { sourceName, organisation }: ImportedAs,
  deps: ImportFileDeps,
): Promise<ImportSummary> {
  const { mtime } = await stat(path);
  const summary: ImportSummary = {
    rows: 0,
    kept: 0,
    duplicates: 0,
    dropped: new Map(),
    bad: new Map(),
    misdated: { count: 0, lines: [] },
    outdated: 0,
  };
  const seen = createIdSet();
  let handedOver: Promise<void> = Promise.resolve();
  const reading = {
    source: sourceName,
    organisation,
    columns: table.columns,
    ...plan,
    now: () => deps.clock.now(),
    fileDate: mtime.toISOString(),
  };
  for await (const page of readPosts(table, reading)) {
    deps.signal.throwIfAborted();
    summary.rows += page.rows;
    for (const { line, reason } of page.drops) add(summary.dropped, reason, line);
    for (const { line, problem } of page.problems) add(summary.bad, problem, line);
    for (const line of page.misdated) note(summary.misdated, line);
    const ops = prepared(page.posts, plan, sourceName, deps.prepare, summary, seen);
    // The next page is read and redacted while this one is being queued.
    await handedOver;
    handedOver = deps.intake?.submit(ops) ?? Promise.resolve();
    handedOver.catch(() => {});
    deps.onProgress(summary.rows, page.share);
  }
  await handedOver;
  return summary;
}

function prepared(
  posts: readonly RawPost[],
  plan: FilePlan,
  sourceName: string,
  prepare: PrepareOps,
  summary: ImportSummary,
  seen: IdSet,
): QueuedOp[] {
  const ops = new Map<string, QueuedOp>();
  const outcomes = prepare(
    posts.map((item) => ({ op: 'upsert' as const, item })),
    { id: sourceName, genre: plan.genre },
  );
  for (const outcome of outcomes) {
    if (outcome.type === 'drop') add(summary.dropped, outcome.reason);
    else if (outcome.type === 'quarantine') add(summary.bad, outcome.cause instanceof Error ? outcome.cause.message : outcome.reason);
    else if (outcome.value.op === 'upsert') {
      const { id, statedCreatedAt } = outcome.value.post;
      if (seen.add(id)) summary.kept += 1;
      else summary.duplicates += 1;
      if (statedCreatedAt !== undefined) summary.outdated += 1;
      // Of one id in one page the last wording is queued alone: nothing else in the two would tell which is later.
      ops.delete(id);
      ops.set(id, outcome.value);
    }
  }
  return [...ops.values()];
}

function add(reasons: Map<string, Reason>, reason: string, line?: number): void {
  const known = reasons.get(reason) ?? { count: 0, lines: [] };
  reasons.set(reason, known);
  note(known, line);
}

function note(reason: Reason, line: number | undefined): void {
  reason.count += 1;
  if (line !== undefined && reason.lines.length < SHOWN_LINES) reason.lines.push(line);
}
