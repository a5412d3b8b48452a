import type { HttpResponse } from '#core/ports/http.ts';
import { SourceError } from './source-error.ts';

const MAX_WAIT_MS = 24 * 3_600_000;
const TRANSIENT = new Set([408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524]);

export interface ClassifyOptions {
  nowMs: number;
  /** Setting to name when the server refuses the request itself. */
  setting: string;
  /** Instant at which the source's own rate header says to go on, if it has one. */
  resetMs?: ((headers: Record<string, string>) => number | undefined) | undefined;
}

/** Throws the SourceError for an answer that isn't 200; returns otherwise. */
export function requireOk(response: HttpResponse, options: ClassifyOptions): void {
  const { status, url } = response;
  if (status === 200) return;
  const host = new URL(url).host;
  if (status === 429 || (status === 503 && retryAfterMs(response.headers, options.nowMs) !== undefined)) {
    throw new SourceError({ type: 'rate-limited', untilMs: waitUntil(response, options) }, `${host} asks for a pause (${status}).`, {
      status,
      url,
    });
  }
  if (TRANSIENT.has(status)) throw new SourceError({ type: 'retry' }, `${host} answered ${status}.`, { status, url });
  if (status >= 300 && status < 400) {
    throw new SourceError(
      { type: 'config', setting: options.setting },
      `${host} redirects elsewhere (${status}): check ${options.setting}.`,
      { status },
    );
  }
  if (status === 401 || status === 403 || status === 404 || status === 410 || status === 422) {
    throw new SourceError(
      { type: 'config', setting: options.setting },
      `${host} refuses the request (${status}): check ${options.setting}.`,
      { status },
    );
  }
  if (status === 451) throw new SourceError({ type: 'policy' }, `${host} may not show this for legal reasons (451).`, { status, url });
  throw new SourceError({ type: 'fatal' }, `${host} answered ${status}, which is not expected.`, { status, url });
}

/** JSON of an answer; a page of HTML where JSON is due is no passing fault. */
export function parseJson(response: HttpResponse): unknown {
  const host = new URL(response.url).host;
  const text = decode(response);
  if (text !== undefined && /^\s*</.test(text))
    throw new SourceError({ type: 'fatal' }, `${host} answered with a web page where data was due.`, { status: response.status });
  try {
    if (text !== undefined) return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
  }
  throw new SourceError({ type: 'retry' }, `${host} answered with JSON that can't be read.`, { status: response.status });
}

/** JSON is UTF-8; a server that sends another encoding must at least say so. Undefined: neither. */
function decode({ body, headers }: HttpResponse): string | undefined {
  const declared = /charset=["']?([\w.:-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  for (const label of ['utf-8', declared]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(body);
    } catch {
      // Other bytes than the label promises, or a label that nobody knows.
    }
  }
  return undefined;
}

function waitUntil({ headers }: HttpResponse, { nowMs, resetMs }: ClassifyOptions): number | undefined {
  const after = retryAfterMs(headers, nowMs);
  if (after !== undefined) return nowMs + after;
  const reset = resetMs?.(headers);
  const isPlausible = reset !== undefined && reset > nowMs && reset - nowMs <= MAX_WAIT_MS;
  return isPlausible ? reset : undefined;
}

/** Retry-After in milliseconds, from seconds or a date; undefined if it is absent, negative, nonsense or beyond a day. */
export function retryAfterMs(headers: Record<string, string>, nowMs: number): number | undefined {
  const raw = headers['retry-after']?.trim();
  if (!raw) return undefined;
  const ms = /^\d+(?:\.\d+)?$/.test(raw) ? Math.ceil(Number(raw)) * 1_000 : /[A-Za-z]/.test(raw) ? Date.parse(raw) - nowMs : Number.NaN;
  return Number.isFinite(ms) && ms >= 0 && ms <= MAX_WAIT_MS ? ms : undefined;
}
