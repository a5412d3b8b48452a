import type { HttpResponse } from '#core/ports/http.ts';
import { createTokenHolder, type AccessToken } from '../../access-token.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { listingSchema, tokenRefusalSchema, tokenSchema, type Config } from './schema.ts';

const CREDENTIALS = 'sources.reddit.clientSecret';
const SUBREDDITS = 'sources.reddit.subreddits';
const TOKEN_HOST = 'https://www.reddit.com';

const send = createTokenHolder<Config>({
  fetch: fetchToken,
  authorise: (request, token) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
});

/** The answer to a GET, whose JSON is a listing. @throws SourceError. */
export async function getListing(context: SourceContext, config: Config, path: string, query: Record<string, string>) {
  const url = new URL(path, config.baseUrl);
  for (const [name, value] of Object.entries({ raw_json: '1', ...query })) url.searchParams.set(name, value);
  const headers = { accept: 'application/json', 'user-agent': config.userAgent };
  const response = await send(context, config, { url: url.href, headers });
  const nowMs = context.clock.now();
  requireOk(response, {
    nowMs,
    setting: response.status === 401 ? CREDENTIALS : SUBREDDITS,
    resetMs: (answered) => resetMs(answered, nowMs),
  });
  const listing = listingSchema.safeParse(parseJson(response));
  if (!listing.success)
    throw new SourceError({ type: 'fatal' }, `${url.host} answered with something else than a listing.`, { status: 200 });
  return { ...listing.data.data, headers: response.headers };
}

/** @throws SourceError 'rate-limited' when the answer was good but the next request would be refused. */
export function requireBudget({ clock }: SourceContext, config: Config, headers: Record<string, string>): void {
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  const untilMs = resetMs(headers, clock.now());
  if (!(remaining < 1) || untilMs === undefined) return;
  throw new SourceError({ type: 'rate-limited', untilMs }, `${new URL(config.baseUrl).host} allows no more requests for now.`, {
    url: config.baseUrl,
  });
}

async function fetchToken({ http, clock, signal }: SourceContext, config: Config): Promise<AccessToken> {
  const base = config.tokenUrl ?? (config.baseUrl.includes('oauth.reddit.com') ? TOKEN_HOST : config.baseUrl);
  const url = new URL('/api/v1/access_token', base);
  const response = await http.send({
    url: url.href,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${config.clientId}:${config.clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': config.userAgent,
    },
    body: 'grant_type=client_credentials',
    signal,
  });
  const nowMs = clock.now();
  requireOk(response, { nowMs, setting: CREDENTIALS, resetMs: (headers) => resetMs(headers, nowMs) });
  return readToken(response, nowMs, url.host);
}

/** Refusals come with status 200. */
function readToken(response: HttpResponse, nowMs: number, host: string): AccessToken {
  const json = parseJson(response);
  const token = tokenSchema.safeParse(json);
  if (token.success) return { value: token.data.access_token, expiresAtMs: nowMs + token.data.expires_in * 1_000 };
  if (tokenRefusalSchema.safeParse(json).success) {
    throw new SourceError({ type: 'config', setting: CREDENTIALS }, `${host} refuses the app’s id and secret: check ${CREDENTIALS}.`, {
      status: response.status,
    });
  }
  throw new SourceError({ type: 'fatal' }, `${host} answered with something else than a token.`, { status: response.status });
}

/** Reddit gives the seconds that are left. */
function resetMs(headers: Record<string, string>, nowMs: number): number | undefined {
  const seconds = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  return seconds >= 0 ? nowMs + seconds * 1_000 : undefined;
}
