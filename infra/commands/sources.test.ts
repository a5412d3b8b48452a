import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { inventedStatus } from '#ingest/test-support/invented-mastodon.ts';
import { UsageError } from './command.ts';
import { readBackfillOptions } from './sources-backfill.ts';
import { command } from './sources.ts';

const past = ['2026-11-10', '2026-11-09', '2026-11-01'].map((day, nth) =>
  inventedStatus(String(300 - nth), `Waited nine hours in A&E, ring 07700 90012${nth}`, { created_at: `${day}T12:00:00.000Z` }),
);
const folder = await mkdtemp(join(tmpdir(), 'earshot-sources-'));
const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/v2/instance')) response.end('{}');
  else if (request.url?.includes('/tag/closed')) response.writeHead(401).end('{"error":"no"}');
  else if (request.url?.includes('/tag/past') && !request.url.includes('max_id')) response.end(JSON.stringify(past));
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

it('backfill reads what was posted in a range, and coverage says that it was added later', async () => {
  const config = { mastodon: { instances: [address], hashtags: ['past'] } };
  const range = ['--from', '2026-11-05', '--to', '2026-11-12'];
  const { exit, lines } = await sources(config, 'backfill', 'mastodon', ...range);
  expect([exit, lines]).toEqual([0, ['mastodon: 2 posts were handed over; what was held already adds nothing.']]);
  expect((await sources(config, 'coverage', 'mastodon', ...range)).lines).toEqual([
    'mastodon, 2026-11-05T00:00Z to 2026-11-12T00:00Z: 100 % of the time is held, as far as the ledger tells.',
    '  2026-11-05T00:00Z to 2026-11-12T00:00Z  read back later: Read by "sources backfill".',
  ]);
}, 60_000);

it('a range that reaches into the future is read, and noted, up to now', () => {
  const nowMs = Date.now();
  const { sinceMs, untilMs } = readBackfillOptions(['mastodon', '--from', new Date(nowMs - 3_600_000).toISOString(), '--to', '2099-01-01']);
  expect(sinceMs).toBe(nowMs - 3_600_000);
  expect(untilMs).toBeLessThan(nowMs + 60_000);
});

it.each([
  [['backfill'], /the id of one source/],
  [['backfill', 'mastodon'], /--from 2026-11-16/],
  [['backfill', 'mastodon', '--from', '2026-11-16', '--to', '2026-11-15'], /--from must be before --to/],
  [['backfill', 'mastodon', '--from', '2099-01-01', '--to', '2099-02-01'], /--from must be in the past/],
  [['backfill', 'rss', '--from', '2026-11-16'], /can't be read back in time/],
  [['backfill', 'mastodon', '--from', '2001-01-01', '--to', '2001-02-01'], /EARSHOT_RETENTION_DAYS/],
  [['coverage', 'nowhere'], /There is no source "nowhere"/],
  [['list', 'rss'], /takes list, check/],
  [['remove'], /takes list, check/],
])('%j is refused with what to do', async (args, message) => {
  const refused = sources({ rss: { feeds: [{ url: `${address}/feed` }] } }, ...args);
  await expect(refused).rejects.toBeInstanceOf(UsageError);
  await expect(refused).rejects.toThrow(message);
});
