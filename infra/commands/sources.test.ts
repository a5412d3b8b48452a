import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { UsageError } from './command.ts';
import { command } from './sources.ts';

const folder = await mkdtemp(join(tmpdir(), 'earshot-sources-'));
const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/v2/instance')) response.end('{}');
  else if (request.url?.includes('/tag/closed')) response.writeHead(401).end('{"error":"no"}');
  else response.end('[]');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function sources(config: unknown, ...args: string[]) {
  const file = join(folder, 'sources.json');
  await writeFile(file, JSON.stringify(config));
  vi.stubEnv('EARSHOT_DATA', join(folder, 'data'));
  vi.stubEnv('EARSHOT_SOURCES_FILE', file);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const out = text(stdout);
  const exit = await command
    .run(args, { stdin: new PassThrough(), stdout, stderr, signal: new AbortController().signal })
    .finally(() => stdout.end());
  return { exit, lines: (await out).trimEnd().split('\n') };
}

it('check asks each part of a source once and says what it answered', async () => {
  const { exit, lines } = await sources({ mastodon: { instances: [address], hashtags: ['nhs', 'closed'] } }, 'check', 'mastodon');
  expect(exit).toBe(3);
  expect(lines).toEqual([
    expect.stringMatching(/^mastodon +127\.0\.0\.1:\d+\/nhs +ok, \d+\.\d s$/),
    expect.stringMatching(/^mastodon .*\/closed +config: .*sources\.mastodon\.instances/),
  ]);
});

it('check shows nothing that stands behind the "?" of an address', async () => {
  const { exit, lines } = await sources({ rss: { feeds: [{ url: `${address}/feed?key=canary-12` }] } }, 'check', 'rss');
  expect([exit, lines]).toEqual([3, [expect.stringContaining('policy')]]);
  expect(lines.join('')).not.toContain('canary-12');
});

it('check names a source that there is none of', async () => {
  await expect(sources({}, 'check', 'nowhere')).rejects.toThrow('There is no source "nowhere"');
});

it('takes list and check, and nothing else', async () => {
  await expect(sources({}, 'backfill')).rejects.toBeInstanceOf(UsageError);
  await expect(sources({}, 'list', 'rss')).rejects.toBeInstanceOf(UsageError);
});
