import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#core/clock.ts';
import { MATCH_ALL } from '#core/query.ts';
import type { RawPost } from '#core/post.ts';
import { readConfig, type Config } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { openProfile } from '#infra/profiles/open-profile.ts';
import type { Profile } from '#infra/profiles/profile.ts';
import { startWorker } from '#infra/profiles/compose-worker.ts';
import { batchesOf, createPrepare } from './workload.ts';

/** Posts handed over at once, as a busy connector does. */
const PAGE = 1_000;
const POLL_MS = 50;

export interface Environment {
  [name: string]: string;
}

export interface EndToEnd {
  profile: Profile;
  /** Processes other than this one that do the work. */
  pids: number[];
}

/** Embedded: everything in this process. */
export async function withEmbedded<T>(folder: string, work: (run: EndToEnd) => Promise<T>): Promise<T> {
  return open(readConfig({ EARSHOT_DATA: folder, EARSHOT_LOG_LEVEL: 'error' }), true, [], work);
}

/** Production: this process ingests, worker processes analyse and store. */
export async function withProduction<T>(environment: Environment, workers: number, work: (run: EndToEnd) => Promise<T>): Promise<T> {
  const children = Array.from({ length: workers }, () => startWorkerProcess(environment));
  try {
    await Promise.all(children.map(({ ready }) => ready));
    return await open(
      readConfig(environment),
      false,
      children.map(({ child }) => child.pid!),
      work,
    );
  } finally {
    await Promise.all(children.map(({ child }) => stop(child)));
  }
}

async function open<T>(config: Config, isWorker: boolean, pids: number[], work: (run: EndToEnd) => Promise<T>): Promise<T> {
  const parts = { config, logger: createLogger('error'), metrics: createMetrics() };
  await using profile = await openProfile(config, { ...parts, clock: systemClock });
  await using worker = isWorker ? await startWorker(profile, parts) : { [Symbol.asyncDispose]: () => Promise.resolve() };
  void worker;
  return await work({ profile, pids });
}

function startWorkerProcess(environment: Environment): { child: ChildProcess; ready: Promise<void> } {
  const child = spawn(process.execPath, ['main.ts', 'worker'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = (async () => {
    const said = await Promise.race([once(child.stdout!, 'data'), once(child, 'exit').then(() => undefined)]);
    if (!said) throw new Error('the worker process ended at its start');
  })();
  return { child, ready };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** From collected to searchable: redacts and queues every post, and waits until the store finds them all. */
export async function collectAll({ profile }: EndToEnd, posts: readonly RawPost[]): Promise<void> {
  const prepare = createPrepare();
  const before = (await profile.posts.totals({ where: MATCH_ALL })).posts;
  for (const page of batchesOf(posts, PAGE)) await profile.intake.submit(prepare(page));
  for (;;) {
    const pending = (await profile.coordination.ledger.accounts()).reduce((sum, account) => sum + account.pending, 0);
    if (pending === 0) break;
    await sleep(POLL_MS);
  }
  await profile.posts.refresh();
  const stored = (await profile.posts.totals({ where: MATCH_ALL })).posts - before;
  if (stored !== posts.length) throw new Error(`${posts.length} posts went in and ${stored} came out`);
}

/** Seconds from collected to searchable of single posts, at a steady rate. */
export async function measureLatency({ profile }: EndToEnd, posts: readonly RawPost[], perSecond: number): Promise<number[]> {
  const prepare = createPrepare();
  const waiting = new Map<string, number>();
  const seconds: number[] = [];
  const sending = new AbortController();
  const watch = (async () => {
    while (!sending.signal.aborted || waiting.size > 0) {
      const page = await profile.posts.search({ where: MATCH_ALL, limit: 100, order: 'newest' });
      const nowMs = performance.now();
      for (const { id } of page.posts) {
        const sentMs = waiting.get(id);
        if (sentMs === undefined) continue;
        seconds.push((nowMs - sentMs) / 1000);
        waiting.delete(id);
      }
      await sleep(POLL_MS);
    }
  })();
  for (const post of posts) {
    const startedMs = performance.now();
    const at = new Date().toISOString();
    const ops = prepare([{ ...post, createdAt: at, observedAt: at }]);
    for (const op of ops) if (op.op === 'upsert') waiting.set(op.post.id, startedMs);
    await profile.intake.submit(ops);
    await sleep(Math.max(0, 1000 / perSecond - (performance.now() - startedMs)));
  }
  sending.abort();
  await watch;
  return seconds;
}
