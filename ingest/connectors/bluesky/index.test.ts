import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RawPost } from '#core/post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../../configure-sources.ts';
import type { MalformedItem, Op, Page, ReadRange } from '../../connector.ts';
import { createScriptedSockets, type ScriptedConnection } from '../../test-support/scripted-socket.ts';
import type { Cursor } from './schema.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
    .trimEnd()
    .split('\n');
/** The fixtures' events happen in the minute after this. */
const NOW = Date.UTC(2026, 10, 16, 9);

interface Read {
  config?: Record<string, unknown>;
  from?: Cursor;
  range?: ReadRange;
  attempt?: number;
}

async function read(connection: ScriptedConnection, { config = {}, from, range, attempt = 0 }: Read = {}) {
  const clock = createVirtualClock(NOW);
  const sockets = createScriptedSockets(() => connection);
  const malformed: MalformedItem[] = [];
  const { connector, config: parsed } = configureSource('bluesky', config);
  const context = {
    partition: [...connector.partitions(parsed).values()][0],
    clock,
    http: { send: () => Promise.reject(new Error('a stream needs no requests')) },
    openSocket: sockets.openSocket,
    signal: new AbortController().signal,
    attempt,
    malformed: (item: MalformedItem) => void malformed.push(item),
    dropped: () => {},
    warn: () => {},
  };
  const pages = (await Array.fromAsync(connector.read(context, from, range))) as Page<Cursor>[];
  return { pages, malformed, url: new URL(sockets.urls[0]!), ops: pages.flatMap((page) => page.ops), cursor: pages.at(-1)?.cursor };
}

const itemsOf = (ops: Op[]): RawPost[] => ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : []));

describe('v1', () => {
  const frames = fixture('jetstream-v1.jsonl');

  test('posts, edits, deletes and accounts in the order of the stream', async () => {
    const { ops, malformed } = await read({ frames, afterwards: 'close' });
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
    const [post, reply, card, edit] = itemsOf((await read({ frames, afterwards: 'close' })).ops);
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
    const { cursor } = await read({ frames, afterwards: 'close' });
    expect(cursor).toEqual({ wire: 'v1', host: 'wss://jetstream2.us-east.bsky.network', cursor: NOW * 1_000 + 9_000_000 });
    const again = await read({ frames: [], afterwards: 'close' }, { from: cursor! });
    expect(again.url.searchParams.get('cursor')).toBe(String(NOW * 1_000 + 4_000_000));
    expect(again.url.searchParams.getAll('wantedCollections')).toEqual(['app.bsky.feed.post']);
  });

  test('each failure tries the next host, and a position holds on all of them', async () => {
    const from: Cursor = { wire: 'v1', host: 'wss://jetstream1.us-east.bsky.network', cursor: NOW * 1_000 };
    const hosts: string[] = [];
    for (const attempt of [0, 1, 2, 3, 4])
      hosts.push((await read({ frames: [], afterwards: 'close' }, { from, attempt })).url.hostname.split('.bsky')[0]!);
    expect(hosts).toEqual(['jetstream1.us-east', 'jetstream2.us-west', 'jetstream1.us-west', 'jetstream2.us-east', 'jetstream1.us-east']);
  });

  test('a position that the stream no longer holds is a gap, and one in the future is not used', async () => {
    const old: Cursor = { wire: 'v1', host: 'wss://x.example', cursor: (NOW - 50 * 3_600_000) * 1_000 };
    expect((await read({ frames, afterwards: 'close' }, { from: old })).pages[0]?.gap).toMatchObject({
      fromMs: NOW - 50 * 3_600_000,
      toMs: NOW - 36 * 3_600_000,
    });
    const ahead: Cursor = { ...old, cursor: (NOW + 3_600_000) * 1_000 };
    const { url, pages } = await read({ frames, afterwards: 'close' }, { from: ahead });
    expect([url.searchParams.get('cursor'), pages[0]?.gap !== undefined]).toEqual([null, true]);
  });

  test('a host of one’s own keeps the service’s path', async () => {
    const { url } = await read({ frames: [], afterwards: 'close' }, { config: { url: 'http://127.0.0.1:9/' } });
    expect(url.href).toBe('ws://127.0.0.1:9/subscribe?wantedCollections=app.bsky.feed.post');
  });

  test('a connection that breaks loses nothing that came before', async () => {
    const script = { frames, afterwards: 'break' as const };
    await expect(read(script)).rejects.toMatchObject({ fault: 'reset' });
  });
});

describe('v2', () => {
  const frames = fixture('jetstream-v2.jsonl');
  const config = { wire: 'v2' };
  const host = 'wss://jetstream.us-east.bsky.network';

  test('the same posts in envelopes; unknown kinds are skipped, a frame without a kind is set aside, #sync takes back', async () => {
    const { ops, malformed, cursor, url } = await read({ frames, afterwards: 'close' }, { config });
    expect(ops.map((op) => `${op.op} ${op.op === 'upsert' ? '' : op.reason}`.trim())).toEqual([
      'upsert',
      'delete user',
      'purge-author deactivated',
      'purge-author platform',
    ]);
    expect(malformed.map(({ field }) => field)).toEqual(['payload.$type']);
    expect(cursor).toEqual({ wire: 'v2', host, cursor: 1_007, timeUs: NOW * 1_000 + 6_000_123 });
    expect(url.searchParams.getAll('kinds')).toEqual(['commit', 'account', 'sync']);
  });

  test('the position itself comes again and isn’t handed on again; on another host the time counts', async () => {
    const from: Cursor = { wire: 'v2', host, cursor: 1_001, timeUs: NOW * 1_000 };
    const same = await read({ frames, afterwards: 'close' }, { config, from });
    expect([same.url.searchParams.get('cursor'), itemsOf(same.ops).length]).toEqual(['1001', 0]);
    const other = await read({ frames, afterwards: 'close' }, { config, from, attempt: 1 });
    expect([other.url.searchParams.get('cursor'), itemsOf(other.ops).length]).toEqual([String(NOW * 1_000 - 5_000_000), 1]);
  });

  test('a refused position, a stream that is ended, and refusals are told apart', async () => {
    const refuse = (status: number, body = '', headers = {}) => read({ refuse: { status, body, headers } }, { config });
    await expect(refuse(400, '{"error":"CursorTooOld","message":"…"}')).rejects.toMatchObject({ outcome: { type: 'cursor-invalid' } });
    await expect(refuse(400, '{"error":"InvalidRequest"}')).rejects.toMatchObject({
      outcome: { type: 'config', setting: 'sources.bluesky.url' },
    });
    await expect(refuse(429, '', { 'retry-after': '30' })).rejects.toMatchObject({
      outcome: { type: 'rate-limited', untilMs: NOW + 30_000 },
    });
    await expect(refuse(503)).rejects.toMatchObject({ outcome: { type: 'retry' } });
    const slow = JSON.stringify({ $type: 'error', error: 'ConsumerTooSlow' });
    await expect(read({ frames: [slow], afterwards: 'close' }, { config })).rejects.toMatchObject({ outcome: { type: 'retry' } });
  });
});

const RECORDED = join(import.meta.dirname, '../../../../shared/fixtures/bluesky');

test.skipIf(!existsSync(RECORDED))('recorded events are all read (only where the recordings are)', async () => {
  for (const file of ['jetstream_v1_golden.jsonl', 'jetstream_v1_sample.jsonl']) {
    const frames = readFileSync(join(RECORDED, file), 'utf8').trimEnd().split('\n');
    const { ops, malformed } = await read({ frames, afterwards: 'close' }, { config: { match: 'all' } });
    const isPost = (frame: string) => JSON.parse(frame).commit?.collection === 'app.bsky.feed.post';
    expect({ file, malformed, posts: ops.length }).toEqual({ file, malformed: [], posts: frames.filter(isPost).length });
  }
});
