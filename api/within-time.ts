import type { Context } from 'hono';
import type { Clock } from '#core/clock.ts';
import { readStopped } from '#core/errors.ts';
import type { ReadOptions } from '#core/ports/post-store.ts';

export const READ_LIMIT_MS = 5_000;

/**
 * Runs the reads of one request, at most 5 s and only while the caller is there. Either end reaches the stores through the signal, and the
 * caller gets its answer even if a store doesn't stop at once.
 * @throws EarshotError 'timeout' or 'aborted'.
 */
export async function withinTime<T>(context: Context, clock: Clock, work: (read: ReadOptions) => Promise<T>): Promise<T> {
  const caller = context.req.raw.signal;
  const stop = new AbortController();
  const settled = new AbortController();

  const limit = clock.sleep(READ_LIMIT_MS, settled.signal).then(() => {
    throw readStopped('timeout');
  });
  const gone = new Promise<never>((_, reject) => {
    const onAbort = () => reject(readStopped('aborted'));
    if (caller.aborted) onAbort();
    else caller.addEventListener('abort', onAbort, { once: true, signal: settled.signal });
  });
  const result = work({ signal: stop.signal, timeoutMs: READ_LIMIT_MS });
  // Whichever loses the race must not become an unhandled rejection.
  for (const promise of [limit, gone, result]) promise.catch(() => {});

  try {
    return await Promise.race([result, limit, gone]);
  } finally {
    settled.abort();
    stop.abort();
  }
}
