import { SourceError } from '../../source-error.ts';

/** Steps of work between two looks at the time. */
const STEPS = 500;
/** Others run after so long. */
const SLICE_MS = 20;
const MAX_WORK_MS = 5_000;

/** Breaks in long work, so that others run as well. */
export interface Pause {
  /** Counts one step. */
  isDue(): boolean;
  /** @throws the signal's reason, or SourceError 'fatal' once the work itself has taken five seconds. */
  take(): Promise<void>;
}

export function createPause(signal: AbortSignal, now: () => number = () => performance.now()): Pause {
  let steps = 0;
  let workedMs = 0;
  let sliceFromMs = now();
  return {
    isDue: () => ++steps % STEPS === 0 && now() - sliceFromMs >= SLICE_MS,
    async take() {
      signal.throwIfAborted();
      workedMs += now() - sliceFromMs;
      if (workedMs > MAX_WORK_MS)
        throw new SourceError({ type: 'fatal' }, `The feed takes more than ${MAX_WORK_MS / 1_000} seconds to read.`);
      await new Promise((resolve) => setImmediate(resolve));
      sliceFromMs = now();
    },
  };
}
