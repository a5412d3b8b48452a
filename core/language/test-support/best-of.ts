/** Shortest of several runs, in milliseconds: a machine that is busy elsewhere can't fail a test of a worst case. */
export function bestOfMs(run: () => void, times = 5): number {
  let best = Infinity;
  for (let round = 0; round < times; round++) {
    const startedMs = performance.now();
    run();
    best = Math.min(best, performance.now() - startedMs);
  }
  return best;
}
