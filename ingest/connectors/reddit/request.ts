import type { HttpResponse } from '#core/ports/http.ts';
import { createTokenHolder, type AccessToken } from '../../access-token.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { listingSchema, refusalSchema, tokenRefusalSchema, tokenSchema, type Config } from './schema.ts';

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
  const setting = settingOf(response, path);
  refuseSubreddit(response, setting);
  requireOk(response, { nowMs, setting, resetMs: (answered) => resetMs(answered, nowMs) });
  const listing = listingSchema.safeParse(parseJson(response));
  if (!listing.success)
    throw new SourceError({ type: 'fatal' }, `${url.host} answered with something else than a listing.`, { status: 200 });
  return { ...listing.data.data, headers: response.headers };
}

/** Where the token is good but may not do this, the app is at fault and not what it asks for. */
function settingOf({ status, headers }: HttpResponse, path: string): string {
  const isAllowed = status !== 401 && !headers['www-authenticate']?.includes('insufficient_scope');
  return isAllowed && path.startsWith('/r/') ? SUBREDDITS : CREDENTIALS;
}

/** Reddit says why, where it concerns a subreddit. */
function refuseSubreddit(response: HttpResponse, setting: string): void {
  const { status, url } = response;
  const reason = status === 403 || status === 404 ? refusalSchema.safeParse(jsonOrNothing(response)).data?.reason : undefined;
  if (reason === undefined) return;
  throw new SourceError(
    { type: 'config', setting },
    `${new URL(url).host} says that a subreddit is ${reason} (${status}): check ${setting}.`,
    {
      status,
    },
  );
}

function jsonOrNothing(response: HttpResponse): unknown {
  try {
    return parseJson(response);
  } catch {
    return undefined;
  }
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
  if (response.status !== 400) requireOk(response, { nowMs, setting: CREDENTIALS, resetMs: (headers) => resetMs(headers, nowMs) });
  return readToken(response, nowMs, url.host);
}

/** Refusals come with status 200, or 400 as OAuth has it. */
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
