import type { HttpResponse } from '#core/ports/http.ts';
import { parseJson, requireOk, retryAfterMs } from '../../classify-response.ts';
import { SourceError } from '../../source-error.ts';
import { pacificDay } from './pacific-day.ts';
import { errorSchema, listSchema, type List } from './schema.ts';

/** What one request brought: a list, or why there is none that concerns what was asked for, not the whole source. */
export type Answer =
  | { type: 'list'; list: List }
  /** It isn't there, or is not shown to everyone. */
  | { type: 'withheld'; reason: string }
  /** YouTube could not do it this time, or never can: it does not say which. */
  | { type: 'failed' }
  | { type: 'bad-token' };

export const KEY_SETTING = 'sources.youtube.apiKey';

const WITHHELD = new Set([
  'commentsDisabled',
  'videoNotFound',
  'commentNotFound',
  'commentThreadNotFound',
  'channelNotFound',
  'playlistNotFound',
  'playlistItemsNotAccessible',
  'forbidden',
]);
const FAILED = new Set(['processingFailure', 'backendError', 'internalError']);
const DAY_IS_OVER = new Set(['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg']);
const TOO_FAST = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED']);
const KEY_REFUSED =
  /^(?:keyInvalid|keyExpired|accessNotConfigured|(?:ip)?refererBlocked|ipRefererBlocked|API_KEY_.*|SERVICE_DISABLED|CONSUMER_.*)$/;

/** The answer, by the reason that YouTube gives: one status stands for many. Throws SourceError for what concerns every request. */
export function readAnswer(response: HttpResponse, nowMs: number): Answer {
  if (response.status === 200) return { type: 'list', list: listOf(response) };
  const { status } = response;
  const { origin, host, pathname } = new URL(response.url);
  const { reasons, message, quotaLimit } = errorOf(response);
  const is = (known: ReadonlySet<string>) => reasons.some((reason) => known.has(reason));

  if (reasons.some((reason) => KEY_REFUSED.test(reason)) || (status === 400 && /\bAPI key\b/i.test(message))) {
    throw new SourceError({ type: 'config', setting: KEY_SETTING }, `${host} refuses the key (${status}): check ${KEY_SETTING}.`, {
      status,
    });
  }
  if (is(DAY_IS_OVER) || (is(TOO_FAST) && /PerDay/i.test(quotaLimit))) {
    const untilMs = pacificDay(nowMs).endMs;
    throw new SourceError({ type: 'rate-limited', untilMs }, `${host} has given what the project’s quota allows for today.`, {
      status,
      url: origin,
    });
  }
  if (is(TOO_FAST)) {
    const afterMs = retryAfterMs(response.headers, nowMs);
    const untilMs = afterMs === undefined ? undefined : nowMs + afterMs;
    throw new SourceError({ type: 'rate-limited', untilMs }, `${host} asks for a pause (${status}).`, { status, url: origin });
  }
  if (is(WITHHELD)) return { type: 'withheld', reason: reasons.find((reason) => WITHHELD.has(reason))! };
  if (is(FAILED)) return { type: 'failed' };
  if (reasons.includes('invalidPageToken')) return { type: 'bad-token' };
  // The address holds the key, and goes no further.
  requireOk({ ...response, url: `${origin}${pathname}` }, { nowMs, setting: KEY_SETTING });
  throw new SourceError({ type: 'fatal' }, `${host} answered ${status}, which is not expected.`, { status });
}

function listOf(response: HttpResponse): List {
  const parsed = listSchema.safeParse(parseJson(response));
  if (parsed.success && (parsed.data.items || parsed.data.kind)) return parsed.data;
  throw new SourceError({ type: 'fatal' }, `${new URL(response.url).host} answered with something else than a list.`, { status: 200 });
}

function errorOf(response: HttpResponse): { reasons: string[]; message: string; quotaLimit: string } {
  const nothing = { reasons: [], message: '', quotaLimit: '' };
  try {
    const { error } = errorSchema.parse(parseJson(response));
    const reasons = [...error.details.map(({ reason }) => reason), ...error.errors.map(({ reason }) => reason)];
    const limits = error.details.map(({ metadata }) => metadata?.quota_limit);
    return {
      reasons: reasons.filter((reason): reason is string => Boolean(reason)),
      message: error.message,
      quotaLimit: limits.join(' '),
    };
  } catch {
    return nothing;
  }
}
