import type { HttpResponse } from '#core/ports/http.ts';
import { createTokenHolder, type AccessToken } from '../../access-token.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { refusalSchema, tokenSchema, type Config } from './schema.ts';

const CREDENTIALS = 'sources.google-business.refreshToken';
const CLIENT = 'sources.google-business.clientId';
const CLIENT_SECRET = 'sources.google-business.clientSecret';
export const LOCATIONS = 'sources.google-business.locations';
const TOKEN_HOST = 'https://oauth2.googleapis.com';
const API_HOST = 'mybusiness.googleapis.com';

const send = createTokenHolder<Config>({
  fetch: fetchToken,
  authorise: (request, token) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
});

/** JSON of an answer; undefined: not found. @throws SourceError. */
export async function get(context: SourceContext, config: Config, path: string, query: Record<string, string> = {}): Promise<unknown> {
  const url = new URL(path, config.baseUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await send(context, config, { url: url.href, headers: { accept: 'application/json' } });
  if (response.status === 404) return undefined;
  const refusal = refusalOf(response);
  if (response.status === 400 && refusal.code === 'INVALID_ARGUMENT' && query['pageToken'] !== undefined)
    throw new SourceError({ type: 'retry' }, `${url.host} refuses its own page’s token.`, { status: 400 });
  if (refusal.hasNoQuota) {
    const message = `${url.host} grants the project no requests: Google has not approved it for the Business Profile API. Check ${CLIENT}.`;
    throw new SourceError({ type: 'config', setting: CLIENT }, message, { status: response.status });
  }
  requireOk(response, { nowMs: context.clock.now(), setting: settingOf(response.status, refusal) });
  return parseJson(response);
}

/** What a refusal is about. */
function settingOf(status: number, { reasons }: Refusal): string {
  if (status === 401 || reasons.includes('ACCESS_TOKEN_SCOPE_INSUFFICIENT')) return CREDENTIALS;
  return reasons.includes('SERVICE_DISABLED') ? CLIENT : LOCATIONS;
}

async function fetchToken({ http, clock, signal }: SourceContext, config: Config): Promise<AccessToken> {
  const base = config.tokenUrl ?? (new URL(config.baseUrl).host === API_HOST ? TOKEN_HOST : config.baseUrl);
  const url = new URL('/token', base);
  const { clientId, clientSecret, refreshToken } = config;
  const response = await http.send({
    url: url.href,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    }).toString(),
    signal,
  });
  // Refused credentials come with status 400, a client that isn't known with 401.
  if (response.status === 400 || response.status === 401) {
    const isClient = /^(?:invalid|unauthorized)_client$/.test(refusalOf(response).code ?? '');
    const [what, setting] = isClient ? ['OAuth client', CLIENT_SECRET] : ['refresh token', CREDENTIALS];
    throw new SourceError({ type: 'config', setting }, `${url.host} refuses the ${what}: check ${setting}.`, { status: response.status });
  }
  requireOk(response, { nowMs: clock.now(), setting: CREDENTIALS });
  const token = tokenSchema.safeParse(parseJson(response));
  if (!token.success) throw new SourceError({ type: 'fatal' }, `${url.host} answered with something else than a token.`, { status: 200 });
  return { value: token.data.access_token, expiresAtMs: clock.now() + token.data.expires_in * 1_000 };
}

interface Refusal {
  code: string | undefined;
  reasons: (string | undefined)[];
  /** A project that Google has not approved is granted no requests at all, and told so as if it had made too many. */
  hasNoQuota: boolean;
}

function refusalOf(response: HttpResponse): Refusal {
  if (response.status === 200) return { code: undefined, reasons: [], hasNoQuota: false };
  try {
    const { error } = refusalSchema.parse(parseJson(response));
    if (typeof error === 'string') return { code: error, reasons: [], hasNoQuota: false };
    const details = error.details ?? [];
    return {
      code: error.status,
      reasons: details.map(({ reason }) => reason),
      hasNoQuota: details.some(({ metadata }) => metadata?.quota_limit_value === '0'),
    };
  } catch {
    return { code: undefined, reasons: [], hasNoQuota: false };
  }
}
