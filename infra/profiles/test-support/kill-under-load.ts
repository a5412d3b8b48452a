import { seededRandom } from '#core/seeded-random.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueuedOp } from '#core/jobs.ts';
import type { SourceAccount } from '#core/ports/coordination.ts';
import type { Status } from '../operations.ts';
import { startEarshot, type EarshotProcess } from './earshot-process.ts';
import { SEEDED_SOURCE, seededUpsert } from './seeded-upsert.ts';

export interface KillPlan {
  folder: string;
  posts: number;
  kills: number;
  seed: number;
}

export interface KillReport {
  wanted: string[];
  /** Ids that the API lists afterwards, in its order, repetitions included. */
  found: string[];
  account: SourceAccount | undefined;
  starts: number;
  /** How the last process ended when it was asked to. */
  stopped: { code: number | null; seconds: number };
  log: string;
}

const BATCH = 50;

/**
 * Hands posts over in small batches, as ingest does: a batch is handed over again until it is acknowledged. Meanwhile the process is
 * killed at random points and started again. At the end everything is given time to settle, and the API is asked for all it holds.
 */
export async function killUnderLoad({ folder, posts, kills, seed }: KillPlan): Promise<KillReport> {
  const random = seededRandom(seed);
  const ops = Array.from({ length: posts }, (_, n) => seededUpsert(n, seed));
  let log = '';
  let starts = 1;
  let running = await startEarshot(folder);
  let position = 0;
  const killAt = Array.from({ length: kills }, () => Math.floor(random() * posts)).sort((a, b) => a - b);

  async function restart(): Promise<void> {
    await sleep(random() * 300);
    await running.kill();
    log += running.log();
    running = await startEarshot(folder);
    starts += 1;
  }

  while (position < posts || killAt.length > 0) {
    const batch = ops.slice(position, position + BATCH);
    const killed = killAt.length > 0 && position >= killAt[0]! ? restart() : undefined;
    if (killed) killAt.shift();
    const acknowledged = await submit(running, batch);
    await killed;
    if (acknowledged) position += batch.length;
  }
  const status = await settle(running);
  const found = await listAll(running.address);
  log += running.log();
  const stopped = await running.stop();
  return { wanted: ops.map(idOf), found, account: status.accounts.find(({ source }) => source === SEEDED_SOURCE), starts, stopped, log };
}

async function submit(running: EarshotProcess, batch: QueuedOp[]): Promise<boolean> {
  if (batch.length === 0) return true;
  try {
    await (await running.client()).call('submit', batch);
    return true;
  } catch {
    return false;
  }
}

async function settle(running: EarshotProcess): Promise<Status> {
  const client = await running.client();
  for (;;) {
    const status = (await client.call('status', null)) as Status;
    if (status.accounts.every(({ pending }) => pending === 0)) return status;
    await sleep(100);
  }
}

async function listAll(address: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query: string = new URLSearchParams({ limit: '100', relevance: 'all', ...(after === null ? {} : { cursor: after }) }).toString();
    const response = await fetch(`${address}/v1/posts?${query}`);
    if (!response.ok) throw new Error(`the API answered ${response.status}`);
    const page = (await response.json()) as { items: { id: string }[]; nextCursor: string | null };
    ids.push(...page.items.map(({ id }) => id));
    after = page.nextCursor;
  } while (after !== null);
  return ids;
}

function idOf(op: QueuedOp): string {
  return op.op === 'upsert' ? op.post.id : '';
}
