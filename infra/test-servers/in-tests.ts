import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { isHealthy } from './elasticsearch.ts';
import './global-setup.ts';

/** URL of the Redis of this test run, or null where there is none: `describe.skipIf(!testRedis())`. Use a key prefix of your own. */
export function testRedis(): string | null {
  return inject('redisUrl');
}

/**
 * URL of the Elasticsearch of this test run, once it is ready, or null where there is none. Use an index prefix of your own.
 * At the top of a file: `const url = await testElasticsearch(); describe.skipIf(!url)(…)`.
 */
export async function testElasticsearch(): Promise<string | null> {
  const url = inject('elasticsearchUrl');
  if (!url) return null;
  const untilMs = Date.now() + 90_000;
  while (!(await isHealthy(url))) {
    if (Date.now() > untilMs) throw new Error(`The Elasticsearch of this test run does not answer at ${new URL(url).origin}`);
    await sleep(100);
  }
  return url;
}

/** Path of Chromium, or null where there is none. */
export function testChromium(): string | null {
  return inject('chromium');
}

let prefixes = 0;

/** A prefix for keys and indices that no other test of this run uses. */
export function uniquePrefix(): string {
  prefixes += 1;
  return `t${process.pid.toString(36)}-${Date.now().toString(36)}-${prefixes}`;
}
