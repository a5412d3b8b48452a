import type { VirtualClock } from '#core/virtual-clock.ts';

/** Moves time on until the promise settles, at most for `limitMs` of virtual time, which then is the error. */
export async function advanceUntil<T>(
  clock: VirtualClock,
  promise: Promise<T>,
  options: { stepMs?: number; limitMs?: number } = {},
): Promise<T> {
  const { stepMs = 100, limitMs = 3_600_000 } = options;
  const state = { isSettled: false };
  const settled = promise.finally(() => {
    state.isSettled = true;
  });
  settled.catch(() => undefined);
  for (let passedMs = 0; !state.isSettled; passedMs += stepMs) {
    if (passedMs > limitMs) throw new Error(`nothing was settled within ${limitMs} ms of virtual time`);
    await clock.advance(stepMs);
  }
  return settled;
}
