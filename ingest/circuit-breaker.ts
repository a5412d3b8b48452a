/**
 * Opens after ten failures in a row, or when more than 15 % of the last hundred tries failed. While it is open nothing is tried;
 * then one try decides.
 */
export interface CircuitBreaker {
  /** 0: go ahead. */
  waitMs(nowMs: number): number;
  succeeded(): void;
  failed(nowMs: number): void;
  readonly isOpen: boolean;
}

const IN_A_ROW = 10;
const WINDOW = 100;
const SHARE = 0.15;
const FIRST_PAUSE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

export function createCircuitBreaker(): CircuitBreaker {
  let results: boolean[] = [];
  let inARow = 0;
  let openUntilMs = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let isOpen = false;

  function trip(nowMs: number): void {
    if (isOpen) pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    isOpen = true;
    openUntilMs = nowMs + pauseMs;
  }

  return {
    get isOpen() {
      return isOpen;
    },
    waitMs: (nowMs) => Math.max(0, openUntilMs - nowMs),
    succeeded() {
      inARow = 0;
      if (isOpen) {
        isOpen = false;
        results = [];
        pauseMs = FIRST_PAUSE_MS;
        openUntilMs = 0;
      }
      results = [...results.slice(1 - WINDOW), true];
    },
    failed(nowMs) {
      inARow += 1;
      results = [...results.slice(1 - WINDOW), false];
      const failures = results.filter((good) => !good).length;
      if (isOpen || inARow >= IN_A_ROW || (results.length === WINDOW && failures > WINDOW * SHARE)) trip(nowMs);
    },
  };
}
