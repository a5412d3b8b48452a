/** Jobs with retries over BullMQ; Redis and PGlite are its two backends. Delivery is at least once. */
export interface JobQueue extends AsyncDisposable {
  /** Adds all or none, and resolves once they are durable. A job whose id is known is not added again. */
  add(queue: string, jobs: readonly NewJob[]): Promise<void>;
  /** Starts handling jobs of a queue; stops taking more, and waits for those at work, when disposed. */
  work(queue: string, handler: JobHandler, options: WorkOptions): Promise<AsyncDisposable>;
  /**
   * Adds a job at each tick of a five-field cron pattern in Europe/London; the same id replaces its pattern. Registering an unchanged
   * schedule again keeps a run that is due, and puts right one that has lost its next job.
   */
  schedule(queue: string, id: string, cron: string, data: unknown): Promise<void>;
  /** When a schedule adds its next job, or null if there is no such schedule. */
  nextRunMs(queue: string, id: string): Promise<number | null>;
  counts(queue: string): Promise<JobCounts>;
  /** Age of the oldest job that waits, 0 if none does. */
  oldestWaitingAgeMs(queue: string): Promise<number>;
  state(queue: string, id: string): Promise<JobState>;
  /** Failed for good, newest first. */
  failed(queue: string, limit: number): Promise<FailedJob[]>;
  retry(queue: string, id: string): Promise<void>;
  remove(queue: string, id: string): Promise<void>;
  /** Throws EarshotError 'unavailable' if the queue can't be reached. */
  checkHealth(): Promise<void>;
}

export interface NewJob {
  /** No `:`, and not only digits: BullMQ refuses both. */
  id: string;
  data: unknown;
}

export interface RunningJob {
  id: string;
  data: unknown;
  /** `attempt` plus how often a worker died on it. Starts that gave the job back don't count. */
  starts: number;
  /** Failures that were reported so far, plus one. */
  attempt: number;
}

/**
 * Throwing fails the attempt: it is retried with backoff, then failed. Throwing EarshotError 'unavailable' gives the job back instead: no
 * attempt is used up, and the worker pauses for a while. The signal aborts when the worker is asked to stop.
 */
export type JobHandler = (job: RunningJob, signal: AbortSignal) => Promise<void>;

export interface WorkOptions {
  concurrency: number;
}

export interface JobCounts {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'absent'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface FailedJob {
  id: string;
  data: unknown;
  reason: string;
  failedAtMs: number;
}
