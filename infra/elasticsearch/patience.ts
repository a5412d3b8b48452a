import type { Clock } from '#core/clock.ts';
import { faultOf, isTimeout, isTransient, toError, type Fault } from './fault.ts';

export interface PatienceOptions {
  clock: Clock;
  /** 0 … 1. Default `Math.random`. */
  random?: (() => number) | undefined;
  firstMs?: number;
  longestMs?: number;
  maxTries?: number;
  /** A caller waits at most about this long in all, so that a worker that is told to stop does. */
  maxWaitMs?: number;
}

/** How often and when a request is tried while Elasticsearch can't take it. */
export interface Patience {
  readonly maxTries: number;
  /**
   * Sends a request until it is answered, with full jitter between tries. All requests share the waiting: while one fails, the others
   * wait with it, and one at a time goes first. An answer in which `faultIn` finds a fault is returned, but the next request waits.
   * @throws EarshotError 'unavailable' after the last try or a time-out, 'elasticsearch' for a request that is refused.
   */
  send<T>(request: () => Promise<T>, faultIn?: (answer: T) => Fault | undefined): Promise<T>;
}

export function createPatience(options: PatienceOptions): Patience {
  const { clock, random = Math.random, firstMs = 500, longestMs = 60_000, maxTries = 5, maxWaitMs = 15_000 } = options;
  let failures = 0;
  let notBeforeMs = 0;
  let first: Promise<void> = Promise.resolve();

  /** Requests that were under way together and fail together are one failure. */
  function failed(failuresBefore: number): void {
    if (failures !== failuresBefore) return;
    failures += 1;
    const ceilingMs = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20));
    notBeforeMs = Math.max(notBeforeMs, clock.now() + ceilingMs * random());
  }

  /** Resolves with a function to call after the try, once it is this caller's turn. */
  async function turn(sinceMs: number): Promise<() => void> {
    if (failures === 0) return () => {};
    const before = first;
    const { promise, resolve } = Promise.withResolvers<void>();
    first = before.then(() => promise);
    await before;
    if (failures > 0 && notBeforeMs > clock.now()) {
      if (notBeforeMs - sinceMs > maxWaitMs) {
        resolve();
        throw toError({ status: 0, type: 'waiting' });
      }
      await clock.sleep(notBeforeMs - clock.now());
    }
    if (failures === 0) resolve();
    return resolve;
  }

  return {
    maxTries,
    async send(request, faultIn) {
      const sinceMs = clock.now();
      for (let tries = 1; ; tries++) {
        const done = await turn(sinceMs);
        const failuresBefore = failures;
        try {
          const answer = await request();
          if (faultIn?.(answer)) failed(failuresBefore);
          else failures = 0;
          return answer;
        } catch (error) {
          const fault = faultOf(error);
          if (!isTransient(fault)) throw toError(fault);
          failed(failuresBefore);
          if (tries >= maxTries || isTimeout(fault)) throw toError(fault);
        } finally {
          done();
        }
      }
    },
  };
}
