import { setImmediate as nextTurn } from 'node:timers/promises';
import { DelayedError, Job, type Job as BullJob, type JobsOptions } from 'bullmq';
import { TIME_ZONE } from '#core/calendar.ts';
import { EarshotError, hasCode, unavailable } from '#core/errors.ts';
import type { FailedJob, JobHandler, JobQueue, JobState, NewJob, WorkOptions } from '#core/ports/job-queue.ts';
import type { Logger } from '../logger.ts';
import type { BullBackend, BullQueue, QueueTimings } from './backend.ts';
import { decode, encode, type StoredData } from './stored-data.ts';
import { createBrake } from './brake.ts';

/** Reported failures before a job counts as failed. */
const ATTEMPTS = 5;
/** BullMQ's `SchedulerJobIdCollision`. */
const NEXT_JOB_EXISTS = -10;
/** Deaths of a worker on a job before it counts as failed: far more than the handler needs to find out which job was at fault. */
export const DEATHS = 20;

/**
 * The job queue over BullMQ, the same for both backends. A handler that throws 'unavailable' gives its job back without using up an
 * attempt and makes its worker pause, so an outage of what it writes to never fails a job. BullMQ's `maxStartedAttempts` is not used for
 * the same reason: it counts those returns too. Workers' deaths are counted by the stalls.
 */
export function createJobQueue(backend: BullBackend, options: { logger: Logger; timings: QueueTimings }): JobQueue {
  const { logger, timings } = options;
  const queues = new Map<string, BullQueue>();
  const workers = new Set<AsyncDisposable>();
  const jobOptions: JobsOptions = {
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: timings.backoffMs, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: false,
    stackTraceLimit: 0,
  };

  function queueOf(name: string): BullQueue {
    let queue = queues.get(name);
    if (!queue) {
      queue = backend.createQueue(name);
      queue.on('error', reportOnce(logger, name));
      queues.set(name, queue);
    }
    return queue;
  }

  function toEntry(queue: BullQueue, { id, data }: NewJob) {
    if (id === '' || id.includes(':') || /^\d+$/.test(id)) throw new RangeError('a job id may not be empty, hold ":" or be a number');
    const job = new Job<StoredData>(queue, queue.name, encode(data), jobOptions, id);
    return { jobData: job.asJSON(), jobId: id, parentKeyOpts: {}, prefix: backend.prefix, queueName: queue.name };
  }

  return {
    async add(name, jobs) {
      if (jobs.length === 0) return;
      const queue = queueOf(name);
      const entries = jobs.map((job) => toEntry(queue, job));
      // Not `addBulk`: over Redis it is no transaction.
      await guard(() => backend.checkRoom());
      const results = await guard(() => queue.backend.addFlow(entries));
      const failure = results.find(([error, id]) => error || (typeof id === 'number' && id < 0));
      if (failure) throw unavailable('The queue', failure[0] ?? undefined);
    },
    async work(name, handler, workOptions) {
      const worker = await startWorker({ backend, logger, timings, name, handler, options: workOptions });
      const stop = {
        async [Symbol.asyncDispose]() {
          workers.delete(stop);
          await worker[Symbol.asyncDispose]();
        },
      };
      workers.add(stop);
      return stop;
    },
    async schedule(name, id, cron, data) {
      if (cron.trim().split(/\s+/).length !== 5) throw new RangeError('a schedule is a cron pattern of five fields');
      const queue = queueOf(name);
      const held = await guard(() => queue.getJobScheduler(id));
      if (held?.pattern === cron && held.tz === TIME_ZONE) {
        // Registering it again would drop a run that fell due while no process was there; without its next job it would never run again.
        const next = await guard(() => queue.getJobState(`repeat:${id}:${held.next}`));
        if (next !== 'unknown') return;
      }
      const template = { name, data: encode(data), opts: jobOptions };
      await guard(async () => {
        try {
          await queue.upsertJobScheduler(id, { pattern: cron, tz: TIME_ZONE }, template);
        } catch (error) {
          // The schedule was lost and its next job was not: it runs first, and the schedule is put right afterwards.
          if ((error as { code?: unknown }).code !== NEXT_JOB_EXISTS) throw error;
        }
      });
    },
    async nextRunMs(name, id) {
      const scheduler = await guard(() => queueOf(name).getJobScheduler(id));
      return scheduler?.next ?? null;
    },
    async counts(name) {
      const counts = await guard(() => queueOf(name).getJobCounts('waiting', 'active', 'delayed', 'failed'));
      const of = (state: string) => counts[state] ?? 0;
      return { waiting: of('waiting'), active: of('active'), delayed: of('delayed'), failed: of('failed') };
    },
    async oldestWaitingAgeMs(name) {
      const queue = queueOf(name);
      const [waiting, delayed] = await guard(() => Promise.all([queue.getWaiting(0, 0), queue.getDelayed(0, 9)]));
      // A scheduler's next job is not late: it isn't due.
      const stamps = [...waiting, ...delayed].filter((job) => job && (!job.repeatJobKey || !job.delay)).map((job) => job.timestamp);
      return stamps.length === 0 ? 0 : Math.max(0, Date.now() - Math.min(...stamps));
    },
    async state(name, id) {
      return stateOf(await guard(() => queueOf(name).getJobState(id)));
    },
    async failed(name, limit) {
      const jobs = await guard(() => queueOf(name).getFailed(0, limit - 1));
      return jobs.filter((job) => job?.id !== undefined).map(toFailed);
    },
    async retry(name, id) {
      const job = await guard(() => queueOf(name).getJob(id));
      if (job) await guard(() => job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true }));
    },
    async remove(name, id) {
      await guard(() => queueOf(name).remove(id));
    },
    async checkHealth() {
      await guard(() => backend.ping());
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...workers].map((worker) => worker[Symbol.asyncDispose]()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend[Symbol.asyncDispose]();
    },
  };
}

interface WorkerParts {
  backend: BullBackend;
  logger: Logger;
  timings: QueueTimings;
  name: string;
  handler: JobHandler;
  options: WorkOptions;
}

async function startWorker({ backend, logger, timings, name, handler, options }: WorkerParts): Promise<AsyncDisposable> {
  const stopping = new AbortController();
  async function run(job: BullJob<StoredData, void>, token: string | undefined): Promise<void> {
    const attempt = job.attemptsMade + 1;
    try {
      // PGlite and SQLite answer without leaving this turn of the event loop: a full queue would keep everything else waiting.
      await nextTurn();
      const running = { id: job.id!, data: decode(job.data), starts: attempt + job.stalledCounter, attempt };
      await handler(running, stopping.signal);
      brake.release();
    } catch (error) {
      if (!hasCode(error, 'unavailable')) throw publicError(error);
      await job.moveToDelayed(Date.now() + brake.apply(), token);
      throw new DelayedError();
    }
  }
  const worker = backend.createWorker(name, run, {
    concurrency: options.concurrency,
    lockDuration: timings.lockMs,
    stalledInterval: timings.stalledCheckMs,
    maxStalledCount: DEATHS,
    runRetryDelay: 2_000,
  });
  const brake = createBrake(worker, timings);
  const report = reportOnce(logger, name);
  worker.on('error', (error) => {
    report(error);
    // Redis refuses (full, read-only, loading): BullMQ would ask again at once, for ever.
    if (error.name === 'ReplyError') brake.apply();
  });
  await worker.waitUntilReady();
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      brake[Symbol.dispose]();
      await worker.close();
    },
  };
}

/** What a job record may say about a failure: the message of our own errors, else only the error's type. */
function publicError(error: unknown): Error {
  const message = error instanceof EarshotError ? `${error.code}: ${error.message}` : error instanceof Error ? error.name : 'failed';
  return new Error(message.slice(0, 500));
}

async function guard<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof EarshotError) throw error;
    throw unavailable('The queue', error);
  }
}

function stateOf(state: string): JobState {
  if (state === 'active' || state === 'delayed' || state === 'failed') return state;
  return state === 'waiting' || state === 'prioritized' ? 'waiting' : 'absent';
}

function toFailed(job: BullJob<StoredData, void>): FailedJob {
  return { id: job.id!, data: decode(job.data), reason: job.failedReason, failedAtMs: job.finishedOn ?? job.timestamp };
}

/** A cut connection gives an error for every try: one line a minute is enough. */
function reportOnce(logger: Logger, queue: string): (error: Error) => void {
  let quietUntilMs = 0;
  return (error) => {
    if (Date.now() < quietUntilMs) return;
    quietUntilMs = Date.now() + 60_000;
    logger.warn({ queue, err: error }, 'the queue reports an error; it is tried again');
  };
}
