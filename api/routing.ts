import { OpenAPIHono, type Hook } from '@hono/zod-openapi';
import type { z } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { PROBLEMS, ProblemError, problemSchema, type ProblemCode, type ProblemStatus } from './problem.ts';

/** A router whose bad parameters become problems. */
export function createRouter(): OpenAPIHono {
  return new OpenAPIHono({ defaultHook: refuseInvalid });
}

const refuseInvalid: Hook<unknown, Env, string, undefined> = (result) => {
  if (result.success) return;
  const issue = result.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    throw new ProblemError('unknown-parameter', {
      detail: 'The request has a parameter that this address does not know. /openapi.json lists those it knows.',
      ...(issue.keys[0] === undefined ? {} : { parameter: issue.keys[0].slice(0, 40) }),
    });
  }
  const parameter = String(issue?.path[0] ?? 'the request');
  throw new ProblemError('invalid-parameter', { detail: `${parameter} ${issue?.message ?? 'is not valid'}.`, parameter });
};

const DESCRIPTIONS: Partial<Record<ProblemStatus, string>> = {
  400: 'The request is refused, and why',
  401: 'A key is needed',
  403: 'The Host header is not a local name',
  404: 'There is nothing with this id',
  500: 'Something went wrong on our side',
  503: 'A store is not available; try again after Retry-After',
  504: 'The query took longer than 5 seconds',
};

const EXAMPLES: Partial<Record<ProblemCode, string>> = {
  'invalid-parameter': 'limit must be a whole number from 1 to 100.',
  'invalid-body': 'No item of the body is good: "errors" says what is wrong with each.',
  'invalid-signature': 'No signature is right. Sign the id, the time and the raw body with the secret that EARSHOT_PUSH_SECRET holds.',
  'body-too-large': 'A body has at most 1048576 bytes.',
  'switched-off': 'Pushing is off. Set EARSHOT_PUSH_SECRET, and sign with it as docs/push.md shows.',
  'unsupported-media-type': 'Send application/json or application/x-ndjson.',
  'too-much-waiting': 'More comments wait to be analysed than EARSHOT_PUSH_MAX_WAITING allows. Send this again after Retry-After.',
  unauthorised: 'Send the header "Authorization: Bearer …" with the key that EARSHOT_ADMIN_KEY holds.',
  'host-not-local': 'Earshot listens on this machine only, so the Host header must be localhost, 127.0.0.1 or [::1].',
  'not-found': 'There is no post with this id. It may have been deleted at its source.',
  unavailable: 'The post store is not available right now. Nothing was lost; try again shortly.',
  timeout: 'The query took longer than its time limit and was stopped. Narrow the dates or the query.',
};

type ProblemResponse = {
  description: string;
  content: { 'application/problem+json': { schema: typeof problemSchema; example: z.infer<typeof problemSchema> } };
};

/** What any route may answer besides its success, for the route's declaration. */
export function problemResponses<const Status extends ProblemStatus>(...statuses: Status[]): Record<Status, ProblemResponse> {
  const entries = statuses.map((status): [Status, ProblemResponse] => [
    status,
    {
      description: DESCRIPTIONS[status] ?? 'The request is refused',
      content: { 'application/problem+json': { schema: problemSchema, example: exampleOf(codeOf(status)) } },
    },
  ]);
  return Object.fromEntries(entries) as Record<Status, ProblemResponse>;
}

/** One that a route answers with in its own way, by its code. */
export function problemResponse(code: ProblemCode, description: string): ProblemResponse {
  return { description, content: { 'application/problem+json': { schema: problemSchema, example: exampleOf(code) } } };
}

/** Of every read under /v1. */
export const READ_PROBLEMS = problemResponses(400, 401, 403, 500, 503, 504);

function codeOf(status: ProblemStatus): ProblemCode {
  return (Object.keys(PROBLEMS) as ProblemCode[]).find((candidate) => PROBLEMS[candidate].status === status) ?? 'internal';
}

function exampleOf(code: ProblemCode): z.infer<typeof problemSchema> {
  return {
    type: `urn:earshot:problem:${code}`,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    code,
    detail: EXAMPLES[code] ?? 'The request failed for a reason that is not its fault.',
    instance: 'urn:earshot:request:0f6f6bd0-54f2-4d0e-9d7f-9d7b7a5f0c11',
  };
}
