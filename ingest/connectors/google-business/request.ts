import type { HttpResponse } from '#core/ports/http.ts';
import { createTokenHolder, type AccessToken } from '../../access-token.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { refusalSchema, tokenSchema, type Config } from './schema.ts';

const CREDENTIALS = 'sources.google-business.refreshToken';
const LOCATIONS = 'sources.google-business.locations';
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
  if (response.status === 400 && refusalOf(response) === 'INVALID_ARGUMENT' && query['pageToken'] !== undefined)
    throw new SourceError({ type: 'retry' }, `${url.host} refuses its own page’s token.`, { status: 400 });
  requireOk(response, { nowMs: context.clock.now(), setting: response.status === 401 ? CREDENTIALS : LOCATIONS });
  return parseJson(response);
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
  // Refused credentials come with status 400.
  if (response.status === 400)
    throw new SourceError({ type: 'config', setting: CREDENTIALS }, `${url.host} refuses the refresh token: check ${CREDENTIALS}.`, {
      status: 400,
    });
  requireOk(response, { nowMs: clock.now(), setting: CREDENTIALS });
  const token = tokenSchema.safeParse(parseJson(response));
  if (!token.success) throw new SourceError({ type: 'fatal' }, `${url.host} answered with something else than a token.`, { status: 200 });
  return { value: token.data.access_token, expiresAtMs: clock.now() + token.data.expires_in * 1_000 };
}

function refusalOf(response: HttpResponse): string | undefined {
  try {
    const { error } = refusalSchema.parse(parseJson(response));
    return typeof error === 'string' ? error : error.status;
  } catch {
    return undefined;
  }
}
