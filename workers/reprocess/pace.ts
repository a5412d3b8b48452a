import type { Clock } from '#core/clock.ts';

/**
 * Waits so that no more than `rate` posts a second go by. Time that was lost is not made up for.
 * @returns a function to be told of each batch before it is handled; false when the signal says to stop.
 */
export function createPace(clock: Clock, rate: number, signal: AbortSignal): (posts: number) => Promise<boolean> {
  let freeAtMs = clock.now();
  return async (posts) => {
    if (posts > 0 && clock.now() < freeAtMs) {
      // Rejects when the signal aborts, which is asked for below.
      await clock.sleep(freeAtMs - clock.now(), signal).catch(() => {});
    }
    freeAtMs = Math.max(freeAtMs, clock.now()) + (posts / rate) * 1_000;
    return !signal.aborted;
  };
}
