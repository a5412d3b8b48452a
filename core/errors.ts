/**
 * An error that a person may read. `code` is stable and machine-readable, the message says what happened and what to do,
 * and neither ever holds comment text, a handle or a credential.
 */
export class EarshotError extends Error {
  readonly code: string;
  readonly setting: string | undefined;

  constructor(code: string, message: string, options: { cause?: unknown; setting?: string } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EarshotError';
    this.code = code;
    this.setting = options.setting;
  }
}

/** A setting is missing or wrong: the program can't start, and the message names the setting and the fix. */
export function configError(setting: string, message: string, cause?: unknown): EarshotError {
  return new EarshotError('config', message, { setting, cause });
}

/** A store or queue can't take work now. Callers retry or answer 503; nothing was lost. */
export function unavailable(what: string, cause?: unknown): EarshotError {
  return new EarshotError('unavailable', `${what} is not available right now. Nothing was lost; try again shortly.`, { cause });
}

/** A read ran past its deadline or its caller went away, and was stopped in the store. */
export function readStopped(reason: 'timeout' | 'aborted'): EarshotError {
  return new EarshotError(
    reason,
    reason === 'timeout'
      ? 'The query took longer than its time limit and was stopped. Narrow the dates or the query.'
      : 'The query was stopped because its caller went away.',
  );
}

export function hasCode(error: unknown, code: string): error is EarshotError {
  return error instanceof EarshotError && error.code === code;
}
