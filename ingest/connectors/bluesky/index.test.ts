import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../../configure-sources.ts';
import { openCollecting } from '../../test-support/collecting.ts';
import { itemsOf, NOW, readBluesky, type BlueskyReading } from '../../test-support/read-bluesky.ts';
import { createScriptedSockets, type ScriptedConnection } from '../../test-support/scripted-socket.ts';
import type { Cursor } from './schema.ts';

const HOUR_MS = 3_600_000;
const NOW_US = NOW * 1_000;
const DID = 'did:plc:inventedaaaaaaaaaaaaaaaa';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
    .trimEnd()
    .split('\n');
const closing = (frames: readonly string[]): ScriptedConnection => ({ frames, afterwards: 'close' });
const askedFor = (url: URL | undefined) => url?.searchParams.get('cursor');
const gapsIn = ({ pages }: BlueskyReading) => pages.flatMap(({ gap }) => gap ?? []);

const v1Post = (timeUs: number, n = 0, text = `Post ${n} about the nhs`) =>
  JSON.stringify({
    did: DID,
    time_us: timeUs,
    kind: 'commit',
    commit: { operation: 'create', collection: 'app.bsky.feed.post', rkey: `3k${n}`, record: { text, createdAt: '2026-11-16T09:00:00Z' } },
  });

describe('v1', () => {
  const frames = fixture('jetstream-v1.jsonl');
  const live = closing([v1Post(NOW_US)]);

  test('posts, edits, deletes and accounts in the order of the stream', async () => {
    const { ops, malformed } = await readBluesky(closing(frames));
    expect(ops.map((op) => (op.op === 'upsert' ? `${op.op} ${op.item.nativeId.split('/').at(-1)}` : `${op.op} ${op.reason}`))).toEqual([
      'upsert 3kaaaaaaaaa2a',
      'upsert 3kaaaaaaaaa2b',
      'upsert 3kaaaaaaaaa2c',
      'upsert 3kaaaaaaaaa2a',
      'delete user',
      'purge-author deleted',
      'purge-author platform',
    ]);
    expect(malformed.map(({ field }) => field)).toEqual(['commit.record.text', 'frame']);
  });

  test('an item says what the record says, in plain values', async () => {
    const [post, reply, card, edit] = itemsOf((await readBluesky(closing(frames))).ops);
    expect(post).toEqual({
      source: 'bluesky',
      nativeId: 'at://did:plc:inventedaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kaaaaaaaaa2a',
      canonicalId: 'at://did:plc:inventedaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kaaaaaaaaa2a',
      kind: 'post',
      text: 'Eleven hours on a trolley in A&E last night. The NHS staff were lovely though.',
      createdAt: '2026-11-16T09:00:00.000Z',
      observedAt: '2026-11-16T09:00:00.000Z',
      author: { id: 'did:plc:inventedaaaaaaaaaaaaaaaa' },
      lang: 'en-GB',
      url: 'https://bsky.app/profile/did:plc:inventedaaaaaaaaaaaaaaaa/post/3kaaaaaaaaa2a',
    });
    expect(reply).toMatchObject({ kind: 'reply', parentId: expect.stringContaining('at://'), rootId: expect.stringContaining('at://') });
    expect(card).toMatchObject({ text: '', title: 'NHS waiting lists fall', createdAt: '2026-11-16T09:00:03.000Z' });
    expect(edit).toMatchObject({ editedAt: '2026-11-16T09:00:05.000Z' });
  });

  test('the cursor is the latest time, however events are ordered, and reading goes on five seconds before it', async () => {
    const { cursor } = await readBluesky(closing(frames));
    expect(cursor).toEqual({ wire: 'v1', host: 'wss://jetstream2.us-east.bsky.network', cursor: NOW_US + 9_000_000 });
    const { urls } = await readBluesky(live, { from: cursor });
    expect(askedFor(urls[0])).toBe(String(NOW_US + 4_000_000));
    expect(urls[0]!.searchParams.getAll('wantedCollections')).toEqual(['app.bsky.feed.post']);
  });

  test('an event far ahead of the clock doesn’t move the cursor, and its post counts', async () => {
    const { ops, cursor } = await readBluesky(closing([v1Post(NOW_US, 1), v1Post(NOW_US + 3_600_000_000, 2)]));
    expect([ops.length, cursor]).toEqual([2, { wire: 'v1', host: expect.any(String), cursor: NOW_US }]);
  });

  test('frames that can’t be read move the position to the start of the read, not to the beginning of time', async () => {
    const { cursor, malformed } = await readBluesky(closing(['{']));
    expect([cursor, malformed.length]).toEqual([{ wire: 'v1', host: expect.any(String), cursor: NOW_US }, 1]);
  });

  test('the cursor goes on however long one connection lasts', async () => {
    const clock = createVirtualClock(NOW);
    const sockets = createScriptedSockets(() => ({ frames: [], afterwards: 'stay' }));
    const reading = readBluesky(live, { clock, sockets });
    for (let seconds = 0; seconds <= 1_200; seconds += 20) {
      sockets.push(v1Post(clock.now() * 1_000, seconds));
      await clock.advance(20_000);
    }
    sockets.end();
    await clock.advance(1_000);
    expect((await reading).cursor).toMatchObject({ cursor: NOW_US + 1_200_000_000 });
  });

  test('each failure tries the next host, and a position holds on all of them', async () => {
    const from: Cursor = { wire: 'v1', host: 'wss://jetstream1.us-east.bsky.network', cursor: NOW_US };
    const hosts: string[] = [];
    for (const attempt of [0, 1, 2, 3, 4]) {
      const { urls } = await readBluesky(live, { from, attempt });
      hosts.push(urls[0]!.hostname.split('.bsky')[0]!);
    }
    expect(hosts).toEqual(['jetstream1.us-east', 'jetstream2.us-west', 'jetstream1.us-west', 'jetstream2.us-east', 'jetstream1.us-east']);
  });

  test('a position that the stream no longer holds is a gap that says what would fill it', async () => {
    const old: Cursor = { wire: 'v1', host: 'wss://x.example', cursor: NOW_US - 50 * HOUR_MS * 1_000 };
    const reading = await readBluesky(closing(frames), { from: old });
    expect(gapsIn(reading)).toEqual([
      { fromMs: NOW - 50 * HOUR_MS, toMs: NOW - 36 * HOUR_MS, reason: expect.stringContaining('sources.bluesky.identifier') },
    ]);
    expect(reading.ops.length).toBeGreaterThan(0);
  });

  test('a range from before the stream’s 36 hours is a gap as well; one that ends before them needs no connection', async () => {
    const since = { sinceMs: NOW - 48 * HOUR_MS };
    const part = await readBluesky(closing(frames), { range: { ...since, untilMs: NOW } });
    expect([part.urls.length, gapsIn(part)]).toMatchObject([1, [{ fromMs: NOW - 48 * HOUR_MS, toMs: NOW - 36 * HOUR_MS }]]);
    const none = await readBluesky(closing(frames), { range: { ...since, untilMs: NOW - 40 * HOUR_MS } });
    expect([none.urls.length, gapsIn(none)]).toMatchObject([0, [{ fromMs: NOW - 48 * HOUR_MS, toMs: NOW - 40 * HOUR_MS }]]);
  });

  test('a position in the future is refused: a host would take it for "live" and lose what lies before it', async () => {
    const ahead: Cursor = { wire: 'v1', host: 'wss://x.example', cursor: NOW_US + 3_600_000_000 };
    const { fault, urls } = await readBluesky(live, { from: ahead });
    expect([fault, urls]).toMatchObject([{ outcome: { type: 'cursor-invalid' } }, []]);
  });

  test('a position of the other wire goes on from its time', async () => {
    const { urls, pages } = await readBluesky(live, { from: { wire: 'v2', host: 'wss://x.example', cursor: 77, timeUs: NOW_US } });
    expect([askedFor(urls[0]), pages[0]?.gap]).toEqual([String(NOW_US - 5_000_000), undefined]);
  });

  test('a host of one’s own keeps the service’s path', async () => {
    const { urls } = await readBluesky(live, { config: { url: 'http://127.0.0.1:9/' } });
    expect(urls[0]!.href).toBe('ws://127.0.0.1:9/subscribe?wantedCollections=app.bsky.feed.post');
  });

  test('a connection that breaks loses nothing that came before', async () => {
    const { ops, fault } = await readBluesky({ frames, afterwards: 'break' });
    expect([ops.length, fault]).toMatchObject([7, { fault: 'reset' }]);
  });

  test('a host that closes before anything came, or falls silent, has failed', async () => {
    expect((await readBluesky(closing([]))).fault).toMatchObject({ outcome: { type: 'retry' } });
    const clock = createVirtualClock(NOW);
    const reading = readBluesky({ frames: [v1Post(NOW_US)], afterwards: 'stay' }, { clock });
    await clock.advance(31_000);
    expect(await reading).toMatchObject({ pages: [{}], fault: { outcome: { type: 'retry' }, message: expect.stringContaining('silent') } });
  });

  test('a page holds two hundred operations at most, and the cursor after them', async () => {
    const many = Array.from({ length: 450 }, (_, n) => v1Post(NOW_US + n, n));
    const { pages } = await readBluesky(closing(many));
    expect(pages.map(({ ops, cursor }) => [ops.length, cursor.cursor - NOW_US])).toEqual([
      [200, 199],
      [200, 399],
      [50, 449],
    ]);
  });
});

describe('v2', () => {
  const frames = fixture('jetstream-v2.jsonl');
  const config = { wire: 'v2' };
  const host = 'wss://jetstream.us-east.bsky.network';
  const at = (seq: number, timeUs = NOW_US): Cursor => ({ wire: 'v2', host, cursor: seq, timeUs });
  const PREFIX = 'network.bsky.jetstream.subscribeEvents';
  const info = (name: string) => JSON.stringify({ $type: 'message', payload: { $type: `${PREFIX}#info`, name, message: '…' } });
  const tooOld: ScriptedConnection = { refuse: { status: 400, body: '{"error":"CursorTooOld","message":"…"}' } };

  test('the same posts in envelopes; unknown kinds are skipped, a frame without a kind is set aside, #sync takes back', async () => {
    const { ops, malformed, cursor, urls } = await readBluesky(closing(frames), { config });
    expect(ops.map((op) => `${op.op} ${op.op === 'upsert' ? '' : op.reason}`.trim())).toEqual([
      'upsert',
      'delete user',
      'purge-author deactivated',
      'purge-author platform',
    ]);
    expect(malformed.map(({ field }) => field)).toEqual(['payload.$type']);
    expect(cursor).toEqual({ wire: 'v2', host, cursor: 1_007, timeUs: NOW_US + 6_000_123 });
    expect(urls[0]!.searchParams.getAll('kinds')).toEqual(['commit', 'account', 'sync']);
  });

  test('the position itself comes again and isn’t handed on again; on another host the time counts', async () => {
    const same = await readBluesky(closing(frames), { config, from: at(1_001) });
    expect([askedFor(same.urls[0]), itemsOf(same.ops).length]).toEqual(['1001', 0]);
    const other = await readBluesky(closing(frames), { config, from: at(1_001), attempt: 1 });
    expect([askedFor(other.urls[0]), itemsOf(other.ops).length]).toEqual([String(NOW_US - 5_000_000), 1]);
  });

  test('the time to go on from is when an event was seen, where that is told apart from its date', async () => {
    const dated = frames[0]!.replace('"seq"', '"witnessedAt":"2026-11-16T09:00:04.000007Z","seq"');
    const { cursor, ops } = await readBluesky(closing([dated]), { config });
    expect(cursor).toMatchObject({ timeUs: NOW_US + 4_000_007 });
    expect(ops).toHaveLength(1);
  });

  test('a number that the host no longer has gives way to its time, and what is missing ends with the first event', async () => {
    const from = at(5, NOW_US - 30 * HOUR_MS * 1_000);
    const byTime: Cursor = { wire: 'v2', host: '', cursor: 0, timeUs: NOW_US - 30 * HOUR_MS * 1_000 };
    const refused = await readBluesky(tooOld, { config, from });
    expect([askedFor(refused.urls[0]), refused.fault]).toMatchObject([
      '5',
      { outcome: { type: 'cursor-invalid', from: byTime }, status: 400 },
    ]);
    const reading = await readBluesky(closing([info('OutdatedCursor'), ...frames]), { config, from: byTime });
    expect(askedFor(reading.urls[0])).toBe(String(byTime.timeUs - 5_000_000));
    expect(gapsIn(reading)).toMatchObject([{ fromMs: NOW - 30 * HOUR_MS, toMs: NOW }]);
    expect(reading.ops.length).toBeGreaterThan(0);
  });

  test('in the runtime the refused number is replaced by its time, and the gap is no longer than what is missing', async () => {
    await using world = await openCollecting();
    const { clock } = world;
    const event = (seq: number) =>
      frames[0]!.replace('1001', String(seq)).replace('2026-11-16T09:00:00.000000Z', new Date(clock.now()).toISOString());
    let isShort = false;
    const sockets = createScriptedSockets((url) => {
      const position = Number(askedFor(url));
      if (isShort && position > 0 && position < 1e15) return tooOld;
      return { frames: isShort ? [info('OutdatedCursor'), event(9_000)] : [event(1)], afterwards: 'stay' };
    });
    const start = () => world.start({ source: 'bluesky', config, openSocket: sockets.openSocket });
    await using first = start();
    await clock.advance(10_000);
    await first[Symbol.asyncDispose]();
    const stoppedMs = clock.now();
    await clock.advance(20 * HOUR_MS);
    isShort = true;
    await using second = start();
    await clock.advance(10_000);
    await second[Symbol.asyncDispose]();
    expect(sockets.urls.map((url) => Number(askedFor(new URL(url)))).slice(1, 3)).toEqual([
      1,
      expect.closeTo((stoppedMs - 15_000) * 1_000, -7),
    ]);
    const [gap, ...others] = (await world.status('bluesky'))!.gaps;
    expect(others).toEqual([]);
    expect(gap!.toMs! - gap!.fromMs).toBeGreaterThan(19 * HOUR_MS);
    expect(await world.cursors()).toMatchObject([{ wire: 'v2', cursor: 9_000 }]);
  });

  test('a stretch that is known to be missing is told once', async () => {
    const reading = await readBluesky(closing([info('OutdatedCursor'), ...frames]), {
      config,
      range: { sinceMs: NOW - 48 * HOUR_MS },
    });
    expect(gapsIn(reading)).toMatchObject([{ fromMs: NOW - 48 * HOUR_MS, toMs: NOW - 36 * HOUR_MS }]);
  });

  test.each([
    ['a notice', info('FutureCursor')],
    ['an earlier number', frames[0]!],
  ])('a host that numbers its events anew is known by %s, and read by time', async (_name, first) => {
    const from = at(9_000, NOW_US - 60_000_000);
    const refused = await readBluesky(closing([first, ...frames]), { config, from });
    const byTime: Cursor = { wire: 'v2', host: '', cursor: 0, timeUs: NOW_US - 60_000_000 };
    expect(refused).toMatchObject({ ops: [], pages: [], fault: { outcome: { type: 'cursor-invalid', from: byTime } } });
    const again = await readBluesky(closing(frames), { config, from: byTime });
    expect([askedFor(again.urls[0]), again.ops.length]).toEqual([String(NOW_US - 65_000_000), 4]);
  });

  test('a notice that nobody knows is passed over', async () => {
    const reading = await readBluesky(closing([info('Weather'), ...frames]), { config, from: at(1_000) });
    expect([reading.fault, gapsIn(reading), reading.ops.length]).toEqual([undefined, [], 4]);
  });

  test('a refused position, a stream that is ended, and refusals are told apart', async () => {
    const refusal = async (status: number, body = '', headers = {}) =>
      (await readBluesky({ refuse: { status, body, headers } }, { config })).fault;
    expect((await readBluesky(tooOld, { config, from: at(5) })).fault).toMatchObject({ outcome: { type: 'cursor-invalid' } });
    expect(await refusal(400, '{"error":"InvalidRequest"}')).toMatchObject({ outcome: { type: 'config', setting: 'sources.bluesky.url' } });
    expect(await refusal(429, '', { 'retry-after': '30' })).toMatchObject({ outcome: { type: 'rate-limited', untilMs: NOW + 30_000 } });
    expect(await refusal(503)).toMatchObject({ outcome: { type: 'retry' } });
    const slow = JSON.stringify({ $type: 'error', error: 'ConsumerTooSlow' });
    expect((await readBluesky(closing([slow]), { config })).fault).toMatchObject({
      outcome: { type: 'retry' },
      message: expect.stringContaining('ConsumerTooSlow'),
    });
  });
});

test('a login is a name and an app password', () => {
  expect(() => configureSource('bluesky', { identifier: 'someone.example' })).toThrow('sources.bluesky.appPassword');
  expect(() => configureSource('bluesky', { appPassword: 'abcd-efgh' })).toThrow('sources.bluesky.identifier');
});
