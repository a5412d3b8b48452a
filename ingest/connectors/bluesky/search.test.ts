import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { openCollecting } from '../../test-support/collecting.ts';
import { createInventedPds, LOGIN, uriOf, type IndexedPost, type InventedPds } from '../../test-support/invented-bluesky.ts';
import { itemsOf, NOW, readBluesky, type BlueskyRead, type BlueskyReading } from '../../test-support/read-bluesky.ts';
import { createScriptedSockets, type ScriptedConnection } from '../../test-support/scripted-socket.ts';
import type { Cursor } from './schema.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FLOOR = NOW - 36 * HOUR_MS;
const config = { ...LOGIN, match: ['nhs'] };
const range = { sinceMs: NOW - 10 * DAY_MS, untilMs: NOW - 3 * DAY_MS };

/** `count` posts evenly over the range, the oldest first. */
function indexed(count: number, text = (n: number) => `Post ${n} about the NHS`): IndexedPost[] {
  const step = (range.untilMs - range.sinceMs) / count;
  return Array.from({ length: count }, (_, n) => ({ n, text: text(n), indexedMs: Math.floor(range.sinceMs + n * step) }));
}
const pdsWith = (posts: readonly IndexedPost[], options: Partial<Parameters<typeof createInventedPds>[0]> = {}) =>
  createInventedPds({ now: () => NOW, posts, ...options });

const noStream: ScriptedConnection = { fault: 'refused' };
const search = (http: InventedPds, options: BlueskyRead = {}) => readBluesky(noStream, { config, range, http, ...options });
const idsOf = ({ ops }: BlueskyReading) => itemsOf(ops).map(({ nativeId }) => nativeId);
const all = (posts: readonly IndexedPost[]) => posts.map(({ n }) => uriOf(n)).toSorted();

describe('past dates', () => {
  test('are searched for by keyword, a hundred at a time, each post once', async () => {
    const posts = indexed(250);
    const http = pdsWith(posts);
    const reading = await search(http);
    expect([reading.fault, reading.urls]).toEqual([undefined, []]);
    expect(idsOf(reading).toSorted()).toEqual(all(posts));
    expect(Object.fromEntries(http.searches[0]!)).toEqual({
      q: 'nhs',
      sort: 'latest',
      since: new Date(range.sinceMs).toISOString(),
      until: new Date(range.untilMs).toISOString(),
      limit: '100',
    });
    expect(http.searches.length).toBeLessThan(6);
    expect(reading.pages.every(({ ops }) => ops.length <= 200)).toBe(true);
    expect(reading.pages.at(-1)).toEqual({ ops: [], hasMore: false, cursor: { wire: 'v1', host: '', cursor: range.untilMs * 1_000 } });
  });

  test('a found post is the very item that the stream gives', async () => {
    const record = {
      text: 'The NHS, a GP and A&E',
      createdAt: '2026-11-10T08:59:59+00:00',
      langs: ['en-GB', 'en'],
      reply: {
        root: { uri: 'at://did:plc:x/app.bsky.feed.post/1', cid: 'y' },
        parent: { uri: 'at://did:plc:x/app.bsky.feed.post/2', cid: 'y' },
      },
      embed: { $type: 'app.bsky.embed.external', external: { uri: 'https://x.example', title: 'A title', description: '' } },
    };
    const found = await search(pdsWith([{ n: 1, text: record.text, indexedMs: NOW - 6 * DAY_MS, record }]));
    const [, , did, , rkey] = uriOf(1).split('/');
    const commit = { operation: 'create', collection: 'app.bsky.feed.post', rkey, record };
    const frame = JSON.stringify({ did, time_us: (NOW - 6 * DAY_MS) * 1_000, kind: 'commit', commit });
    const streamed = await readBluesky({ frames: [frame], afterwards: 'close' });
    expect(itemsOf(found.ops)).toEqual(itemsOf(streamed.ops));
    expect(itemsOf(found.ops)).toHaveLength(1);
  });

  test('what the search finds must hold a keyword as the stream’s posts do', async () => {
    const posts = indexed(4, (n) => ['The NHS', 'enhsomething', 'NHSEngland', 'our #NHS'][n]!);
    expect(idsOf(await search(pdsWith(posts)))).toEqual([uriOf(3), uriOf(0)]);
  });

  test('phrases are quoted, hashtags and handles asked for by name, and a post with several comes once', async () => {
    const posts = indexed(3, (n) => ['My GP surgery and @NHSEngland', 'the gp surgery #OurNHS', 'NHSEngland surgery'][n]!);
    const http = pdsWith(posts);
    const match = ['gp surgery', '#OurNHS', '@NHSEngland', 'a&e'];
    const reading = await search(http, { config: { ...config, match } });
    expect([...new Set(http.searches.map((query) => query.get('q')))]).toEqual(['"gp surgery"', '#OurNHS', 'NHSEngland', '"a&e"']);
    expect(idsOf(reading)).toEqual([uriOf(1), uriOf(0)]);
  });

  test('a search whose cursor ends early is asked again for what is older', async () => {
    const posts = indexed(600);
    const http = pdsWith(posts, { maxResults: 150 });
    const reading = await search(http);
    expect(idsOf(reading).toSorted()).toEqual(all(posts));
    const untils = http.searches.map((query) => query.get('until')!);
    expect(new Set(untils).size).toBeGreaterThan(4);
    expect(untils).toEqual(untils.toSorted().reverse());
  });

  test('a cursor that repeats ends its search, and nothing is asked for ever', async () => {
    const posts = indexed(150);
    const http = pdsWith(posts, {
      answer: (url) => {
        if (!url.pathname.endsWith('searchPosts')) return undefined;
        url.searchParams.delete('cursor');
        return undefined;
      },
    });
    const stuck = { send: async (request: Parameters<typeof http.send>[0]) => withCursor(await http.send(request)) };
    const reading = await search({ ...http, ...stuck } as InventedPds);
    expect(idsOf(reading).toSorted()).toEqual(all(posts));
    expect(http.searches.length).toBeLessThan(12);
  });

  test('a server that knows no dates is read to its end once, and posts of other times are left out', async () => {
    const posts = [
      ...indexed(5),
      { n: 90, text: 'nhs later', indexedMs: NOW },
      { n: 91, text: 'nhs before', indexedMs: NOW - 90 * DAY_MS },
    ];
    const http = pdsWith(posts, {
      answer: (url) => {
        if (!url.pathname.endsWith('searchPosts')) return undefined;
        url.searchParams.set('since', new Date(0).toISOString());
        url.searchParams.set('until', new Date(NOW + DAY_MS).toISOString());
        return undefined;
      },
    });
    expect(idsOf(await search(http)).toSorted()).toEqual(all(indexed(5)));
    expect(http.searches.length).toBeLessThan(6);
  });

  test('posts written long before they were indexed don’t hide older ones', async () => {
    const backdated = Array.from({ length: 120 }, (_, n): IndexedPost => ({
      n: 500 + n,
      text: 'An old NHS post, brought along',
      indexedMs: NOW - DAY_MS + n,
      createdAt: new Date(range.sinceMs + DAY_MS + n).toISOString(),
    }));
    const posts = indexed(10);
    const http = pdsWith([...posts, ...backdated], { maxResults: 60 });
    expect(idsOf(await search(http)).toSorted()).toEqual(all(posts));
  });

  test('a post that can’t be read is set aside by its address and field, and the rest goes on', async () => {
    const posts = [...indexed(3), { n: 70, text: 'nhs', indexedMs: range.sinceMs + 1, record: { text: { plain: 'nhs' } } }];
    const reading = await search(pdsWith(posts));
    expect(idsOf(reading)).toHaveLength(3);
    expect([...new Set(reading.malformed.map(({ key, field }) => `${key} ${field}`))]).toEqual([`${uriOf(70)} record.text`]);
    expect(JSON.stringify(reading.malformed)).not.toContain('plain');
  });

  test('stopped at any page, a search goes on from there', async () => {
    const posts = indexed(430, (n) => (n % 3 === 0 ? `CQC ${n}` : `NHS ${n}`));
    const options = { config: { ...config, match: ['nhs', 'cqc'] } };
    const whole = await search(pdsWith(posts, { maxResults: 200 }), options);
    expect(idsOf(whole).toSorted()).toEqual(all(posts));
    expect(whole.pages.length).toBeGreaterThan(5);
    for (const [index, { cursor }] of whole.pages.entries()) {
      const rest = await search(pdsWith(posts, { maxResults: 200 }), { ...options, from: cursor });
      const before = whole.pages.slice(0, index + 1).flatMap(({ ops }) => itemsOf(ops).map(({ nativeId }) => nativeId));
      expect(new Set([...before, ...idsOf(rest)])).toEqual(new Set(all(posts)));
      expect(Buffer.byteLength(JSON.stringify(cursor))).toBeLessThan(1_000);
    }
  });

  test('a range that reaches into the stream’s 36 hours is read from both', async () => {
    const old = indexed(5);
    const recent = { n: 100, text: 'A recent NHS post', indexedMs: NOW - HOUR_MS };
    const [, , did, , rkey] = uriOf(100).split('/');
    const commit = { operation: 'create', collection: 'app.bsky.feed.post', rkey, record: { text: recent.text } };
    const frame = JSON.stringify({ did, time_us: recent.indexedMs * 1_000, kind: 'commit', commit });
    const http = pdsWith([...old, recent]);
    const reading = await readBluesky(
      { frames: [frame], afterwards: 'close' },
      { config, http, range: { sinceMs: range.sinceMs, untilMs: NOW } },
    );
    expect(idsOf(reading).toSorted()).toEqual(all([...old, recent]));
    const searchedTo = Date.parse(http.searches[0]!.get('until')!);
    expect(searchedTo).toBe(FLOOR + HOUR_MS);
    expect(reading.urls[0]!.searchParams.get('cursor')).toBe(String(searchedTo * 1_000 - 5_000_000));
    expect(reading.pages.some(({ gap }) => gap)).toBe(false);
  });

  test('without keywords nothing can be searched for, and the gap says so', async () => {
    const { pages } = await search(pdsWith(indexed(3)), { config: { ...config, match: 'all' } });
    expect(pages).toMatchObject([
      { ops: [], gap: { fromMs: range.sinceMs, toMs: range.untilMs, reason: expect.stringContaining('keywords') } },
    ]);
  });
});

function withCursor(response: Awaited<ReturnType<InventedPds['send']>>) {
  const json = JSON.parse(new TextDecoder().decode(response.body)) as { posts?: unknown };
  return json.posts ? { ...response, body: new TextEncoder().encode(JSON.stringify({ ...json, cursor: 'again' })) } : response;
}

describe('what was missed while collecting', () => {
  const stopped: Cursor = { wire: 'v1', host: 'wss://x.example', cursor: (NOW - 60 * HOUR_MS) * 1_000 };
  const missed = Array.from({ length: 150 }, (_, n): IndexedPost => ({ n, text: `NHS ${n}`, indexedMs: NOW - 60 * HOUR_MS + n * 60_000 }));
  const live = JSON.stringify({ did: 'did:plc:inventedaaaaaaaaaaaaaaaa', time_us: FLOOR * 1_000, kind: 'identity' });
  const stream: ScriptedConnection = { frames: [live], afterwards: 'close' };
  const collect = (http: InventedPds, options: BlueskyRead = {}) => readBluesky(stream, { config, http, from: stopped, ...options });

  test('is searched for before the stream goes on from where it begins now', async () => {
    const reading = await collect(pdsWith(missed));
    expect(idsOf(reading).toSorted()).toEqual(all(missed));
    expect(reading.urls[0]!.searchParams.get('cursor')).toBe(String((FLOOR + HOUR_MS) * 1_000 - 5_000_000));
    expect(reading.pages.some(({ gap }) => gap)).toBe(false);
  });

  test('in the runtime, a stop of sixty hours leaves no gap, though every search is cut short after a page', async () => {
    await using world = await openCollecting();
    const { clock } = world;
    const posts: IndexedPost[] = [];
    const http = createInventedPds({
      now: () => clock.now(),
      posts,
      answer: (url) => (url.searchParams.has('cursor') ? { status: 502 } : undefined),
    });
    const event = () => JSON.stringify({ did: 'did:plc:inventedaaaaaaaaaaaaaaaa', time_us: clock.now() * 1_000, kind: 'identity' });
    const sockets = createScriptedSockets(() => ({ frames: [event()], afterwards: 'stay' }));
    const start = () => world.start({ source: 'bluesky', config, http, openSocket: sockets.openSocket });
    let running = start();
    await clock.advance(10_000);
    await running[Symbol.asyncDispose]();
    const stoppedMs = clock.now();
    for (let n = 0; n < 350; n++) posts.push({ n, text: `NHS ${n}`, indexedMs: stoppedMs + n * 60_000 });
    await clock.advance(60 * HOUR_MS);
    running = start();
    await clock.advance(10 * 60_000);
    await running[Symbol.asyncDispose]();
    expect(new Set(world.texts()).size).toBe(350);
    expect((await world.status('bluesky'))?.gaps).toEqual([]);
    expect(await world.cursors()).toEqual([{ wire: 'v1', host: expect.stringContaining('wss://'), cursor: expect.any(Number) }]);
  });

  test('on the second wire as well', async () => {
    const from: Cursor = { wire: 'v2', host: 'wss://jetstream.us-east.bsky.network', cursor: 7, timeUs: stopped.cursor };
    const reading = await collect(pdsWith(missed), { from, config: { ...config, wire: 'v2' } });
    expect(idsOf(reading).toSorted()).toEqual(all(missed));
    expect(reading.urls[0]!.searchParams.get('cursor')).toBe(String((FLOOR + HOUR_MS) * 1_000 - 5_000_000));
  });

  test('a search that takes longer than the stream waits is followed by another', async () => {
    const clock = createVirtualClock(NOW);
    const http = createInventedPds({ now: () => clock.now(), posts: missed });
    const untils: string[] = [];
    const slow = {
      ...http,
      send: async (request: Parameters<typeof http.send>[0]) => {
        await clock.advance(50 * 60_000);
        return http.send(request);
      },
    } as InventedPds;
    const reading = await collect(slow, { clock, onPage: ({ cursor }) => void untils.push(String(cursor.search?.toMs)) });
    expect(new Set(untils).size).toBeGreaterThan(2);
    const asked = Number(reading.urls[0]!.searchParams.get('cursor')) / 1_000;
    expect(asked).toBeGreaterThanOrEqual(clock.now() - 36 * HOUR_MS - 6_000);
  });

  test('a search that fails for now is tried again from where it had come, and is no reason to stop collecting for ever', async () => {
    const down = pdsWith(missed, { answer: (url) => (url.pathname.endsWith('searchPosts') ? { status: 502 } : undefined) });
    const first = await collect(down);
    expect([first.fault, first.urls]).toMatchObject([{ outcome: { type: 'retry' } }, []]);
    const last = await collect(down, { attempt: 4 });
    expect(last.fault).toBeUndefined();
    expect(last.pages[0]?.gap).toEqual({
      fromMs: NOW - 60 * HOUR_MS,
      toMs: FLOOR,
      reason: 'What the stream no longer keeps could not be searched for: bsky.social answered 502.',
    });
  });

  test('nor is a server that can’t be reached at all', async () => {
    const closed = pdsWith(missed, { answer: () => ({ fault: 'refused' }) });
    expect((await collect(closed)).fault).toMatchObject({ fault: 'refused' });
    const last = await collect(closed, { attempt: 4 });
    expect([last.fault, last.urls.length, last.pages[0]?.gap?.toMs]).toEqual([undefined, 1, FLOOR]);
    expect((await search(closed, { attempt: 4 })).fault).toMatchObject({ fault: 'refused' });
  });

  test('a login that is refused leaves a gap that names it, and the stream goes on', async () => {
    const { fault, pages, urls } = await collect(pdsWith(missed), { config: { ...config, appPassword: 'wrong-wrong' } });
    expect([fault, urls.length]).toEqual([undefined, 1]);
    expect(pages[0]?.gap?.reason).toContain('sources.bluesky.appPassword');
    expect(pages[0]!.gap!.reason.length).toBeLessThan(200);
    expect(JSON.stringify(pages)).not.toContain('wrong-wrong');
  });
});

describe('the account', () => {
  test('one session serves all requests, and is renewed when its token is refused or about to end', async () => {
    const clock = createVirtualClock(NOW);
    const http = createInventedPds({ now: () => clock.now(), posts: indexed(450), maxResults: 100, tokenSeconds: 600 });
    let pages = 0;
    const reading = await search(http, {
      clock,
      async onPage() {
        pages += 1;
        if (pages === 1) http.endTokens({ status: 400 });
        if (pages === 2) http.endTokens({ status: 401 });
        if (pages === 3) await clock.advance(590_000);
      },
    });
    expect(idsOf(reading)).toHaveLength(450);
    expect([http.sessions, http.renewals]).toEqual([1, 3]);
  });

  test('where a session can’t be renewed another is begun', async () => {
    const http = pdsWith(indexed(150));
    const reading = await search(http, {
      onPage: ({ ops }) => void (ops.length > 0 && http.sessions === 1 && http.endTokens({ status: 400, canRenew: false })),
    });
    expect([idsOf(reading).length, http.sessions, http.renewals]).toEqual([150, 2, 1]);
  });

  test.each([
    ['a wrong password', { appPassword: 'wrong-wrong' }, 'sources.bluesky.appPassword'],
    ['a server that knows no sessions', { pdsUrl: 'https://pds.example' }, 'sources.bluesky.pdsUrl'],
  ])('%s is a setting to change', async (_name, own, setting) => {
    const http = pdsWith(indexed(3), { answer: (url) => (url.host === 'pds.example' ? { status: 404 } : undefined) });
    const { fault } = await search(http, { config: { ...config, ...own } });
    expect(fault).toMatchObject({ outcome: { type: 'config', setting }, message: expect.stringContaining(setting) });
    expect(http.requests).toHaveLength(1);
    expect(String(fault)).not.toContain('wrong-wrong');
  });

  test.each([400, 401] as const)('a token that is refused again and again (%i) is a setting to change', async (status) => {
    const http = pdsWith(indexed(3), {
      answer: (url) => (url.pathname.endsWith('searchPosts') ? { status, json: { error: 'ExpiredToken' } } : undefined),
    });
    expect((await search(http)).fault).toMatchObject({ outcome: { type: 'config', setting: 'sources.bluesky.appPassword' } });
    expect(http.requests.length).toBeLessThan(6);
  });

  test('a keyword that can’t be searched for, a web page, and answers that are none are told apart', async () => {
    const faultOf = async (found: Parameters<typeof pdsWith>[1]) => (await search(pdsWith(indexed(3), found))).fault;
    const answering = (own: object) => ({ answer: (url: URL) => (url.pathname.endsWith('searchPosts') ? own : undefined) });
    expect(await faultOf(answering({ status: 400, json: { error: 'BadQueryString' } }))).toMatchObject({
      outcome: { type: 'config', setting: 'sources.bluesky.match' },
    });
    expect(await faultOf(answering({ status: 403, body: '<html>' }))).toMatchObject({ outcome: { type: 'config' } });
    expect(await faultOf(answering({ body: '<html>' }))).toMatchObject({ outcome: { type: 'fatal' } });
    expect(await faultOf(answering({ json: { posts: {} } }))).toMatchObject({ outcome: { type: 'fatal' } });
    expect(await faultOf(answering({ body: '{"posts":[' }))).toMatchObject({ outcome: { type: 'retry' } });
  });

  test.each([
    ['epoch seconds', { 'ratelimit-reset': String(NOW / 1_000 + 120) }],
    ['seconds that are left', { 'ratelimit-reset': '120' }],
    ['Retry-After', { 'retry-after': '120', 'ratelimit-reset': '7' }],
  ])('too many requests: when to go on is told in %s', async (_name, headers) => {
    for (const path of ['createSession', 'searchPosts']) {
      const http = pdsWith(indexed(3), {
        answer: (url) => (url.pathname.endsWith(path) ? { status: 429, headers, json: { error: 'RateLimitExceeded' } } : undefined),
      });
      expect((await search(http)).fault).toMatchObject({ outcome: { type: 'rate-limited', untilMs: NOW + 120_000 } });
    }
  });

  test('the last request that is allowed is told of before the next is refused', async () => {
    const spent = { 'ratelimit-remaining': '0', 'ratelimit-reset': String(NOW / 1_000 + 60) };
    const http = pdsWith([], {
      answer: (url) => (url.pathname.endsWith('searchPosts') ? { headers: spent, json: { posts: [] } } : undefined),
    });
    const { fault, pages } = await search(http);
    expect([fault, pages.length]).toMatchObject([{ outcome: { type: 'rate-limited', untilMs: NOW + 60_000 } }, 1]);
  });

  test.each([
    [{}, 'https://bsky.social'],
    [{ url: 'ws://127.0.0.1:9' }, 'http://127.0.0.1:9'],
    [{ baseUrl: 'https://stream.example' }, 'https://stream.example'],
    [{ url: 'wss://stream.example', pdsUrl: 'https://pds.example' }, 'https://pds.example'],
  ])('its server with %j: %s', async (own, origin) => {
    const http = pdsWith([]);
    await search(http, { config: { ...config, ...own } });
    expect(new Set(http.requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([origin]));
    expect(http.requests.length).toBeGreaterThan(1);
  });
});
