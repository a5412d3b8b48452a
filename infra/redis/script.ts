import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { EarshotError, unavailable } from '#core/errors.ts';

/** Runs a Lua script with these keys and arguments. Redis runs it as one step; all its keys are in one hash slot. */
export type Script = (keys: readonly string[], args: readonly (string | number | Buffer)[]) => Promise<unknown>;

export function createScript(redis: Redis, lua: string): Script {
  const sha = createHash('sha1').update(lua).digest('hex');
  return (keys, args) =>
    ask(async () => {
      try {
        return await redis.evalsha(sha, keys.length, ...keys, ...args);
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
        return redis.eval(lua, keys.length, ...keys, ...args);
      }
    });
}

/** Replies that tell of a mistake in this program, not of a Redis that can't serve. */
const MISTAKE = /^(?:WRONGTYPE|ERR|NOSCRIPT|EXECABORT)/;

/**
 * Asks Redis something.
 * @throws EarshotError 'unavailable' when Redis is away, loading, out of memory or read-only. Errors of ioredis carry the arguments of the
 * command, so none is passed on.
 */
export async function ask<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (MISTAKE.test(message)) throw new EarshotError('redis', `Redis refused a command: ${message.slice(0, 200)}`);
    throw unavailable('Redis (REDIS_URL)', reasonOf(error, message));
  }
}

function reasonOf(error: unknown, message: string): Error {
  const { code } = error as { code?: unknown };
  return new Error(typeof code === 'string' ? code : (/^[A-Z]{3,}/.exec(message)?.[0] ?? 'connection lost'));
}
