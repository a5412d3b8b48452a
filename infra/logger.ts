import { pino, type DestinationStream, type Logger } from 'pino';
import { createTerminalStream } from './terminal-log.ts';
import { EarshotError } from '#core/errors.ts';

export type { Logger } from 'pino';

/**
 * Logs to standard error, as JSON or, on a terminal, as lines for people: a static message, metadata first. Errors are reduced to an allow-list (type, code, setting and, for our own
 * errors, the message), since a client library's error may hold a whole batch of comments.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: serialiseError, error: serialiseError } };
  return pino(
    options,
    destination ?? (process.stderr.isTTY ? createTerminalStream(process.stderr) : pino.destination({ dest: 2, sync: true })),
  );
}

interface SerialisedError {
  type: string;
  code?: string;
  setting?: string;
  status?: number;
  message?: string;
  at?: string;
  cause?: SerialisedError;
}

export function serialiseError(error: unknown): SerialisedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode, status } = error as { code?: unknown; statusCode?: unknown; status?: unknown };
  const numeric = [statusCode, status].find((value) => typeof value === 'number');
  const at = /\(?((?:core|ingest|workers|api|infra|bench)\/[\w./-]+:\d+)/.exec(error.stack ?? '')?.[1];
  return {
    type: error.name.slice(0, 60),
    ...(typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? { code } : {}),
    ...(error instanceof EarshotError ? { message: error.message, ...(error.setting ? { setting: error.setting } : {}) } : {}),
    ...(typeof numeric === 'number' ? { status: numeric } : {}),
    ...(at ? { at } : {}),
    ...(error.cause instanceof Error ? { cause: serialiseError(error.cause) } : {}),
  };
}
