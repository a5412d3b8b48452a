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
  'invalid-body': { status: 400, title: 'Nothing in the body could be used' },
  unauthorised: { status: 401, title: 'A key is needed' },
  'invalid-signature': { status: 401, title: 'The signature is missing or wrong' },
  'host-not-local': { status: 403, title: 'The Host header is not a local name' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'body-too-slow': { status: 408, title: 'The body took too long' },
  'switched-off': { status: 410, title: 'This is switched off here' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind that is not taken here' },
  'too-much-waiting': { status: 429, title: 'Too much is waiting' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
  timeout: { status: 504, title: 'The query took too long' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemStatus = (typeof PROBLEMS)[ProblemCode]['status'];

const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** What is wrong with one item of a body. */
export const itemErrorSchema = z
  .object({
    index: z.int().nonnegative().openapi({ description: 'Position among the items, from 0' }),
    field: z.string().openapi({ description: 'Empty: the item itself' }),
    problem: z.string(),
  })
  .openapi('ItemError');

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
    errors: z.array(itemErrorSchema).optional().openapi({ description: 'What is wrong with each item of the body' }),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problemSchema>;

export interface ProblemDetails {
  detail: string;
  parameter?: string;
  position?: number;
  suggestion?: string;
  errors?: z.infer<typeof itemErrorSchema>[];
  /** Told in the header Retry-After. */
  retryAfterSeconds?: number;
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
  const { detail, parameter, position, suggestion, errors, retryAfterSeconds } = details;
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
    ...(errors === undefined ? {} : { errors }),
  };
  return context.body(JSON.stringify(problem), status satisfies ContentfulStatusCode, {
    ...headers,
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}
