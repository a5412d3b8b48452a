import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../../configure-sources.ts';
import type { MalformedItem, Page, ReadRange } from '../../connector.ts';
import { answerTimeline, inventedStatus } from '../../test-support/invented-mastodon.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';
import { isNewer, linkedId } from './links.ts';
import type { Cursor } from './schema.ts';

async function read(answer: (url: URL) => ScriptedAnswer, from?: Cursor, range?: ReadRange, config: Record<string, unknown> = {}) {
  const http = createScriptedHttp(answer);
  const malformed: MalformedItem[] = [];
  const { connector, config: parsed } = configureSource('mastodon', {
    instances: ['https://social.example'],
    hashtags: ['#NHS'],
    ...config,
  });
  const context = {
    partition: [...connector.partitions(parsed).values()][0],
    clock: createVirtualClock(),
    http,
    openSocket: () => Promise.reject(new Error('not used')),
    signal: new AbortController().signal,
    attempt: 0,
    malformed: (item: MalformedItem) => void malformed.push(item),
    dropped: () => {},
    warn: () => {},
  };
  const pages = (await Array.fromAsync(connector.read(context, from, range))) as Page<Cursor>[];
  const items = pages.flatMap((page) => page.ops).flatMap((op) => (op.op === 'upsert' ? [op.item] : []));
  return { pages, items, malformed, urls: http.requests.map(({ url }) => new URL(url)), requests: http.requests };
}

const statuses = Array.from({ length: 100 }, (_, n) =>
  inventedStatus(String(9_007_199_254_740_990n + BigInt(n)), `Post ${n}`, {
    created_at: new Date(Date.UTC(2026, 10, 15) + n * 60_000).toISOString(),
  }),
);
const timeline = (url: URL) => answerTimeline(url, statuses);

test('the first time the newest page, then everything since, in order, with ids that no number holds', async () => {
  const first = await read(timeline);
  expect([first.items.length, first.pages.at(-1)?.cursor]).toEqual([40, { newestId: '9007199254741089' }]);
  expect(first.urls[0]?.pathname).toBe('/api/v1/timelines/tag/nhs');
  const rest = await read(timeline, { newestId: '9007199254740999' });
  expect(new Set(rest.items.map(({ nativeId }) => nativeId)).size).toBe(90);
  expect(rest.pages.at(-1)?.cursor.newestId).toBe('9007199254741089');
});

test('a range back in time holds what is in it and nothing else', async () => {
  const { items } = await read(timeline, undefined, { sinceMs: Date.UTC(2026, 10, 15, 0, 10), untilMs: Date.UTC(2026, 10, 15, 0, 50) });
  expect(items.map(({ text }) => text).sort()).toEqual(Array.from({ length: 40 }, (_, n) => `Post ${n + 10}`).sort());
});

test('a range that was interrupted is read on from where it was', async () => {
  const range = { sinceMs: Date.UTC(2026, 10, 15, 0, 10) };
  const [first] = (await read(timeline, undefined, range)).pages;
  const { items, pages } = await read(timeline, first!.cursor, range);
  expect(items).toHaveLength(50);
  expect(pages.at(-1)!.cursor).toEqual({ newestId: '9007199254741089' });
  expect((await read(timeline, pages.at(-1)!.cursor)).items).toEqual([]);
});

test('a range ends at its beginning, where nothing older is wanted either', async () => {
  const { items, requests } = await read(timeline, undefined, { sinceMs: Date.UTC(2026, 10, 15, 1, 30) }, { match: ['no such word'] });
  expect([items.length, requests.length]).toEqual([0, 2]);
});

test('a page of what isn’t wanted moves on; a cursor that doesn’t move ends', async () => {
  const boosts = (url: URL) =>
    answerTimeline(url, [inventedStatus('5', 'x', { reblog: { id: '1' } }), inventedStatus('6', 'y', { visibility: 'private' })]);
  const { items, pages } = await read(boosts, { newestId: '4' });
  expect([items, pages.at(-1)?.cursor.newestId]).toEqual([[], '6']);
  const stuck = (): ScriptedAnswer => ({ json: [inventedStatus('4', 'again')] });
  expect((await read(stuck, { newestId: '4' })).requests).toHaveLength(1);
});

test('a post from Bluesky counts as the post that it is there, its author as the account there', async () => {
  const uri = 'at://did:plc:inventedaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kaaaaaaaaa2a';
  const bridged = inventedStatus('1', 'Hello', {
    uri: `https://bsky.brid.gy/convert/ap/${uri}`,
    account: { uri: 'https://bsky.brid.gy/ap/did:plc:inventedaaaaaaaaaaaaaaaa' },
  });
  const { items } = await read((url) => answerTimeline(url, [bridged]));
  expect(items[0]).toMatchObject({ canonicalId: uri, author: { id: 'did:plc:inventedaaaaaaaaaaaaaaaa' } });
});

test('a status that can’t be read is set aside, and the rest is read', async () => {
  const { items, malformed } = await read((url) =>
    answerTimeline(url, [inventedStatus('1', 'a'), { id: '2', uri: 7 }, inventedStatus('3', 'c')]),
  );
  expect([items.length, malformed.map(({ field }) => field)]).toEqual([2, ['uri']]);
});

describe('answers that are none', () => {
  test.each([
    ['a page of HTML', { status: 200, body: '<!DOCTYPE html><p>Log in' }, 'fatal'],
    ['a redirect to a login', { status: 302, headers: { location: '/auth/sign_in' } }, 'config'],
    ['an error in good clothes', { json: { error: 'Ce n’est pas permis' } }, 'fatal'],
    ['JSON that ends early', { body: '[{"id":"1"' }, 'retry'],
    ['nothing', { body: '' }, 'retry'],
    ['gone', { status: 410 }, 'config'],
    ['overload', { status: 503 }, 'retry'],
  ])('%s', async (_, answer, type) => {
    await expect(read(() => answer)).rejects.toMatchObject({ outcome: { type } });
  });

  test('an empty timeline that is switched off is told from one without posts', async () => {
    const instance = (access: string) => ({ configuration: { timelines_access: { hashtag_feeds: { local: access, remote: access } } } });
    const answer = (access: string) => (url: URL) => ({ json: url.pathname === '/api/v2/instance' ? instance(access) : [] });
    await expect(read(answer('disabled'))).rejects.toMatchObject({ outcome: { type: 'config' } });
    expect((await read(answer('public'))).pages.at(-1)?.cursor.newestId).toBe('0');
  });

  test('no request is made that the last answer forbade', async () => {
    const answer = (url: URL) => {
      const page = answerTimeline(url, statuses);
      return { ...page, headers: { ...page.headers, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-16T09:05:00.000001Z' } };
    };
    await expect(read(answer, { newestId: '1' })).rejects.toMatchObject({
      outcome: { type: 'rate-limited', untilMs: Date.UTC(2026, 10, 16, 9, 5) },
    });
  });
});

test('a token goes to its one instance only', async () => {
  const one = await read(timeline, undefined, undefined, { accessToken: 'secret-token' });
  expect(one.requests[0]?.headers).toMatchObject({ authorization: 'Bearer secret-token' });
  const two = await read(timeline, undefined, undefined, {
    accessToken: 'secret-token',
    instances: ['https://a.example', 'https://b.example'],
  });
  expect(JSON.stringify(two.requests)).not.toContain('secret-token');
});

test('links, and the order of ids', () => {
  const header = '<https://x.example/t?max_id=5>; rel="next", <https://x.example/t?min_id=9&a=1,2>; rel="prev"';
  expect([linkedId(header, 'prev'), linkedId(header, 'next'), linkedId('<::>; rel="prev"', 'prev'), linkedId(undefined, 'next')]).toEqual([
    '9',
    '5',
    undefined,
    undefined,
  ]);
  expect([isNewer('10', '9'), isNewer('9', '10'), isNewer('b', 'a'), isNewer('1', undefined)]).toEqual([true, false, true, true]);
});
