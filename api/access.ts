import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AccessPolicy } from './deps.ts';
import { answerProblem } from './problem.ts';

const LOCAL_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

export function isLocalHost(host: string): boolean {
  return LOCAL_HOST.test(host);
}

/**
 * Whether a request brings a credential that its own route checks: pushes are signed, wherever they come from and under whatever name. Keys with scopes
 * belong here too: one with `write:posts` is to be accepted in place of the signature.
 */
export function isSelfGuarded(method: string, path: string): boolean {
  return method === 'POST' && path === '/v1/ingest';
}

/**
 * Against DNS rebinding: a page on the web may point its own name at 127.0.0.1, but then the Host header gives that name away. On other
 * addresses the key does this work, since no other site can know it.
 */
export function guardHost(policy: AccessPolicy): MiddlewareHandler {
  return async (context, next) => {
    if (isSelfGuarded(context.req.method, context.req.path)) return next();
    if (policy.loopbackOnly && !isLocalHost(context.req.header('host') ?? '')) {
      return answerProblem(context, 'host-not-local', {
        detail:
          'Earshot listens on this machine only, so the Host header must be localhost, 127.0.0.1 or [::1]. To serve other names, set HOST and EARSHOT_ADMIN_KEY.',
      });
    }
    return next();
  };
}

/** `Authorization: Bearer` with the deployment's key, except on loopback. */
export function requireKey(policy: AccessPolicy): MiddlewareHandler {
  const expected = policy.adminKey === undefined ? undefined : digest(policy.adminKey);
  return async (context, next) => {
    if (policy.loopbackOnly || isSelfGuarded(context.req.method, context.req.path)) return next();
    const given = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (given !== undefined && expected && timingSafeEqual(digest(given), expected)) return next();
    return answerProblem(
      context,
      'unauthorised',
      {
        detail:
          given === undefined
            ? 'Send the header "Authorization: Bearer …" with the key that EARSHOT_ADMIN_KEY holds.'
            : 'The key is not valid. Send the one that EARSHOT_ADMIN_KEY holds.',
      },
      { 'WWW-Authenticate': 'Bearer realm="earshot"' },
    );
  };
}

/** Digests have one length, so that the comparison takes the same time for every key. */
function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
