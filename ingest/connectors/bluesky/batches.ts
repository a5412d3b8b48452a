import type { Clock } from '#core/clock.ts';
import { SourceError } from '../../source-error.ts';

export interface BatchLimits {
  /** Frames in one batch. */
  size: number;
  /** How long a frame waits for others. */
  waitMs: number;
  /** A stream that is silent for so long is stuck. */
  idleMs: number;
  host: string;
}

/**
 * Frames in batches, in order. The next frames are only asked for when a batch has been dealt with, so that a slow reader slows the stream.
 * @throws SourceError 'retry' when nothing comes for `idleMs`, after what came before.
 */
export async function* inBatches(
  frames: AsyncIterable<string>,
  clock: Clock,
  limits: BatchLimits,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const iterator = frames[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<string, unknown>> | undefined;
  let lastMs = clock.now();
  try {
    for (;;) {
      const batch: string[] = [];
      let untilMs = lastMs + limits.idleMs;
      let end: 'closed' | 'broken' | undefined;
      let fault: unknown;
      while (batch.length < limits.size && !end) {
        next ??= iterator.next();
        const result = await orPause(next, clock, untilMs - clock.now(), signal);
        if (result === 'pause') break;
        next = undefined;
        if ('fault' in result) {
          end = 'broken';
          fault = result.fault;
        } else if (result.done) end = 'closed';
        else {
          lastMs = clock.now();
          if (batch.length === 0) untilMs = lastMs + limits.waitMs;
          batch.push(result.value);
        }
      }
      signal.throwIfAborted();
      if (batch.length) yield batch;
      else if (!end) throw new SourceError({ type: 'retry' }, `${limits.host} went silent.`);
      if (end === 'broken') throw fault;
      if (end) return;
    }
  } finally {
    // A read that is under way would hold up the end of a generator that waits for it.
    void iterator.return?.()?.catch(() => undefined);
    void next?.catch(() => undefined);
  }
}

async function orPause<T>(next: Promise<T>, clock: Clock, ms: number, signal: AbortSignal): Promise<T | 'pause' | { fault: unknown }> {
  const timer = new AbortController();
  const pause = clock.sleep(Math.max(0, ms), AbortSignal.any([signal, timer.signal])).then(
    () => 'pause' as const,
    () => 'pause' as const,
  );
  try {
    return await Promise.race([next.catch((fault: unknown) => ({ fault })), pause]);
  } finally {
    timer.abort();
  }
}
