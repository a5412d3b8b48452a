import type { Clock } from './clock.ts';

interface Sleeper {
  dueMs: number;
  wake: () => void;
}

/** A clock that tests move by hand. `advance` wakes every sleeper that falls due, in order. */
export interface VirtualClock extends Clock {
  advance(ms: number): Promise<void>;
  /** How many sleepers are waiting now. */
  readonly sleeping: number;
}

export function createVirtualClock(startMs = Date.UTC(2026, 10, 16, 9)): VirtualClock {
  let nowMs = startMs;
  const sleepers = new Set<Sleeper>();

  function nextDue(untilMs: number): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (sleeper.dueMs <= untilMs && (!first || sleeper.dueMs < first.dueMs)) first = sleeper;
    }
    return first;
  }

  return {
    now: () => nowMs,
    get sleeping() {
      return sleepers.size;
    },
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper: Sleeper = {
          dueMs: nowMs + Math.max(0, ms),
          wake() {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        const onAbort = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', onAbort, { once: true });
      });
    },
    async advance(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (let due = nextDue(untilMs); due; due = nextDue(untilMs)) {
        nowMs = Math.max(nowMs, due.dueMs);
        due.wake();
        await settle();
      }
      nowMs = untilMs;
      await settle();
    },
  };
}

/** Lets pending promise callbacks and immediate I/O run before time moves on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
