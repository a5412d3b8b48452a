import { Redis } from 'ioredis';
import { configError, EarshotError } from '#core/errors.ts';

export interface RedisConfig {
  redisUrl?: string | undefined;
  allowUnsafeRedis: boolean;
}

const LEAST_VERSION = [6, 2] as const;

/**
 * Connects to Redis and checks that it keeps what it acknowledges: version 6.2 or later, `appendonly yes` and
 * `maxmemory-policy noeviction`. Calls fail at once while it is away; the connection comes back by itself.
 *
 * @throws EarshotError 'config' or 'unavailable' that names the setting and the fix.
 */
export async function openRedis(config: RedisConfig): Promise<Redis> {
  const url = parseUrl(config.redisUrl);
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 5_000,
    commandTimeout: 10_000,
    retryStrategy: (times) => Math.min(2_000, 50 * 2 ** Math.min(times, 10)),
  });
  // Each call reports its own failure; without a listener ioredis prints them. Why connecting failed is only told here.
  let lastError: unknown;
  redis.on('error', (error) => (lastError = error));
  try {
    await redis.connect();
    const info = parseInfo(await redis.info());
    checkVersion(info);
    if (!config.allowUnsafeRedis) checkDurability(info);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error instanceof EarshotError ? error : refusal(lastError ?? error);
  }
}

function parseUrl(url: string | undefined): string {
  const protocol = url && URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'redis:' || protocol === 'rediss:') return url!;
  throw configError('REDIS_URL', 'REDIS_URL must be an address such as redis://localhost:6379 (rediss:// with TLS).');
}

/** The error's own message may hold the address with its password, so only its code is passed on. */
function refusal(error: unknown): EarshotError {
  const text = error instanceof Error ? error.message : '';
  if (/^(?:NOAUTH|WRONGPASS|NOPERM)|invalid (?:username|password)/i.test(text)) {
    return configError(
      'REDIS_URL',
      'Redis refuses the user name or password in REDIS_URL, or the user may not run INFO. Correct it: redis://user:password@host:6379.',
    );
  }
  const code = (error as { code?: unknown }).code;
  return new EarshotError(
    'unavailable',
    `Redis can't be reached at REDIS_URL${typeof code === 'string' ? ` (${code})` : ''}. Start Redis, or correct REDIS_URL.`,
    { setting: 'REDIS_URL' },
  );
}

/** Everything that is asked here is in INFO, which managed services allow where they refuse CONFIG. */
function parseInfo(text: string): Map<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 && !line.startsWith('#') ? [[line.slice(0, colon), line.slice(colon + 1)]] : [];
    }),
  );
}

function checkVersion(info: Map<string, string>): void {
  const version = info.get('redis_version') ?? 'unknown';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST_VERSION[0] || (major === LEAST_VERSION[0] && minor >= LEAST_VERSION[1])) return;
  throw configError(
    'REDIS_URL',
    `The Redis at REDIS_URL is version ${version}; Earshot needs ${LEAST_VERSION.join('.')} or later. Upgrade it.`,
  );
}

function checkDurability(info: Map<string, string>): void {
  const problems: string[] = [];
  if (info.get('aof_enabled') !== '1') {
    problems.push(
      '"appendonly" is not "yes": a restart would lose acknowledged work. Set "appendonly yes" in redis.conf, or run redis-cli CONFIG SET appendonly yes.',
    );
  }
  const policy = info.get('maxmemory_policy');
  if (policy !== 'noeviction') {
    problems.push(
      `"maxmemory-policy" is "${policy ?? 'unknown'}": Redis would throw work away when memory runs out. Set "maxmemory-policy noeviction" in redis.conf, or run redis-cli CONFIG SET maxmemory-policy noeviction.`,
    );
  }
  if (problems.length === 0) return;
  throw configError(
    'REDIS_URL',
    `The Redis at REDIS_URL may lose posts, so Earshot does not start. ${problems.join(' ')} For a trial, EARSHOT_ALLOW_UNSAFE_REDIS=true starts all the same.`,
  );
}
