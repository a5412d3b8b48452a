import type { TestProject } from 'vitest/node';
import { startElasticsearch, whyNoElasticsearch } from './elasticsearch.ts';
import { prepareElasticsearchHome } from './elasticsearch-home.ts';
import { findExecutable } from './executable.ts';
import { startRedis, whyNoRedis } from './redis.ts';
import { freePort } from './server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    redisUrl: string | null;
    /** Answers from some seconds after the start on. */
    elasticsearchUrl: string | null;
    /** Path of the browser. */
    chromium: string | null;
  }
}

interface Servers extends AsyncDisposable {
  redisUrl: string | null;
  elasticsearchUrl: string | null;
  chromium: string | null;
}

/** Each project loads this file anew; the servers are the whole run's. */
const shared = globalThis as typeof globalThis & { earshotTestServers?: { servers: Promise<Servers>; users: number } | undefined };

export async function setup(project: TestProject): Promise<void> {
  shared.earshotTestServers ??= { servers: startServers(), users: 0 };
  shared.earshotTestServers.users += 1;
  const { redisUrl, elasticsearchUrl, chromium } = await shared.earshotTestServers.servers;
  project.provide('redisUrl', redisUrl);
  project.provide('elasticsearchUrl', elasticsearchUrl);
  project.provide('chromium', chromium);
}

export async function teardown(): Promise<void> {
  const held = shared.earshotTestServers;
  if (!held || --held.users > 0) return;
  shared.earshotTestServers = undefined;
  await (await held.servers)[Symbol.asyncDispose]();
}

async function startServers(): Promise<Servers> {
  await using starting = new AsyncDisposableStack();
  const missing: string[] = [];

  async function redis(): Promise<string | null> {
    const given = process.env['REDIS_TEST_URL'];
    if (given) return given;
    const reason = whyNoRedis();
    if (reason) return miss('Redis', reason);
    return starting.use(await startRedis()).url;
  }

  /** Doesn't wait for the server to be ready: other suites may run meanwhile. */
  async function elasticsearch(): Promise<string | null> {
    const given = process.env['ELASTICSEARCH_TEST_URL'];
    if (given) return given;
    const reason = whyNoElasticsearch() ?? (await prepareElasticsearchHome().then(() => null, String));
    if (reason) return miss('Elasticsearch', reason);
    const port = await freePort();
    const started = startElasticsearch({ port });
    started.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    starting.defer(async () => {
      const server = await started.catch(() => undefined);
      await server?.[Symbol.asyncDispose]();
    });
    return `http://127.0.0.1:${port}`;
  }

  function chromium(): string | null {
    const file =
      process.env['CHROMIUM_TEST_PATH'] || findExecutable('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
    return file ?? miss('Chromium', 'it is not installed');
  }

  function miss(server: string, reason: string): null {
    missing.push(`${server} (${reason})`);
    return null;
  }

  const [redisUrl, elasticsearchUrl] = await Promise.all([redis(), elasticsearch()]);
  const found = { redisUrl, elasticsearchUrl, chromium: chromium() };
  if (missing.length) {
    if (process.env['EARSHOT_REQUIRE_SERVICES'] === '1')
      throw new Error(`EARSHOT_REQUIRE_SERVICES=1, but there is no ${missing.join(', no ')}.`);
    process.stderr.write(`Not run: the suites that need ${missing.join(' and ')}.\n`);
  }
  const running = starting.move();
  return { ...found, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
