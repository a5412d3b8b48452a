import { fork } from 'node:child_process';
import { once } from 'node:events';
import { systemClock } from '#core/clock.ts';
import type { OpenSocket } from '#core/ports/socket.ts';
import { openWebSocket } from '#infra/http/web-socket.ts';
import { configureSource } from '#ingest/configure-sources.ts';
import type { Page } from '#ingest/connector.ts';
import { asV2, inventedFrames } from './invented-jetstream.ts';
import { measure, median, printTable, rate, residentMb, type Run } from './measure.ts';

const SEED = 7;
const POOL = 20_000;
const EVERY = 100_000;

interface Taken {
  pages: number;
  upserts: number;
  others: number;
  malformed: number;
}

/**
 * Bluesky's stream through its connector: bytes decoded, events read, posts matched against the keywords that are there without a configuration, and made into items, in
 * pages that are thrown away. On one core; `frames` for each of `runs`, and `held` for what is held meanwhile.
 */
export async function benchJetstream({ frames, runs, held }: { frames: number; runs: number; held: number }): Promise<void> {
  const pool = inventedFrames(POOL, SEED, Date.now() - 3_600_000);
  const poolV2 = pool.map((frame, nth) => asV2(frame, nth + 1));
  const bytes = pool.reduce((sum, frame) => sum + frame.length, 0) / pool.length;
  const once1 = await take('v1', inMemory(pool, pool.length));
  console.log(
    `Jetstream: synthetic frames in the documented shape, ${Math.round(bytes)} bytes on average; ${percent(once1.upserts, POOL)} are posts that hold a keyword, ` +
      `${percent(once1.others, POOL)} deletions of posts and accounts, the rest nothing that is wanted.\n`,
  );
  const parseOnly = await repeat(runs, () => {
    for (let n = 0; n < frames; n++) JSON.parse(pool[n % POOL]!.toString());
  });
  const v1 = await repeat(runs, () => take('v1', inMemory(pool, frames)));
  const v2 = await repeat(runs, () => take('v2', inMemory(poolV2, frames)));
  await using server = await serveFrames(frames);
  const socket = await repeat(runs, () => take('v1', openWebSocket, `ws://127.0.0.1:${server.port}`));
  printTable([
    ['', 'frames/s', 'frames/s of CPU time'],
    ['decoding and JSON.parse alone', ...rates(parseOnly, frames)],
    ['v1, from memory', ...rates(v1, frames)],
    ['v2, from memory', ...rates(v2, frames)],
    ['v1, over a WebSocket on this machine', ...rates(socket, frames)],
  ]);
  console.log(`\nResident memory, each ${EVERY.toLocaleString('en-GB')} frames of ${held.toLocaleString('en-GB')} (v1, from memory):`);
  const residents: number[] = [];
  await take(
    'v1',
    inMemory(pool, held, () => void residents.push(residentMb(process.pid).now)),
  );
  console.log(`${residents.map((mb) => Math.round(mb)).join(' ')} MB`);
}

function inMemory(pool: readonly Buffer[], count: number, onMany: () => void = () => {}): OpenSocket {
  async function* frames(): AsyncGenerator<string, void> {
    for (let n = 0; n < count; n++) {
      if (n > 0 && n % EVERY === 0) onMany();
      yield pool[n % pool.length]!.toString();
    }
    onMany();
  }
  return () => Promise.resolve({ frames: frames(), close: () => {} });
}

/** Reads the stream to its end. */
async function take(wire: 'v1' | 'v2', openSocket: OpenSocket, url = 'wss://stream.example'): Promise<Taken> {
  const { connector, config } = configureSource('bluesky', { wire, url });
  const taken: Taken = { pages: 0, upserts: 0, others: 0, malformed: 0 };
  const context = {
    partition: config,
    clock: systemClock,
    http: { send: () => Promise.reject(new Error('a stream needs no requests')) },
    openSocket,
    signal: new AbortController().signal,
    attempt: 0,
    malformed: () => void (taken.malformed += 1),
    dropped: () => {},
    warn: () => {},
  };
  for await (const { ops } of connector.read(context, undefined) as AsyncIterable<Page<unknown>>) {
    taken.pages += 1;
    const upserts = ops.filter(({ op }) => op === 'upsert').length;
    taken.upserts += upserts;
    taken.others += ops.length - upserts;
  }
  if (taken.malformed > 0) throw new TypeError('an invented frame could not be read');
  return taken;
}

async function serveFrames(count: number): Promise<{ port: number } & AsyncDisposable> {
  const child = fork(new URL('serve-frames.ts', import.meta.url), [String(count), String(SEED)]);
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    async [Symbol.asyncDispose]() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function repeat(runs: number, work: () => unknown): Promise<Run[]> {
  const done: Run[] = [];
  for (let nth = 0; nth <= runs; nth++) {
    const run = await measure(async () => void (await work()));
    if (nth > 0) done.push(run);
  }
  return done;
}

function rates(runs: readonly Run[], frames: number): string[] {
  return [rate(frames, median(runs.map((run) => run.wallSeconds))), rate(frames, median(runs.map((run) => run.cpuSeconds)))];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
