import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { systemClock } from '#core/clock.ts';
import { LshIndex } from '#core/language/lsh-index.ts';
import { signatureOf } from '#core/language/min-hash.ts';
import { DUPLICATE_HORIZON_MS, type DuplicateEntry } from '#core/ports/coordination.ts';
import { openRedisCoordination } from '#infra/redis/coordination.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { startRedis } from '#infra/test-servers/redis.ts';
import { measure, median, printTable, rate } from './measure.ts';
import { batchesOf } from './workload.ts';

/** Texts of one run. */
const FRESH = 20_000;

type Words = readonly string[];
type Assign = (entries: readonly DuplicateEntry[]) => Promise<unknown> | void;

/** Prints the time a text and the room a text of each index that holds `texts`; the time is that of the signatures too. */
export async function printDuplicatesCost(texts: readonly Words[], runs: number): Promise<void> {
  const fresh = texts.slice(0, FRESH);
  const bench: Bench = {
    texts,
    time: (assign, pids) => timeOf(assign, fresh, runs, pids),
    bytes: (held) => String(Math.round(held / texts.length)),
  };
  const rows = [await costOfMemory(bench), await costOfSqlite(bench), ...(await costOfRedis(bench))];
  console.log(`${texts.length.toLocaleString('en-GB')} texts held, medians of ${runs} runs of ${fresh.length.toLocaleString('en-GB')}\n`);
  printTable([['', 'texts/s', 'µs a text', 'CPU µs a text', 'bytes a text'], ...rows]);
}

interface Bench {
  texts: readonly Words[];
  /** Texts a second, then wall and CPU time of one. */
  time: (assign: Assign, pids?: readonly number[]) => Promise<string[]>;
  bytes: (held: number) => string;
}

async function costOfMemory({ texts, time, bytes }: Bench): Promise<string[]> {
  const before = await usedMemory();
  const index = new LshIndex<string>();
  const assign: Assign = (entries) => {
    for (const entry of entries) index.add(entry, index.find(entry, DUPLICATE_HORIZON_MS)?.item ?? entry.id);
  };
  await assignAll(assign, texts, 'held');
  const held = (await usedMemory()) - before;
  return ['in memory', ...(await time(assign)), bytes(held)];
}

async function costOfSqlite({ texts, time, bytes }: Bench): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
  try {
    const file = join(folder, 'coordination.db');
    await using coordination = await openSqliteCoordination({ file, clock: systemClock });
    using database = new DatabaseSync(file);
    const pragma = (name: string) => Number(database.prepare(`PRAGMA ${name}`).get()![name]);
    const size = () => pragma('page_count') * pragma('page_size');
    const before = size();
    const assign: Assign = (entries) => coordination.duplicates.assign(entries);
    await assignAll(assign, texts, 'held');
    const held = size() - before;
    return ['SQLite', ...(await time(assign)), bytes(held)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function costOfRedis({ texts, time, bytes }: Bench): Promise<string[][]> {
  await using server = await startRedis();
  const redis = new Redis(server.url);
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
  const openWorker = (): Assign => {
    const { duplicates } = openRedisCoordination({ redis, prefix: 'bench', clock: systemClock });
    return (entries) => duplicates.assign(entries);
  };
  const before = await used();
  const worker = openWorker();
  await assignAll(worker, texts, 'held');
  const held = (await used()) - before;
  const memoryBefore = await usedMemory();
  const late = openWorker();
  const { wallSeconds } = await measure(() => assignAll(late, texts.slice(0, 1), 'held'));
  const heldByWorker = (await usedMemory()) - memoryBefore;
  let turn = 0;
  const alone = await time(worker, [server.pid]);
  const inTurn = await time((entries) => [worker, late][turn++ % 2]!(entries), [server.pid]);
  redis.disconnect();
  return [
    ['Redis', ...alone, bytes(held)],
    ['Redis, two workers in turn, each reading what the other wrote', ...inTurn, ''],
    [`a worker, which reads it all at its start: ${wallSeconds.toFixed(1)} s`, '', '', '', bytes(heldByWorker)],
  ];
}

let named = 0;

/** Every run brings other ids of the same texts. */
async function timeOf(assign: Assign, texts: readonly Words[], runs: number, pids: readonly number[] = []): Promise<string[]> {
  const measured = [];
  for (let run = 0; run < runs; run++) measured.push(await measure(() => assignAll(assign, texts, `run ${named++}`), pids));
  const [wall, cpu] = [median(measured.map((each) => each.wallSeconds)), median(measured.map((each) => each.cpuSeconds))];
  return [rate(texts.length, wall), ...[wall, cpu].map((seconds) => ((1e6 * seconds) / texts.length).toFixed(1))];
}

async function assignAll(assign: Assign, texts: readonly Words[], name: string): Promise<void> {
  let n = 0;
  for (const batch of batchesOf(texts)) {
    await assign(batch.map((words) => ({ id: `${name} ${n++}`.padEnd(22, '-'), atMs: Date.now(), signature: signatureOf(words) })));
  }
}

/** Bytes in use; exact with `--expose-gc`. */
async function usedMemory(): Promise<number> {
  for (let n = 0; n < 2; n++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
