import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemClock } from '#core/clock.ts';
import type { Intake } from '#core/ports/intake.ts';
import { createIntake } from '#infra/bullmq/intake.ts';
import { openRedisQueue } from '#infra/bullmq/redis-queue.ts';
import { importFile } from '#infra/commands/import-file.ts';
import { readConfig } from '#infra/config.ts';
import { createLogger } from '#infra/logger.ts';
import { openProfile } from '#infra/profiles/open-profile.ts';
import { loadRedactor } from '#infra/profiles/redactor.ts';
import { openRedis } from '#infra/redis/open-redis.ts';
import { openRedisCoordination } from '#infra/redis/coordination.ts';
import { startRedis } from '#infra/test-servers/redis.ts';
import { openTable } from '#ingest/connectors/file/open-table.ts';
import { planFile } from '#ingest/connectors/file/plan-file.ts';
import { createPrepareOps } from '#ingest/prepare-ops.ts';
import { generatePosts } from '#ingest/synthetic/generate-posts.ts';
import { createVault } from '#ingest/vault.ts';
import { measure, median, printTable, rate, residentMb, type Run } from './measure.ts';

const POOL = 20_000;
const EVERY = 100_000;

/**
 * A CSV of comments through the importer: read, redacted, pseudonymised, sealed, and queued. `rows` for each of `runs`; `held` rows in one go while memory is looked at, not
 * queued.
 */
export async function benchFiles({ rows, runs, held }: { rows: number; runs: number; held: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-files-'));
  try {
    const texts = [...generatePosts({ seed: 5, untilMs: Date.now(), weeks: 4, posts: POOL })].map(({ text }) => text);
    const file = await write(join(folder, 'comments.csv'), texts, rows);
    const bytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    console.log(
      `\nFiles: ${rows.toLocaleString('en-GB')} rows of a CSV with id, date and a synthetic comment, ${Math.round(bytes)} characters on average\n`,
    );
    const readOnly = await repeat(runs, () =>
      measure(async () => {
        for await (const _ of (await openTable(file)).rows()) void _;
      }),
    );
    const redacted = await repeat(runs, () => measure(() => read(file, null)));
    await using redis = await startRedis();
    const production = await repeat(runs, (nth) =>
      withRedis(redis.url, `bench${nth}`, (intake) => measure(() => read(file, intake), [redis.pid])),
    );
    const embedded = await repeat(runs, (nth) =>
      withEmbedded(join(folder, `embedded-${nth}`), (intake) => measure(() => read(file, intake))),
    );
    printTable([
      ['', 'rows/s', 'rows/s of CPU time'],
      ['reading the rows alone', ...rates(readOnly, rows)],
      ['through redaction, not queued', ...rates(redacted, rows)],
      ['through redaction to the queue in Redis', ...rates(production, rows)],
      ['through redaction to the embedded queue', ...rates(embedded, rows)],
    ]);
    const large = await write(join(folder, 'large.csv'), texts, held);
    console.log(`\nResident memory, each ${EVERY.toLocaleString('en-GB')} rows of ${held.toLocaleString('en-GB')} (through redaction):`);
    const residents: number[] = [];
    await read(large, null, (done) => {
      if (done >= (residents.length + 1) * EVERY) residents.push(residentMb(process.pid).now);
    });
    console.log(`${residents.map((mb) => Math.round(mb)).join(' ')} MB`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(path: string, texts: readonly string[], rows: number): Promise<string> {
  function* lines(): Generator<string> {
    yield 'id,date,comment\n';
    for (let n = 0; n < rows; n++)
      yield `${n},${String(1 + (n % 28)).padStart(2, '0')}/10/2026,"${texts[n % texts.length]!.replaceAll('"', '""')}"\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return path;
}

async function read(path: string, intake: Intake | null, onRows: (rows: number) => void = () => {}): Promise<void> {
  const table = await openTable(path);
  const plan = await planFile(table, { columns: {}, genre: undefined, dateFormat: undefined });
  const prepare = createPrepareOps({ clock: systemClock, vault: createVault('b'.repeat(48)), retentionDays: 396, redact: loadRedactor() });
  const signal = new AbortController().signal;
  await importFile(path, table, plan, { sourceName: 'bench' }, { clock: systemClock, prepare, intake, signal, onProgress: onRows });
}

async function withRedis(url: string, prefix: string, work: (intake: Intake) => Promise<Run>): Promise<Run> {
  const redis = await openRedis(readConfig({ REDIS_URL: url, ELASTICSEARCH_URL: 'http://127.0.0.1:1' }));
  try {
    await using jobs = await openRedisQueue({ url, prefix, logger: createLogger('error') });
    await using coordination = openRedisCoordination({ redis, prefix, clock: systemClock });
    return await work(createIntake({ jobs, ledger: coordination.ledger, clock: systemClock }));
  } finally {
    redis.disconnect();
  }
}

async function withEmbedded(folder: string, work: (intake: Intake) => Promise<Run>): Promise<Run> {
  const config = readConfig({ EARSHOT_DATA: folder, EARSHOT_LOG_LEVEL: 'error' });
  await using profile = await openProfile(config, { logger: createLogger('error'), clock: systemClock });
  return await work(profile.intake);
}

/** After one run that isn't counted. */
async function repeat(runs: number, work: (nth: number) => Promise<Run>): Promise<Run> {
  const all: Run[] = [];
  for (let nth = 0; nth <= runs; nth++) all.push(await work(nth));
  const counted = all.slice(1);
  return { wallSeconds: median(counted.map((run) => run.wallSeconds)), cpuSeconds: median(counted.map((run) => run.cpuSeconds)) };
}

function rates({ wallSeconds, cpuSeconds }: Run, rows: number): string[] {
  return [rate(rows, wallSeconds), rate(rows, cpuSeconds)];
}
