import type { HttpResponse } from '#core/ports/http.ts';
import type { SourceContext } from '../../connector.ts';

export interface Instance {
  instance: string;
  accessToken: string | undefined;
}

/** The answer to a GET, whatever its status. */
export function get(
  context: SourceContext,
  { instance, accessToken }: Instance,
  path: string,
  query: readonly (readonly [string, string])[] = [],
): Promise<HttpResponse> {
  const url = new URL(path, instance);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const authorization = accessToken ? { authorization: `Bearer ${accessToken}` } : {};
  return context.http.send({ url: url.href, headers: { accept: 'application/json', ...authorization }, signal: context.signal });
}

/** Mastodon gives the instant itself, in ISO 8601. */
export function resetMs(headers: Record<string, string>): number | undefined {
  const at = Date.parse(headers['x-ratelimit-reset'] ?? '');
  return Number.isNaN(at) ? undefined : at;
}
