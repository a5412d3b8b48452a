import { createPostgresBackend, withBackend } from 'bullmq';
import { EarshotError } from '#core/errors.ts';
import type { JobQueue } from '#core/ports/job-queue.ts';
import type { Logger } from '../logger.ts';
import { TIMINGS, type BullBackend, type BullQueue, type BullWorker, type QueueTimings } from './backend.ts';
import { createJobQueue, DEATHS } from './job-queue.ts';
import { openPgliteDatabase, type PgliteDatabase } from './pglite-database.ts';
import { createPglitePool } from './pglite-pool.ts';

const VACUUM_MS = 60_000;

export interface PgliteQueueOptions {
  /** undefined: in memory. The caller holds its lock. */
  folder: string | undefined;
  logger: Logger;
  timings?: Partial<QueueTimings>;
}

/**
 * Opens the queue in the process. Jobs that were active belong to a process that has died (this one holds the lock), so they go back to
 * waiting at once. A kill of the process loses nothing that was acknowledged; a power cut may lose the last seconds, since PGlite never
 * syncs its files: the ledger then names the batches that are missing.
 *
 * @throws EarshotError 'queue-damaged' when the folder can't be opened.
 */
export async function openPgliteQueue(options: PgliteQueueOptions): Promise<JobQueue> {
  const timings = { ...TIMINGS, ...options.timings };
  const database = await open(options.folder);
  await releaseActiveJobs(database, timings.lockMs);
  return createJobQueue(createBackend(database, startVacuum(database)), { logger: options.logger, timings });
}

async function open(folder: string | undefined): Promise<PgliteDatabase> {
  try {
    return await openPgliteDatabase(folder);
  } catch (error) {
    throw new EarshotError(
      'queue-damaged',
      `The queue in ${folder ?? 'memory'} can't be opened. Posts that were already analysed are not in it; to go on without what it ` +
        'held, move that folder away and start again. If the disk is full, make room instead.',
      { cause: error },
    );
  }
}

function createBackend(database: PgliteDatabase, vacuum: Disposable): BullBackend {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const pool = createPglitePool(database);
  return {
    prefix: '',
    createQueue: (name) => new Queue(name, { connection: pool }) as unknown as BullQueue,
    createWorker: (name, process, options) => new Worker(name, process, { ...options, connection: pool }) as unknown as BullWorker,
    async ping() {
      await database.query('select 1');
    },
    checkRoom: () => Promise.resolve(),
    async [Symbol.asyncDispose]() {
      vacuum[Symbol.dispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** PGlite has no background process that frees the space of finished jobs: without this the folder only grows. Takes milliseconds. */
function startVacuum(database: PgliteDatabase): Disposable {
  async function vacuum(): Promise<void> {
    // Tried again a minute later: nothing depends on it now.
    await database.query('vacuum job').catch(() => {});
    await database.query('vacuum event').catch(() => {});
  }
  const timer = setInterval(() => void vacuum(), VACUUM_MS).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** BullMQ's own recovery, run for a moment at which every lock has expired: the first pass marks, the second gives back. */
async function releaseActiveJobs(database: PgliteDatabase, lockMs: number): Promise<void> {
  const { rows } = await database.query<{ queue: string }>("select distinct queue from job where state = 'active'");
  const nowMs = Date.now() + lockMs + 1_000;
  for (const { queue } of rows) {
    for (let pass = 0; pass < 2; pass++) {
      await database.query('select move_stalled_jobs_to_wait($1, $2, $3, $4)', [queue, DEATHS, nowMs, -nowMs]);
    }
  }
}
