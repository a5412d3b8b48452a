import { errors } from '@elastic/elasticsearch';
import { readStopped } from '#core/errors.ts';
import type { ReadOptions } from '#core/ports/post-store.ts';
import { faultOf, isTimeout, toError } from './fault.ts';

const DEFAULT_TIMEOUT_MS = 5_000;
/** Elasticsearch's own names for a search that it stopped at its time limit. */
const TIMEOUT_TYPES = new Set(['search_timeout_exception', 'timeout_exception', 'task_cancelled_exception']);

/** The time that all requests of one read may take together. */
export interface Deadline {
  /** For the `timeout` of a search. */
  readonly timeout: string;
  /** Closing the connection cancels the search in Elasticsearch. */
  readonly signal: AbortSignal;
}

/**
 * Runs a read within its time limit.
 * @throws EarshotError 'timeout', 'aborted', 'unavailable' or 'elasticsearch'.
 */
export async function withDeadline<T>(options: ReadOptions | undefined, read: (deadline: Deadline) => Promise<T>): Promise<T> {
  const timeoutMs = options?.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const caller = options?.signal;
  if (caller?.aborted) throw readStopped('aborted');
  if (timeoutMs <= 0) throw readStopped('timeout');
  const clock = AbortSignal.timeout(timeoutMs);
  const endsAt = performance.now() + timeoutMs;
  const deadline: Deadline = {
    get timeout() {
      return `${Math.max(1, Math.ceil(endsAt - performance.now()))}ms`;
    },
    signal: caller ? AbortSignal.any([caller, clock]) : clock,
  };
  try {
    return await read(deadline);
  } catch (error) {
    if (caller?.aborted) throw readStopped('aborted');
    if (!(error instanceof errors.ElasticsearchClientError)) throw error;
    const fault = faultOf(error);
    if (clock.aborted || isTimeout(fault) || TIMEOUT_TYPES.has(fault.type)) throw readStopped('timeout');
    throw toError(fault);
  }
}
