import type { HttpRequest, HttpResponse } from '#core/ports/http.ts';
import { createTokenHolder, type AccessToken } from '../../access-token.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import type { SourceContext } from '../../connector.ts';
import { SourceError } from '../../source-error.ts';
import { pdsOf } from './hosts.ts';
import { refusalSchema, sessionSchema, type Config } from './schema.ts';

const PASSWORD = 'sources.bluesky.appPassword';
const SERVER = 'sources.bluesky.pdsUrl';
const MATCH = 'sources.bluesky.match';
/** What the server calls a token that is no good, with status 400; what stands behind it says 401. */
const ENDED = new Set(['ExpiredToken', 'InvalidToken']);
/** Smaller ones are seconds that are left. */
const LEAST_EPOCH_SECONDS = 1e9;

/** Sessions can be begun 300 times a day and less; one that is there can be renewed as often as it ends. */
const renewals = new WeakMap<Config, string>();

const send = createTokenHolder<Config>({ fetch: fetchToken, authorise, isRefused });

/**
 * The JSON of an answer to the account's server, and when it takes no more requests, if it says so.
 * @throws SourceError.
 */
export async function getAsAccount(
  context: SourceContext,
  config: Config,
  method: string,
  query: Record<string, string>,
): Promise<{ json: unknown; url: string; heldUntilMs: number | undefined }> {
  const url = new URL(`/xrpc/${method}`, pdsOf(config));
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await send(context, config, { url: url.href, headers: { accept: 'application/json' } });
  if (isRefused(response)) throw refusedLogin(response);
  if (response.status === 400) {
    throw new SourceError({ type: 'config', setting: MATCH }, `${url.host} can’t search for one of the keywords (400): check ${MATCH}.`, {
      status: 400,
    });
  }
  requireGood(response, context.clock.now());
  const isSpent = response.headers['ratelimit-remaining'] === '0';
  return { json: parseJson(response), url: url.href, heldUntilMs: isSpent ? resetMs(response.headers, context.clock.now()) : undefined };
}

async function fetchToken(context: SourceContext, config: Config): Promise<AccessToken> {
  const renewal = renewals.get(config);
  if (renewal !== undefined) {
    const response = await post(context, config, 'refreshSession', { headers: { authorization: `Bearer ${renewal}` } });
    if (!isRefusal(response)) return readSession(response, context, config);
    renewals.delete(config);
  }
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ identifier: config.identifier, password: config.appPassword });
  return readSession(await post(context, config, 'createSession', { headers, body }), context, config);
}

function post({ http, signal }: SourceContext, config: Config, method: string, request: Pick<HttpRequest, 'headers' | 'body'>) {
  const url = new URL(`/xrpc/com.atproto.server.${method}`, pdsOf(config)).href;
  return http.send({ ...request, headers: { accept: 'application/json', ...request.headers }, url, method: 'POST', signal });
}

function readSession(response: HttpResponse, { clock }: SourceContext, config: Config): AccessToken {
  if (isRefusal(response)) throw refusedLogin(response);
  requireGood(response, clock.now());
  const session = sessionSchema.safeParse(parseJson(response));
  if (!session.success)
    throw new SourceError({ type: 'fatal' }, `${new URL(response.url).host} answered with something else than a session.`, { status: 200 });
  renewals.set(config, session.data.refreshJwt);
  return { value: session.data.accessJwt, expiresAtMs: endOf(session.data.accessJwt) };
}

function authorise(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/** Of a token that was sent along. */
function isRefused(response: HttpResponse): boolean {
  return response.status === 401 || (response.status === 400 && ENDED.has(reasonOf(response)));
}

/** Of a name and password, or of what renews a session: there is no other reason for either status. */
function isRefusal({ status }: HttpResponse): boolean {
  return status === 400 || status === 401;
}

function refusedLogin({ url, status }: HttpResponse): SourceError {
  const message = `${new URL(url).host} refuses the account’s name and app password (${status}): check ${PASSWORD}.`;
  return new SourceError({ type: 'config', setting: PASSWORD }, message, { status });
}

function reasonOf(response: HttpResponse): string {
  try {
    return refusalSchema.parse(parseJson(response)).error;
  } catch {
    return '';
  }
}

function requireGood(response: HttpResponse, nowMs: number): void {
  requireOk(response, { nowMs, setting: SERVER, resetMs: (headers) => resetMs(headers, nowMs) });
}

/** The server gives epoch seconds where the draft that it names has seconds that are left. */
function resetMs(headers: Record<string, string>, nowMs: number): number | undefined {
  const seconds = Number(headers['ratelimit-reset'] ?? Number.NaN);
  if (!(seconds >= 0)) return undefined;
  return seconds >= LEAST_EPOCH_SECONDS ? seconds * 1_000 : nowMs + seconds * 1_000;
}

/** When a JSON web token ends by its own account. */
function endOf(token: string): number {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp?: unknown };
    return typeof claims.exp === 'number' ? claims.exp * 1_000 : Infinity;
  } catch {
    return Infinity;
  }
}
