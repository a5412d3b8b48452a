import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every way in which a request can be refused or fail: a stable code, its status and its title. */
export const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A parameter has a value that is not allowed' },
  'unknown-parameter': { status: 400, title: 'There is no such parameter' },
  'query-syntax': { status: 400, title: 'The query could not be read' },
  'range-not-allowed': { status: 400, title: 'The range of dates is not allowed' },
  'too-many-buckets': { status: 400, title: 'The range holds too many intervals' },
  'invalid-cursor': { status: 400, title: 'The cursor is not one of ours' },
  unauthorised: { status: 401, title: 'A key is needed' },
  'host-not-local': { status: 403, title: 'The Host header is not a local name' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
  timeout: { status: 504, title: 'The query took too long' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemStatus = (typeof PROBLEMS)[ProblemCode]['status'];

const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ description: 'Stable: `urn:earshot:problem:` and the code' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES).openapi({ description: 'Stable and meant for programs' }),
    detail: z.string().openapi({ description: 'What happened and what to do, for people' }),
    instance: z.string().openapi({ description: '`urn:earshot:request:` and the id of the request, as in the X-Request-Id header' }),
    parameter: z.string().optional().openapi({ description: 'The parameter at fault' }),
    position: z.int().optional().openapi({ description: 'Where in `q` the fault is: UTF-16 units from its start' }),
    suggestion: z.string().optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problemSchema>;

export interface ProblemDetails {
  detail: string;
  parameter?: string;
  position?: number;
  suggestion?: string;
}

/** A refusal with its explanation; thrown by whatever finds the fault, answered by `answerError`. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

export function answerProblem(
  context: Context,
  code: ProblemCode,
  details: ProblemDetails,
  headers: Record<string, string> = {},
): Response {
  const { status, title } = PROBLEMS[code];
  const requestId: unknown = context.get('requestId');
  const { detail, parameter, position, suggestion } = details;
  const problem: Problem = {
    type: `urn:earshot:problem:${code}`,
    title,
    status,
    code,
    detail,
    instance: `urn:earshot:request:${typeof requestId === 'string' ? requestId : 'unknown'}`,
    ...(parameter === undefined ? {} : { parameter }),
    ...(position === undefined ? {} : { position }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  return context.body(JSON.stringify(problem), status satisfies ContentfulStatusCode, {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}
