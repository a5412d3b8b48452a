import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ApiDeps } from './deps.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts and times each request by its route's pattern. The address itself is nowhere written: a query may hold anything. */
export function observeRequests({ metrics, clock, log }: Pick<ApiDeps, 'metrics' | 'clock' | 'log'>): MiddlewareHandler {
  return async (context, next) => {
    const startedMs = clock.now();
    await next();
    const seconds = Math.max(0, clock.now() - startedMs) / 1000;
    const matched = routePath(context, -1);
    const route = matched.includes('*') ? 'other' : matched;
    const method = METHODS.has(context.req.method) ? context.req.method : 'other';
    const status = context.res.status;
    metrics.count('earshot_http_requests_total', { route, method, status: String(status) });
    metrics.observeSeconds('earshot_http_request_duration_seconds', { route, method }, seconds);
    log.debug({ route, method, status, seconds, requestId: context.get('requestId') }, 'request answered');
  };
}
