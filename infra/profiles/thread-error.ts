import { EarshotError } from '#core/errors.ts';

/** An error on its way out of a thread. Only one of our own keeps its message: that of any other may quote a post. */
export interface ThreadError {
  name: string;
  code?: string;
  message?: string;
  setting?: string;
}

const CODE = /^[\w.-]{1,60}$/;

/** Undefined for what was thrown and is no error. */
export function packError(thrown: unknown): ThreadError | undefined {
  if (thrown instanceof EarshotError) {
    const { name, code, message, setting } = thrown;
    return { name, code, message, ...(setting === undefined ? {} : { setting }) };
  }
  if (!(thrown instanceof Error)) return undefined;
  const { code } = thrown as { code?: unknown };
  return { name: thrown.name, ...(typeof code === 'string' && CODE.test(code) ? { code } : {}) };
}

/** The same error on the other side: its type, code and, if it is one of ours, its message and setting. */
export function unpackError(packed: ThreadError | undefined): unknown {
  if (!packed) return undefined;
  const { name, code, message, setting } = packed;
  if (code !== undefined && message !== undefined) return new EarshotError(code, message, setting === undefined ? {} : { setting });
  const error = new Error(`${name} in the thread that analyses posts`);
  error.name = name;
  return code === undefined ? error : Object.assign(error, { code });
}
