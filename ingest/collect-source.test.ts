import { describe, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import { exitCodeOf, type CollectReport } from './collect-report.ts';
import { collectSource } from './collect-source.ts';
import { configureSource } from './configure-sources.ts';
import type { Op } from './connector.ts';
import { advanceUntil } from './test-support/advance-until.ts';
import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './test-support/scripted-http.ts';
import { createScriptedSockets, type ScriptedConnection } from './test-support/scripted-socket.ts';

interface Run {
  exit: number;
  ops: Op[];
  reports: CollectReport[];
  waitedMs: number;
  requests: number;
}

/** Runs `collect --once` to its end, moving time on whenever it waits. */
async function collectOnce(
  id: string,
  config: object,
  server: { http?: ScriptedHttp; connect?: (url: URL, nth: number) => ScriptedConnection },
  options: { maxWaitMs?: number; clock?: VirtualClock } = {},
): Promise<Run> {
  const clock = options.clock ?? createVirtualClock();
  const startMs = clock.now();
  const ops: Op[] = [];
  const reports: CollectReport[] = [];
  const http = server.http ?? createScriptedHttp(() => ({ fault: 'refused' }));
  const sockets = createScriptedSockets(server.connect ?? (() => ({ fault: 'refused' })));
  const { connector, config: parsed, cursor } = configureSource(id, config);
  const running = collectSource(
    connector,
    parsed,
    { cursor, range: {}, isOnce: true },
    {
      clock,
      http,
      openSocket: sockets.openSocket,
      random: () => 0,
      signal: new AbortController().signal,
      maxWaitMs: options.maxWaitMs ?? 60_000,
      report: (line) => reports.push(line),
      write: async (fresh) => void ops.push(...fresh),
    },
  );
  const exit = exitCodeOf(await advanceUntil(clock, running));
  return { exit, ops, reports, waitedMs: clock.now() - startMs, requests: http.requests.length + sockets.urls.length };
}

const INSTANCE = 'https://social.example.org';
const mastodonConfig = { instances: [INSTANCE], hashtags: ['nhs'] };

function status(id: string, text = 'Two hours in the queue at the surgery #nhs') {
  const account = { url: 'https://social.example.org/@invented', uri: 'https://social.example.org/users/invented' };
  const base = { created_at: '2026-11-16T08:30:00.000Z', visibility: 'public', reblog: null, in_reply_to_id: null };
  return { id, uri: `${INSTANCE}/users/invented/statuses/${id}`, content: `<p>${text}</p>`, account, ...base };
}

function answers(...list: ScriptedAnswer[]): ScriptedHttp {
  const queue = [...list];
  return createScriptedHttp(() => queue.shift() ?? { json: [] });
}

describe('collect, of a source that is polled', () => {
  it('gives the newest page and ends', async () => {
    const run = await collectOnce('mastodon', mastodonConfig, { http: answers({ json: [status('2'), status('1')] }) });
    expect(run.exit).toBe(0);
    expect(run.ops).toHaveLength(2);
    expect(run.reports).toEqual([]);
  });

  it('says which item was left out, gives the rest, and exits 1', async () => {
    const run = await collectOnce('mastodon', mastodonConfig, {
      http: answers({ json: [status('2'), { id: '1', secret: 'Ring 07700 900123' }] }),
    });
    expect(run).toMatchObject({ exit: 1, reports: [{ outcome: 'skip', source: 'mastodon' }] });
    expect(run.ops).toHaveLength(1);
    expect(JSON.stringify(run.reports)).not.toContain('07700');
  });

  it('tries six times in all, half a second apart or more, and exits 3', async () => {
    const http = createScriptedHttp(() => ({ status: 503 }));
    const run = await collectOnce('mastodon', mastodonConfig, { http });
    expect(run).toMatchObject({ exit: 3, requests: 6 });
    expect(run.reports.map(({ outcome, status: code }) => [outcome, code])).toEqual(Array.from({ length: 6 }, () => ['retry', 503]));
    expect(run.waitedMs).toBeGreaterThanOrEqual(5 * 500);
  });

  it('goes on after a passing fault, with exit 0', async () => {
    const http = answers({ status: 502 }, { fault: 'reset' }, { status: 429, headers: { 'retry-after': '0' } }, { json: [status('1')] });
    const run = await collectOnce('mastodon', mastodonConfig, { http });
    expect(run.exit).toBe(0);
    expect(run.ops).toHaveLength(1);
    expect(run.reports.map(({ outcome }) => outcome)).toEqual(['retry', 'retry', 'rateLimited']);
    expect(run.waitedMs).toBeGreaterThanOrEqual(3 * 500);
  });

  it('ends when a server asks for a longer wait than is accepted', async () => {
    const http = createScriptedHttp(() => ({ status: 429, headers: { 'retry-after': '120' } }));
    const run = await collectOnce('mastodon', mastodonConfig, { http });
    expect(run).toMatchObject({
      exit: 3,
      requests: 1,
      reports: [{ outcome: 'rateLimited', status: 429, until: '2026-11-16T09:02:00.000Z' }],
    });
    expect(run.waitedMs).toBeLessThan(1_000);
  });

  it('names the setting of what is refused, and does not try again', async () => {
    const http = createScriptedHttp(() => ({ status: 401, json: { error: 'This method requires an authenticated user' } }));
    const run = await collectOnce('mastodon', mastodonConfig, { http });
    expect(run).toMatchObject({ exit: 2, requests: 1, reports: [{ outcome: 'config', status: 401 }] });
    expect(run.reports[0]!.setting).toContain('instances');
  });

  it('exits 1 when one of several instances fails, and 3 when all do', async () => {
    const http = createScriptedHttp((url) => (url.host === 'down.example.org' ? { fault: 'dns' } : { json: [] }));
    const both = { instances: [INSTANCE, 'https://down.example.org'], hashtags: ['nhs'] };
    expect((await collectOnce('mastodon', both, { http })).exit).toBe(1);
    const down = { instances: ['https://down.example.org', 'https://down.example.org:8443'], hashtags: ['nhs'] };
    expect((await collectOnce('mastodon', down, { http: createScriptedHttp(() => ({ fault: 'dns' })) })).exit).toBe(3);
  });

  it('exits 4 where the address guard refuses', async () => {
    const http = createScriptedHttp(() => ({ fault: 'forbidden-address' }));
    const run = await collectOnce('rss', { feeds: [{ url: 'http://192.168.1.1/feed' }] }, { http });
    expect(run).toMatchObject({ exit: 4, requests: 1, reports: [{ outcome: 'policy', source: 'rss' }] });
  });
});

function frame(rkey: string, timeUs: number, text = 'The nhs was kind to my mum today'): string {
  const record = { $type: 'app.bsky.feed.post', text, createdAt: '2026-11-16T08:59:00.000Z' };
  const commit = { rev: rkey, operation: 'create', collection: 'app.bsky.feed.post', rkey, record, cid: 'bafy' };
  return JSON.stringify({ did: 'did:plc:inventedinventedinvented', time_us: timeUs, kind: 'commit', commit });
}

describe('collect, of a stream', () => {
  const config = { url: 'ws://stream.example.org', match: 'all' };
  const nowUs = createVirtualClock().now() * 1_000;

  it('ends after five silent seconds', async () => {
    const run = await collectOnce('bluesky', config, {
      connect: () => ({ frames: [frame('a', nowUs), frame('b', nowUs + 1)], afterwards: 'stay' }),
    });
    expect(run).toMatchObject({ exit: 0, requests: 1, reports: [] });
    expect(run.ops).toHaveLength(2);
    expect(run.waitedMs).toBeGreaterThanOrEqual(5_000);
    expect(run.waitedMs).toBeLessThan(8_000);
  });

  it('connects once more when the server closes, and hands nothing on twice', async () => {
    const run = await collectOnce('bluesky', config, { connect: () => ({ frames: [frame('a', nowUs)], afterwards: 'close' }) });
    expect(run).toMatchObject({ exit: 0, requests: 2 });
    expect(run.ops).toHaveLength(1);
  });

  it('ends well when the server closed and does not come back', async () => {
    const run = await collectOnce('bluesky', config, {
      connect: (_url, nth) => (nth === 1 ? { frames: [frame('a', nowUs)], afterwards: 'close' } : { fault: 'refused' }),
    });
    expect(run.exit).toBe(0);
    expect(run.ops).toHaveLength(1);
    expect(run.waitedMs).toBeLessThan(15_000);
  });

  it('goes on where a broken connection left off', async () => {
    const run = await collectOnce('bluesky', config, {
      connect: (_url, nth) =>
        nth === 1
          ? { frames: [frame('a', nowUs)], afterwards: 'break' }
          : { frames: [frame('a', nowUs), frame('b', nowUs + 1)], afterwards: 'stay' },
    });
    expect(run).toMatchObject({ exit: 0, requests: 2, reports: [{ outcome: 'retry' }] });
    expect(run.ops).toHaveLength(2);
  });

  it('exits 3 when nothing answers', async () => {
    expect(await collectOnce('bluesky', config, { connect: () => ({ fault: 'refused' }) })).toMatchObject({ exit: 3, requests: 6 });
  });

  describe('where the position is refused', () => {
    const v2 = { ...config, wire: 'v2', cursor: { wire: 'v2', host: 'ws://stream.example.org', cursor: 5, timeUs: nowUs - 1_000_000 } };
    const refused = { refuse: { status: 400, body: '{"error":"CursorTooOld","message":"…"}' } };
    const report = { outcome: 'cursorInvalid', status: 400 };

    it('goes on from what is left of it, and says so', async () => {
      const run = await collectOnce('bluesky', v2, {
        connect: (url) => (Number(url.searchParams.get('cursor')) < 1e15 ? refused : { frames: [], afterwards: 'stay' }),
      });
      expect(run).toMatchObject({ exit: 1, requests: 2, reports: [report] });
    });

    it('begins anew where nothing is left of it', async () => {
      const run = await collectOnce('bluesky', v2, {
        connect: (url) => (url.searchParams.has('cursor') ? refused : { frames: [], afterwards: 'stay' }),
      });
      expect(run).toMatchObject({ exit: 1, requests: 3, reports: [report, report] });
    });
  });
});
