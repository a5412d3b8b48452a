/** Pauses between tries: full jitter under a bound that doubles, so that many clients don't come back at once. */
export interface RetryPolicy {
  /** @param failures in a row, from 1. */
  delayMs(failures: number): number;
}

export const RETRY_BASE_MS = 1_000;
export const RETRY_CAP_MS = 5 * 60_000;
const LEAST_MS = 500;

export function createRetryPolicy(random: () => number = Math.random): RetryPolicy {
  return {
    delayMs(failures) {
      const bound = Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** Math.min(failures, 20));
      return Math.max(LEAST_MS, Math.round(random() * bound));
    },
  };
}
