import { connect } from 'node:net';
import { findExecutable } from './executable.ts';
import { freePort, startServer, type TestServer } from './server-process.ts';

export interface TestRedisOptions {
  /** Default: a free one. */
  port?: number;
  /** Where it keeps its files; it is not removed. Default: a temporary folder that is. */
  folder?: string;
  appendonly?: 'yes' | 'no';
  policy?: 'noeviction' | 'allkeys-lru' | 'volatile-lru';
  /** Such as `64mb`. */
  maxmemory?: string;
}

/** Why no Redis can be started here, or null. */
export function whyNoRedis(): string | null {
  return findExecutable('redis-server') ? null : 'redis-server is not installed';
}

/** Starts a Redis of its own, by default as a production one must be: with AOF and without eviction. */
export async function startRedis(options: TestRedisOptions = {}): Promise<TestServer> {
  const file = findExecutable('redis-server');
  if (!file) throw new Error('redis-server is not installed (Debian: apt-get install redis-server)');
  const port = options.port ?? (await freePort());
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    appendonly: options.appendonly ?? 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': options.policy ?? 'noeviction',
    ...(options.maxmemory ? { maxmemory: options.maxmemory } : {}),
  };
  return startServer({
    name: 'redis',
    url: `redis://127.0.0.1:${port}`,
    port,
    folder: options.folder,
    command: (folder) => ({ file, args: [...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]), '--dir', folder] }),
    isReady: () => answersPing(port),
    readyWithinMs: 15_000,
  });
}

/** False while it still loads its files, too. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
