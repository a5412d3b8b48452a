import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR_MS, londonDay, londonDayStartMs, mondayOf } from '../calendar.ts';
import { unavailable } from '../errors.ts';
import type { JobQueue, RunningJob } from './job-queue.ts';

export interface JobQueueKit {
  /** Opens the queue on the same storage each time; the timings are short (locks about 1 s, backoff 20 ms). */
  open(): Promise<JobQueue>;
  /** Runs a process that takes one job of a queue and is killed while it is at work on it. No queue of `open` is open meanwhile. */
  dieDuringJob(queue: string): Promise<void>;
  /** Starts from empty storage. */
  reset(): Promise<void>;
}

const QUEUE = 'work';

/** What every backend of the job queue promises. */
export function jobQueueContract(name: string, createKit: () => Promise<JobQueueKit>): void {
  describe(`job queue: ${name}`, () => {
    let kit: JobQueueKit;
    let queue: JobQueue;

    beforeEach(async () => {
      kit ??= await createKit();
      await kit.reset();
      queue = await kit.open();
    });
    afterEach(async () => {
      await queue[Symbol.asyncDispose]();
    });

    /** Handles jobs until `count` of them ran, and returns them. */
    async function take(count: number, concurrency = 1): Promise<RunningJob[]> {
      const seen: RunningJob[] = [];
      const done = Promise.withResolvers<void>();
      const worker = await queue.work(
        QUEUE,
        (job) => {
          seen.push(job);
          if (seen.length === count) done.resolve();
          return Promise.resolve();
        },
        { concurrency },
      );
      await done.promise;
      await worker[Symbol.asyncDispose]();
      return seen;
    }

    const countsBecome = (expected: Partial<Awaited<ReturnType<JobQueue['counts']>>>) =>
      vi.waitFor(async () => expect(await queue.counts(QUEUE)).toMatchObject(expected), { timeout: 20_000, interval: 50 });

    it('hands each job to a handler with its data, once if it succeeds', async () => {
      await queue.add(QUEUE, [
        { id: 'a', data: { n: 1 } },
        { id: 'b', data: { n: 2 } },
      ]);
      const seen = await take(2);
      expect(seen.map((job) => [job.id, job.data, job.starts, job.attempt])).toEqual([
        ['a', { n: 1 }, 1, 1],
        ['b', { n: 2 }, 1, 1],
      ]);
      await countsBecome({ waiting: 0, active: 0, delayed: 0, failed: 0 });
      expect(await queue.state(QUEUE, 'a')).toBe('absent');
    });

    it('keeps any text: NUL, lone surrogates, long', async () => {
      const data = { text: `\u0000\ud800 \udc00 \u202e "\\u0000" ${'é'.repeat(100_000)}`, nested: [{ 'a\u0000': null }] };
      await queue.add(QUEUE, [{ id: 'odd', data }]);
      expect((await take(1))[0]!.data).toEqual(data);
    });

    it('adds many jobs in one go and keeps their order', async () => {
      const jobs = Array.from({ length: 40 }, (_, n) => ({ id: `job-${n}`, data: n }));
      await queue.add(QUEUE, jobs);
      expect((await take(40)).map((job) => job.data)).toEqual(jobs.map((job) => job.data));
    });

    it('ignores a job whose id waits already, and one that failed', async () => {
      await queue.add(QUEUE, [{ id: 'same', data: 1 }]);
      await queue.add(QUEUE, [{ id: 'same', data: 2 }]);
      expect(await queue.counts(QUEUE)).toMatchObject({ waiting: 1 });
      expect((await take(1))[0]!.data).toBe(1);
    });

    it('adds none of the jobs when one of the ids is not allowed', async () => {
      for (const id of ['', '12', 'a:b']) {
        await expect(
          queue.add(QUEUE, [
            { id: 'good', data: 1 },
            { id, data: 2 },
          ]),
        ).rejects.toThrow(RangeError);
      }
      expect(await queue.state(QUEUE, 'good')).toBe('absent');
    });

    it('keeps acknowledged jobs when it is closed and opened again', async () => {
      await queue.add(QUEUE, [{ id: 'kept', data: 'x' }]);
      await queue[Symbol.asyncDispose]();
      queue = await kit.open();
      expect(await queue.state(QUEUE, 'kept')).toBe('waiting');
      expect((await take(1))[0]!.data).toBe('x');
    });

    it('tries a job that throws again with backoff, then keeps it as failed without saying more than the type of the error', async () => {
      const attempts: number[] = [];
      const worker = await queue.work(
        QUEUE,
        (job) => {
          attempts.push(job.attempt);
          return Promise.reject(new TypeError('the comment said: my doctor is Ann Example'));
        },
        { concurrency: 1 },
      );
      await queue.add(QUEUE, [{ id: 'bad', data: { n: 7 } }]);
      await countsBecome({ failed: 1, delayed: 0, active: 0 });
      await worker[Symbol.asyncDispose]();
      expect(attempts).toEqual([1, 2, 3, 4, 5]);
      const [failed] = await queue.failed(QUEUE, 10);
      expect(failed).toMatchObject({ id: 'bad', data: { n: 7 }, reason: 'TypeError' });
      expect(failed!.failedAtMs).toBeGreaterThan(0);
      expect(await queue.state(QUEUE, 'bad')).toBe('failed');
    });

    it('replays a failed job only when told to, from its first attempt', async () => {
      const failing = await queue.work(QUEUE, () => Promise.reject(new Error('no')), { concurrency: 1 });
      await queue.add(QUEUE, [{ id: 'again', data: 1 }]);
      await countsBecome({ failed: 1 });
      await failing[Symbol.asyncDispose]();
      await queue.add(QUEUE, [{ id: 'again', data: 1 }]);
      expect(await queue.counts(QUEUE)).toMatchObject({ waiting: 0, failed: 1 });
      await queue.retry(QUEUE, 'again');
      expect((await take(1))[0]).toMatchObject({ id: 'again', attempt: 1 });
      await countsBecome({ failed: 0 });
    });

    it('removes a job', async () => {
      await queue.add(QUEUE, [{ id: 'gone', data: 1 }]);
      await queue.remove(QUEUE, 'gone');
      expect(await queue.state(QUEUE, 'gone')).toBe('absent');
    });

    it('gives a job back as often as what it needs is away, without using up an attempt', async () => {
      let calls = 0;
      const done = Promise.withResolvers<RunningJob>();
      await queue.work(
        QUEUE,
        (job) => {
          calls += 1;
          if (calls <= 8) return Promise.reject(unavailable('The store'));
          done.resolve(job);
          return Promise.resolve();
        },
        { concurrency: 3 },
      );
      await queue.add(QUEUE, [{ id: 'patient', data: 1 }]);
      expect(await done.promise).toMatchObject({ id: 'patient', attempt: 1, starts: 1 });
      await countsBecome({ failed: 0, delayed: 0 });
    });

    it('waits for the jobs at work when it stops, and takes no more', async () => {
      const started = Promise.withResolvers<AbortSignal>();
      const release = Promise.withResolvers<void>();
      let finished = 0;
      const worker = await queue.work(
        QUEUE,
        async (_job, signal) => {
          started.resolve(signal);
          await release.promise;
          finished += 1;
        },
        { concurrency: 1 },
      );
      await queue.add(QUEUE, [
        { id: 'first', data: 1 },
        { id: 'second', data: 2 },
      ]);
      const signal = await started.promise;
      const stopped = worker[Symbol.asyncDispose]();
      expect(signal.aborted).toBe(true);
      release.resolve();
      await stopped;
      expect(finished).toBe(1);
      expect(await queue.counts(QUEUE)).toMatchObject({ waiting: 1, active: 0 });
    });

    it('starts a job again whose worker died, and counts the starts', async () => {
      await queue.add(QUEUE, [{ id: 'survivor', data: 1 }]);
      await queue[Symbol.asyncDispose]();
      await kit.dieDuringJob(QUEUE);
      queue = await kit.open();
      expect((await take(1))[0]).toMatchObject({ id: 'survivor', starts: 2, attempt: 1 });
    });

    it('runs a schedule at local time of England, once, whatever the number of registrations', async () => {
      await queue.schedule(QUEUE, 'weekly', '0 6 * * 1', { report: true });
      await queue.schedule(QUEUE, 'weekly', '30 7 * * 1', { report: true });
      expect(await queue.counts(QUEUE)).toMatchObject({ delayed: 1, waiting: 0 });
      expect(await queue.oldestWaitingAgeMs(QUEUE)).toBe(0);
      const next = await queue.nextRunMs(QUEUE, 'weekly');
      expect(londonDayStartMs(mondayOf(londonDay(next!))) + 7.5 * HOUR_MS).toBe(next);
      expect(await queue.nextRunMs(QUEUE, 'unheard-of')).toBeNull();
      await expect(queue.schedule(QUEUE, 'six-fields', '0 0 6 * * 1', {})).rejects.toThrow(RangeError);
    });

    it('keeps the run of an unchanged schedule that is registered again', async () => {
      await queue.schedule(QUEUE, 'daily', '0 3 * * *', 1);
      const nextMs = (await queue.nextRunMs(QUEUE, 'daily'))!;
      await queue.schedule(QUEUE, 'daily', '0 3 * * *', 1);
      expect(await queue.state(QUEUE, `repeat:daily:${nextMs}`)).toBe('delayed');
      expect(await queue.counts(QUEUE)).toMatchObject({ delayed: 1 });
    });

    it('says how long the oldest job has been waiting', async () => {
      expect(await queue.oldestWaitingAgeMs(QUEUE)).toBe(0);
      await queue.add(QUEUE, [{ id: 'old', data: 1 }]);
      await vi.waitFor(async () => expect(await queue.oldestWaitingAgeMs(QUEUE)).toBeGreaterThan(0));
    });

    it('is healthy while it is open', async () => {
      await expect(queue.checkHealth()).resolves.toBeUndefined();
    });
  });
}
