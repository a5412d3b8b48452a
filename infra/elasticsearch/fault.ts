import { errors } from '@elastic/elasticsearch';
import { EarshotError, unavailable } from '#core/errors.ts';

/** What is told of a failure. The client's own errors hold the whole request, comments included, so none is passed on. */
export interface Fault {
  /** HTTP status; 0 when there was no answer. */
  status: number;
  /** Elasticsearch's name of the error, such as `mapper_parsing_exception`, or the client's. */
  type: string;
}

const NAME = /^[\w.]{1,80}$/;
const TRANSIENT_STATUS = new Set([0, 408, 429, 502, 503, 504]);
const TRANSIENT_TYPES = new Set([
  'cluster_block_exception',
  'unavailable_shards_exception',
  'es_rejected_execution_exception',
  'circuit_breaking_exception',
  'no_shard_available_action_exception',
  'process_cluster_event_timeout_exception',
]);
/** Wrong or expired credentials lose nothing: work waits until they are put right. */
const REFUSED_STATUS = new Set([401, 403]);

export function faultOf(error: unknown): Fault {
  if (error instanceof errors.ResponseError) {
    const body = error.body as { error?: { type?: unknown } } | undefined;
    return { status: error.statusCode ?? 0, type: nameOf(body?.error?.type) };
  }
  if (error instanceof errors.ElasticsearchClientError) return { status: 0, type: nameOf(error.name) };
  throw error;
}

/** The error's type where it is a plain name: a reason may quote the document. */
export function nameOf(type: unknown): string {
  return typeof type === 'string' && NAME.test(type) ? type : 'unknown';
}

/** Whether trying again later may help, with nothing changed in the request. */
export function isTransient({ status, type }: Fault): boolean {
  return TRANSIENT_STATUS.has(status) || TRANSIENT_TYPES.has(type) || REFUSED_STATUS.has(status);
}

export function isTimeout({ type }: Fault): boolean {
  return type === 'TimeoutError';
}

/** The error that callers see. */
export function toError(fault: Fault): EarshotError {
  const cause = new EarshotError('elasticsearch', `${fault.type} (status ${fault.status})`);
  return isTransient(fault)
    ? unavailable('Elasticsearch (ELASTICSEARCH_URL)', cause)
    : new EarshotError('elasticsearch', `Elasticsearch refused a request: ${cause.message}.`);
}

/**
 * Asks Elasticsearch something, once.
 * @throws EarshotError 'unavailable', or 'elasticsearch' for a request that it refuses.
 */
export async function ask<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw error instanceof EarshotError ? error : toError(faultOf(error));
  }
}

/** The answer, or null for one of these statuses. */
export async function askUnless<T>(statuses: readonly number[], request: () => Promise<T>): Promise<T | null> {
  return ask(async () => {
    try {
      return await request();
    } catch (error) {
      if (error instanceof errors.ResponseError && statuses.includes(error.statusCode ?? 0)) return null;
      throw error;
    }
  });
}
