import type { HttpRequest } from '#core/ports/http.ts';
import { httpError } from './fault.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
/** Beyond this, timers fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Runs a whole exchange within the request's time and until its caller's signal, whichever part of it hangs. */
export async function withDeadline<Result>(
  host: string,
  { timeoutMs = DEFAULT_TIMEOUT_MS, signal }: Pick<HttpRequest, 'timeoutMs' | 'signal'>,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = () => controller.abort(httpError('aborted', host));
  const timer = setTimeout(() => controller.abort(httpError('timeout', host, `limit ${timeoutMs} ms`)), Math.min(timeoutMs, MAX_TIMER_MS));
  signal?.addEventListener('abort', stop, { once: true });
  const stopped = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  try {
    if (signal?.aborted) throw httpError('aborted', host);
    return await Promise.race([run(controller.signal), stopped]);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
