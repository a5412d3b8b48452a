import type { HttpClient } from '#core/ports/http.ts';
import { withDeadline } from './deadline.ts';
import { exchange, parseAddress } from './exchange.ts';

/** Says who asks, as sources' terms demand. */
export const DEFAULT_USER_AGENT = 'Earshot';

/**
 * A client for addresses that the operator gave, private ones included. Undoes gzip, deflate and br itself, keeps connections open for a few
 * seconds, and goes through the proxy of the environment if NODE_USE_ENV_PROXY says so.
 */
export function createHttpClient({ userAgent = DEFAULT_USER_AGENT }: { userAgent?: string } = {}): HttpClient {
  return {
    async send(request) {
      const url = parseAddress(request.url);
      return withDeadline(url.host, request, (signal) => exchange(url, request, userAgent, signal));
    },
  };
}
