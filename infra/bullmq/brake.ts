import type { QueueTimings } from './backend.ts';

interface Pausable {
  concurrency: number;
  pause(doNotWaitActive?: boolean): Promise<void>;
  resume(): void | Promise<void>;
}

/** Slows a worker while what it depends on is away. */
export interface Brake extends Disposable {
  /** A job found it away. @returns how long the job should wait before it is taken again, in milliseconds. */
  apply(): number;
  /** A job went through. */
  release(): void;
}

/**
 * The worker pauses for a growing, jittered time, then takes one job at a time until one goes through: an outage of hours costs about a
 * request a minute, holds no job, and uses up no attempt.
 */
export function createBrake(worker: Pausable, timings: QueueTimings, random: () => number = Math.random): Brake {
  const concurrency = worker.concurrency;
  let failures = 0;
  let untilMs = 0;
  let timer: NodeJS.Timeout | undefined;

  return {
    apply() {
      const nowMs = Date.now();
      if (nowMs < untilMs) return untilMs - nowMs;
      const ceilingMs = Math.min(timings.longestPauseMs, timings.pauseMs * 2 ** Math.min(failures, 20));
      failures += 1;
      const pauseMs = Math.round(Math.max(timings.pauseMs, ceilingMs * random()));
      untilMs = nowMs + pauseMs;
      worker.concurrency = 1;
      void worker.pause(true);
      timer = setTimeout(() => void worker.resume(), pauseMs);
      return pauseMs;
    },
    release() {
      if (failures === 0) return;
      failures = 0;
      worker.concurrency = concurrency;
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
    },
  };
}
