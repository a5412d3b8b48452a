import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { command } from './collect.ts';
import { UsageError } from './command.ts';

const folder = await mkdtemp(join(tmpdir(), 'earshot-collect-'));
const servers: Server[] = [];
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeAll(() => vi.stubEnv('EARSHOT_DATA', join(folder, 'data')));
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function collect(source: string, config: object | string, ...flags: string[]) {
  const file = join(folder, 'config.json');
  await writeFile(file, typeof config === 'string' ? config : JSON.stringify(config));
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const io = { stdin: new PassThrough(), stdout, stderr, signal: new AbortController().signal };
  const exit = await command.run(['--source', source, '--config', file, '--once', ...flags], io).finally(() => {
    stdout.end();
    stderr.end();
  });
  const lines = (whole: string) =>
    whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { exit, ops: lines(await out), reports: lines(await err) };
}

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Ward news</title>
<item><guid isPermaLink="false">w1</guid><title>Waiting</title><description>Ring Ann on 020 7946 0123 about the queue</description></item>
</channel></rss>`;

describe('collect', () => {
  it('fetches no private address for a feed, unless the operator allows exactly that one', async () => {
    let requests = 0;
    const host = await listen((_request, response) => {
      requests += 1;
      response.setHeader('content-type', 'application/rss+xml').end(FEED);
    });
    const config = { feeds: [{ url: `http://${host}/feed` }] };
    expect(await collect('rss', config)).toMatchObject({ exit: 4, ops: [], reports: [{ outcome: 'policy', source: 'rss' }] });
    expect(requests).toBe(0);
    vi.stubEnv('EARSHOT_ALLOW_PRIVATE_HOSTS', host);
    const allowed = await collect('rss', config);
    expect(allowed).toMatchObject({ exit: 0, reports: [], ops: [{ op: 'upsert', item: { source: 'rss', feed: `http://${host}/feed` } }] });
    expect(JSON.stringify(allowed.ops)).toContain('020 7946 0123');
  });

  it('says of a source that others send to that there is nothing to read', async () => {
    await expect(collect('push', {})).rejects.toThrow(/docs\/push\.md/);
  });

  it('prints with --redact what would be queued', async () => {
    const host = await listen((_request, response) => response.setHeader('content-type', 'application/rss+xml').end(FEED));
    vi.stubEnv('EARSHOT_ALLOW_PRIVATE_HOSTS', host);
    const { exit, ops } = await collect('rss', { feeds: [{ url: `http://${host}/feed` }] }, '--redact');
    expect([exit, ops]).toMatchObject([0, [{ op: 'upsert', post: { text: 'Ring [person] on [phone] about the queue' } }]]);
    expect(JSON.stringify(ops)).not.toContain(host);
  });

  it('follows no redirect to a private address', async () => {
    const inside = await listen((_request, response) => response.end('secret'));
    const host = await listen((_request, response) => response.writeHead(302, { location: `http://${inside}/` }).end());
    vi.stubEnv('EARSHOT_ALLOW_PRIVATE_HOSTS', host);
    expect(await collect('rss', { feeds: [{ url: `http://${host}/feed` }] })).toMatchObject({ exit: 4, ops: [] });
  });

  it('takes a gzip body that ends early for a passing fault, not for a shorter answer', async () => {
    let requests = 0;
    const whole = gzipSync('[]');
    const host = await listen((_request, response) => {
      const body = requests++ === 0 ? whole.subarray(0, -4) : whole;
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body);
    });
    const { exit, reports } = await collect('mastodon', { instances: [`http://${host}`], hashtags: ['nhs'] });
    expect([exit, reports]).toMatchObject([0, [{ outcome: 'retry', source: 'mastodon' }]]);
  });

  it.each([
    ['an unknown source', 'nowhere', {}, 'nowhere'],
    ['a wrong key', 'mastodon', { hashtag: ['nhs'] }, 'sources.mastodon.hashtag'],
    ['a wrong value', 'rss', { feeds: [{ url: 'ftp://example.org/' }] }, 'sources.rss.feeds'],
    ['a file that is not JSON', 'rss', '{"apiKey": "canary-4711"', '--config'],
  ])('names the setting for %s', async (_name, source, config, setting) => {
    const { exit, reports } = await collect(source, config);
    expect([exit, reports]).toMatchObject([2, [{ outcome: 'config' }]]);
    expect(JSON.stringify(reports)).toContain(setting);
    expect(JSON.stringify(reports)).not.toContain('canary-4711');
  });

  it.each([[['--since', 'yesterday']], [['--since', '2026-11-17', '--until', '2026-11-16']], [['--fast']]])(
    'refuses the flags %j',
    async (flags) => {
      await expect(collect('rss', {}, ...flags)).rejects.toBeInstanceOf(UsageError);
    },
  );
});
