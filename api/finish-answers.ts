import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const compress = promisify(gzip);
const MIN_BYTES_TO_COMPRESS = 1_024;
const COMPRESSIBLE = /^(?:application\/(?:problem\+)?json|text\/|image\/svg\+xml)/;
const POSTS = /^\/v1\/posts(?:\/|$)/;

/**
 * Adds an ETag and Cache-Control, answers 304 to who has it already, and compresses. Whole bodies, not streams: a caller who leaves in
 * the middle of one must not become a server error. Browsers keep no comments (`no-store`), so a forgotten one is not left in their caches.
 */
export function finishAnswers(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const answer = context.res;
    if (!answer.body || answer.status === 304) return;
    const headers = new Headers(answer.headers);
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!headers.has('Cache-Control'))
      headers.set('Cache-Control', POSTS.test(context.req.path) ? 'private, no-store' : 'private, no-cache');

    let body = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok && isRead) {
      const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
      headers.set('ETag', etag);
      if (matches(context.req.header('if-none-match'), etag)) {
        headers.delete('Content-Type');
        headers.delete('Content-Length');
        context.res = undefined;
        context.res = new Response(null, { status: 304, headers });
        return;
      }
    }
    if (COMPRESSIBLE.test(headers.get('Content-Type') ?? '')) {
      headers.append('Vary', 'Accept-Encoding');
      if (body.length >= MIN_BYTES_TO_COMPRESS && acceptsGzip(context.req.header('accept-encoding'))) {
        body = new Uint8Array(await compress(body));
        headers.set('Content-Encoding', 'gzip');
      }
    }
    headers.set('Content-Length', String(body.length));
    context.res = undefined;
    context.res = new Response(body, { status: answer.status, headers });
  };
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = etag.slice(2);
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === opaque);
}

function acceptsGzip(accepted = ''): boolean {
  return accepted.split(',').some((part) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(part));
}
