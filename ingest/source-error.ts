import { EarshotError, hasCode } from '#core/errors.ts';
import { HttpError } from '#core/ports/http.ts';

/** What to do about an answer that isn't good. */
export type SourceOutcome =
  /** A passing fault: again, after a pause that grows. */
  | { type: 'retry'; afterMs?: number | undefined }
  /** The server asks for patience, until a time if it named one. */
  | { type: 'rate-limited'; untilMs?: number | undefined }
  /** The cursor is refused or useless: begin anew, with a gap. `from`: another that is left to go on from, and the connector tells what is missing until there. */
  | { type: 'cursor-invalid'; from?: unknown }
  /** A setting is wrong; trying again is useless until it is changed. */
  | { type: 'config'; setting: string }
  /** The source's terms or the address guard forbid it. */
  | { type: 'policy' }
  /** The answer isn't what the protocol promises. Tried again as rarely as possible. */
  | { type: 'fatal' };

/** The message is safe to show: it names the host at most. */
export class SourceError extends EarshotError {
  readonly outcome: SourceOutcome;
  readonly status: number | undefined;
  /** What was asked for: for budgets, never shown. */
  readonly url: string | undefined;

  constructor(outcome: SourceOutcome, message: string, options: { status?: number; url?: string; cause?: unknown } = {}) {
    super(`source-${outcome.type}`, message, { cause: options.cause, ...(outcome.type === 'config' ? { setting: outcome.setting } : {}) });
    this.name = 'SourceError';
    this.outcome = outcome;
    this.status = options.status;
    this.url = options.url;
  }
}

/** Any error of a read as a SourceError; what the queue or store throws ("unavailable") is retried as well. */
export function toSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  if (error instanceof HttpError) {
    if (error.fault === 'forbidden-address') return new SourceError({ type: 'policy' }, error.message, { cause: error });
    if (error.fault === 'too-large') return new SourceError({ type: 'fatal' }, error.message, { cause: error });
    return new SourceError({ type: 'retry' }, error.message, { cause: error });
  }
  if (hasCode(error, 'unavailable')) return new SourceError({ type: 'retry' }, error.message, { cause: error });
  return new SourceError({ type: 'retry' }, 'Reading failed for a reason that is not known.', { cause: error });
}
