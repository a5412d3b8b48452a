import type { HttpResponse } from '#core/ports/http.ts';
import { parseJson, requireOk, retryAfterMs } from '../../classify-response.ts';
import { SourceError } from '../../source-error.ts';
import { errorSchema } from './schema.ts';
import { regainMs } from './usage.ts';

/** What one request brought, or why it brought nothing that concerns what was asked for, not the whole page. */
export type Answer =
  | { type: 'data'; json: unknown }
  /** It doesn't exist, or not for this token: the service does not say which. */
  | { type: 'gone' }
  /** Less has to be asked for at once. */
  | { type: 'too-much' }
  /** A parameter is refused, which a cursor may be, or the kind of object. */
  | { type: 'refused' }
  /** It could not be done this time. */
  | { type: 'failed' };

export const TOKEN_SETTING = 'sources.facebook.accessToken';
const VERSION_SETTING = 'sources.facebook.version';

const DOES_NOT_EXIST = { code: 100, subcode: 33 };
const UNKNOWN_ALIAS = 803;
const UNKNOWN_PATH = 2_500;
const TOO_FAST = new Set([4, 17, 32, 341, 368, 613]);
const NO_SESSION = new Set([102, 190]);
const NO_PERMISSION = new Set([3, 10]);
const PASSING = new Set([1, 2]);
const NOT_FOR_THIS_OBJECT = new Set([12, 100]);

/** The answer, by the code that the service gives, whatever the status. Throws SourceError for what concerns every request. */
export function readAnswer(response: HttpResponse, nowMs: number): Answer {
  const { host, origin, pathname } = new URL(response.url);
  const { status, headers } = response;
  const json = status === 200 ? parseJson(response) : jsonOrNothing(response);
  const parsed = errorSchema.safeParse(json).data?.error;
  if (!parsed) {
    // The address holds the token, and goes no further.
    requireOk({ ...response, url: `${origin}${pathname}` }, { nowMs, setting: TOKEN_SETTING, resetMs: (all) => regainMs(all, nowMs) });
    return { type: 'data', json };
  }
  const { code, error_subcode: subcode, message, is_transient: isTransient } = parsed;
  if (isTooFast(code)) {
    const afterMs = retryAfterMs(headers, nowMs);
    const untilMs = regainMs(headers, nowMs) ?? (afterMs === undefined ? undefined : nowMs + afterMs);
    throw new SourceError({ type: 'rate-limited', untilMs }, `${host} asks for a pause (code ${code}).`, { status, url: origin });
  }
  // Since deletions and lost permissions read alike, some have the code of a permission.
  if (code === 10 && /object does not exist/i.test(message)) return { type: 'gone' };
  if (NO_SESSION.has(code)) throw refused(`${host} does not accept the token (code ${code})`, TOKEN_SETTING, status);
  if (NO_PERMISSION.has(code) || (code >= 200 && code < 300))
    throw refused(`${host} misses a permission of the token (code ${code})`, TOKEN_SETTING, status);
  if (code === UNKNOWN_PATH) throw refused(`${host} does not know this version of the API (code ${code})`, VERSION_SETTING, status);
  if (code === 1 && /reduce the amount of data/i.test(message)) return { type: 'too-much' };
  if (PASSING.has(code) || isTransient) return { type: 'failed' };
  if (code === UNKNOWN_ALIAS || (code === DOES_NOT_EXIST.code && subcode === DOES_NOT_EXIST.subcode)) return { type: 'gone' };
  if (NOT_FOR_THIS_OBJECT.has(code)) return { type: 'refused' };
  throw new SourceError({ type: 'fatal' }, `${host} answered with an error that is not expected (code ${code}).`, { status });
}

/** Those of applications, people and pages, and from 80000 on those by business use case. */
function isTooFast(code: number): boolean {
  return TOO_FAST.has(code) || (code >= 80_000 && code <= 80_014);
}

function refused(what: string, setting: string, status: number): SourceError {
  return new SourceError({ type: 'config', setting }, `${what}: check ${setting}.`, { status });
}

function jsonOrNothing(response: HttpResponse): unknown {
  try {
    return parseJson(response);
  } catch {
    return undefined;
  }
}
