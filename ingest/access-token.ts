import type { HttpRequest, HttpResponse } from '#core/ports/http.ts';
import type { SourceContext } from './connector.ts';

export interface AccessToken {
  value: string;
  /** Infinity: until it is refused. */
  expiresAtMs: number;
}

export interface TokenUse<Key extends object> {
  /** Asks for a token. Throws SourceError where the credentials are refused. */
  fetch(context: SourceContext, key: Key): Promise<AccessToken>;
  /** The request as it goes out with a token. */
  authorise(request: HttpRequest, token: string): HttpRequest;
  /** Whether an answer says that the token has ended. Default: status 401. */
  isRefused?(response: HttpResponse): boolean;
}

/** A token is asked for again this long before it ends. */
const MARGIN_MS = 60_000;

/**
 * Sends requests with a short-lived token, held in memory for each `key` (the configuration it belongs to). A refused token is replaced once; a
 * second refusal is the caller's to classify, and with `requireOk` names the setting.
 */
export function createTokenHolder<Key extends object>(use: TokenUse<Key>) {
  const held = new WeakMap<Key, AccessToken>();

  async function tokenFor(context: SourceContext, key: Key): Promise<string> {
    const known = held.get(key);
    if (known && known.expiresAtMs - MARGIN_MS > context.clock.now()) return known.value;
    const token = await use.fetch(context, key);
    held.set(key, token);
    return token.value;
  }

  return async function send(context: SourceContext, key: Key, request: HttpRequest): Promise<HttpResponse> {
    const first = await context.http.send({ ...use.authorise(request, await tokenFor(context, key)), signal: context.signal });
    const isRefused = use.isRefused?.(first) ?? first.status === 401;
    if (!isRefused) return first;
    held.delete(key);
    return context.http.send({ ...use.authorise(request, await tokenFor(context, key)), signal: context.signal });
  };
}
