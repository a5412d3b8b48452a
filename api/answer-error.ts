import { HTTPException } from 'hono/http-exception';
import type { Context } from 'hono';
import { EarshotError } from '#core/errors.ts';
import { QuerySyntaxError } from '#core/query-parser.ts';
import { answerProblem, ProblemError } from './problem.ts';
import type { ApiLog } from './deps.ts';

const RETRY_AFTER_SECONDS = '5';

/** The caller is gone: nobody reads this, but the status is counted. */
const CLIENT_CLOSED_REQUEST = 499;

/** Turns whatever a route threw into a problem. Nothing of an unknown error reaches the caller; the log gets it through its allow-list. */
export function answerError(error: unknown, context: Context, log: ApiLog): Response {
  if (error instanceof ProblemError) return answerProblem(context, error.code, error.details);
  if (error instanceof QuerySyntaxError) {
    const { message, position, suggestion } = error;
    return answerProblem(context, 'query-syntax', {
      detail: `${message}.`,
      parameter: 'q',
      position,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (error instanceof EarshotError) {
    if (error.code === 'unavailable') {
      log.warn({ err: error, requestId: context.get('requestId') }, 'a store or queue was not available to the API');
      return answerProblem(context, 'unavailable', { detail: error.message }, { 'Retry-After': RETRY_AFTER_SECONDS });
    }
    if (error.code === 'timeout') return answerProblem(context, 'timeout', { detail: error.message });
    if (error.code === 'aborted') return new Response(null, { status: CLIENT_CLOSED_REQUEST });
  }
  if (error instanceof HTTPException && error.status < 500) {
    return answerProblem(context, 'invalid-parameter', { detail: 'The request could not be read. Check its address and headers.' });
  }
  log.error({ err: error, requestId: context.get('requestId') }, 'a request failed');
  return answerProblem(context, 'internal', {
    detail: 'The request failed for a reason that is not its fault. It is logged under the id in "instance"; try again.',
  });
}
