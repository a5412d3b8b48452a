import { expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { configureSource } from '../../configure-sources.ts';
import type { Page } from '../../connector.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';
import type { Cursor } from './schema.ts';

const FEED = 'https://feeds.example/comments';
const NOW = Date.UTC(2026, 10, 16, 9);
const MINUTE = 60_000;

interface Read {
  from?: Cursor | undefined;
  atMs?: number;
  match?: string[];
  organisation?: string;
}

async function read(
  answer: (url: URL, headers: Record<string, string>) => ScriptedAnswer,
  { from, atMs = NOW, match, organisation }: Read = {},
) {
  const http = createScriptedHttp((url, request) => answer(url, request.headers ?? {}));
  const said: string[] = [];
  const { connector, config } = configureSource('rss', {
    feeds: [{ url: FEED, ...(organisation ? { organisation } : {}) }],
    ...(match ? { match } : {}),
  });
  const context = {
    partition: [...connector.partitions(config).values()][0],
    clock: createVirtualClock(atMs),
    http,
    openSocket: () => Promise.reject(new Error('not used')),
    signal: new AbortController().signal,
    attempt: 0,
    malformed: ({ field }: { field: string }) => void said.push(`malformed ${field}`),
    dropped: ({ reason }: { reason: string }) => void said.push(`dropped ${reason}`),
    warn: (message: string) => void said.push(`warn ${message}`),
  };
  const pages: Page<Cursor>[] = [];
  let error: unknown;
  try {
    for await (const page of connector.read(context, from)) pages.push(page as Page<Cursor>);
  } catch (fault) {
    error = fault;
  }
  const items = pages.flatMap((page) => page.ops).flatMap((op) => (op.op === 'upsert' ? [op.item] : []));
  return {
    items,
    pages,
    cursor: pages.at(-1)?.cursor,
    said,
    error,
    urls: http.requests.map(({ url }) => url),
    headers: http.requests[0]?.headers,
    requests: http.requests,
  };
}

const item = (guid: string, text: string, more = '') =>
  `<item><guid isPermaLink="false">${guid}</guid><description>${text}</description>${more}</item>`;
const rss = (...items: string[]) => `<rss version="2.0"><channel>${items.join('')}</channel></rss>`;

test('a feed that is about one organisation says so of each entry', async () => {
  const answer = () => ({ body: rss(item('1', 'One')) });
  expect((await read(answer, { organisation: 'RR8' })).items).toMatchObject([{ organisation: 'RR8' }]);
  expect((await read(answer)).items[0]).not.toHaveProperty('organisation');
  await expect(read(answer, { organisation: 'Leeds' })).rejects.toThrow(
    'sources.rss.feeds.0.organisation: must be an ODS code in capitals',
  );
});

test('only what wasn’t in the feed before comes again, edits included, dated or not', async () => {
  const first = await read(() => ({ body: rss(item('1', 'One'), item('2', 'Two')) }));
  const second = await read(() => ({ body: rss(item('3', 'Three'), item('1', 'One'), item('2', 'Two, edited')) }), { from: first.cursor });
  expect([first.items.map(({ text }) => text), second.items.map(({ text }) => text)]).toEqual([
    ['One', 'Two'],
    ['Three', 'Two, edited'],
  ]);
  expect(second.items[1]?.canonicalId).toBe(first.items[1]?.canonicalId);
});

test('a request is conditional, and an unchanged feed moves only the time of the next', async () => {
  const headers = { etag: '"abc"', 'last-modified': 'Mon, 16 Nov 2026 08:00:00 GMT' };
  const first = await read(() => ({ headers, body: rss(item('1', 'One')) }));
  const second = await read(() => ({ status: 304 }), { from: first.cursor, atMs: NOW + 20 * MINUTE });
  expect(second.headers).toMatchObject({ 'if-none-match': '"abc"', 'if-modified-since': headers['last-modified'] });
  expect(second.cursor).toMatchObject({ etag: '"abc"', seen: first.cursor?.seen, dueMs: NOW + 35 * MINUTE });
});

test('conditions go to where they came from, and to no other origin on the way', async () => {
  const elsewhere = 'https://cdn.example/feed';
  const answer = (url: URL) =>
    url.href === FEED ? { status: 302, headers: { location: elsewhere } } : { headers: { etag: '"abc"' }, body: rss(item('1', 'One')) };
  const first = await read(answer);
  const second = await read(answer, { from: first.cursor });
  const moved = await read(
    (url) => (url.href === FEED ? { status: 302, headers: { location: 'https://other.example/' } } : { status: 404 }),
    {
      from: first.cursor,
    },
  );
  const conditions = (reading: typeof first) => reading.requests.map(({ url, headers }) => [url, headers?.['if-none-match']]);
  expect([conditions(second), conditions(moved)]).toEqual([
    [
      [FEED, undefined],
      [elsewhere, '"abc"'],
    ],
    [
      [FEED, undefined],
      ['https://other.example/', undefined],
    ],
  ]);
});

test('that nothing has changed, said without being asked, is no answer', async () => {
  expect((await read(() => ({ status: 304 }))).error).toMatchObject({ outcome: { type: 'fatal' }, status: 304 });
});

test('a feed’s own pause holds when nothing has changed', async () => {
  const first = await read(() => ({ headers: { etag: '"1"' }, body: rss('<ttl>120</ttl>', item('1', 'One')) }));
  const second = await read(() => ({ status: 304 }), { from: first.cursor });
  expect(second.cursor?.dueMs).toBe(NOW + 120 * MINUTE);
});

test.each([
  [429, { 'retry-after': '120' }, { type: 'rate-limited', untilMs: NOW + 2 * MINUTE }],
  [503, { 'retry-after': 'Mon, 16 Nov 2026 09:10:00 GMT' }, { type: 'rate-limited', untilMs: NOW + 10 * MINUTE }],
  [503, {}, { type: 'retry' }],
  [404, {}, { type: 'config', setting: 'sources.rss.feeds' }],
  [204, {}, { type: 'fatal' }],
])('answered %d, it does as the server says', async (status, headers, outcome) => {
  expect((await read(() => ({ status, headers }))).error).toMatchObject({ outcome });
});

test.each([
  ['nothing', {}, '', 15],
  ['less than a quarter', { 'cache-control': 'max-age=60' }, '', 15],
  ['an hour', { 'cache-control': 'public, max-age=3600' }, '', 60],
  ['two hours', {}, '<ttl>120</ttl>', 120],
  ['a year', {}, '<ttl>525600</ttl>', 24 * 60],
])('asked for %s, it waits', async (_, headers, ttl, minutes) => {
  const { cursor } = await read(() => ({ headers, body: rss(ttl, item('1', 'One')) }));
  expect(cursor?.dueMs).toBe(NOW + minutes * MINUTE);
});

test('a move for good is remembered, one for now is not, and entries keep their ids', async () => {
  const answer = (status: number) => (url: URL) =>
    url.href === FEED ? { status, headers: { location: '/new' } } : { body: rss(item('1', 'One')) };
  const forGood = await read(answer(301));
  expect([forGood.cursor?.url, (await read(answer(302))).cursor?.url]).toEqual(['https://feeds.example/new', undefined]);
  const after = await read(answer(301), { from: { ...forGood.cursor!, seen: '' } });
  expect([after.urls, after.items[0]?.canonicalId]).toEqual([['https://feeds.example/new'], forGood.items[0]?.canonicalId]);
  const loop = await read(() => ({ status: 302, headers: { location: FEED } }));
  expect([loop.urls.length, loop.error]).toEqual([
    6,
    expect.objectContaining({ outcome: { type: 'config', setting: 'sources.rss.feeds' } }),
  ]);
});

test('a move is forgotten once nothing is there any more', async () => {
  const moved = await read((url) => (url.href === FEED ? { status: 308, headers: { location: '/new' } } : { body: rss(item('1', 'One')) }));
  const back = await read((url) => (url.href === FEED ? { body: rss(item('2', 'Two')) } : { status: 410 }), { from: moved.cursor });
  expect([back.urls, back.cursor?.url, back.items.length]).toEqual([['https://feeds.example/new', FEED], undefined, 1]);
});

test('links are relative to where the feed was found', async () => {
  const body = rss('<item><title>A</title><link>a/1</link></item>');
  const { items } = await read((url) =>
    url.href === FEED ? { status: 302, headers: { location: 'https://b.example/x/feed' } } : { body },
  );
  expect(items[0]?.url).toBe('https://b.example/x/a/1');
});

test('a feed that is gone isn’t asked again', async () => {
  const { cursor, error } = await read(() => ({ status: 410 }));
  expect(error).toMatchObject({ outcome: { type: 'config' }, status: 410 });
  expect((await read(() => ({ body: rss() }), { from: cursor })).urls).toEqual([]);
});

test('if nothing seen before is left, some may have come and gone', async () => {
  const first = await read(() => ({ body: rss(item('1', 'One')) }));
  const { pages } = await read(() => ({ body: rss(item('8', 'Eight'), item('9', 'Nine')) }), {
    from: first.cursor,
    atMs: NOW + 60 * MINUTE,
  });
  expect(pages.at(-1)?.gap).toMatchObject({ fromMs: NOW, toMs: NOW + 60 * MINUTE });
});

test('a feed that was cut gives its whole items, says so, and is read in full next time', async () => {
  const { items, said, cursor } = await read(() => ({
    headers: { etag: '"1"' },
    body: rss(item('1', 'One')).replace('</channel></rss>', '<item><guid>'),
  }));
  expect([items.length, said, cursor?.etag]).toEqual([1, [expect.stringContaining('warn feeds.example')], undefined]);
});

test('a feed that is empty for once forgets nothing', async () => {
  const first = await read(() => ({ body: rss(item('1', 'One')) }));
  const empty = await read(() => ({ body: rss() }), { from: first.cursor });
  expect((await read(() => ({ body: rss(item('1', 'One')) }), { from: empty.cursor })).items).toEqual([]);
});

test('identity: an address is the entry’s everywhere, any other guid is the feed’s, and without one the content counts', async () => {
  const body = rss(
    item('https://news.example/a', 'A'),
    item('7', 'B'),
    '<item><title>C</title></item>',
    item('at://did:plc:x/app.bsky.feed.post/1', 'D'),
  );
  const { items } = await read(() => ({ body }));
  expect(items.map(({ canonicalId }) => canonicalId)).toEqual([
    'https://news.example/a',
    `${FEED}#7`,
    expect.stringMatching(/^https:\/\/feeds\.example\/comments#[\w-]{43}$/),
    'at://did:plc:x/app.bsky.feed.post/1',
  ]);
});

test('dates far ahead count for nothing, entries without text are counted, and words decide', async () => {
  const body = rss(item('1', 'NHS parking', '<pubDate>Mon, 16 Nov 2099 09:00:00 GMT</pubDate>'), item('2', ''), item('3', 'Cats'));
  const { items, said } = await read(() => ({ body }), { match: ['nhs'] });
  expect(items.map(({ text, createdAt }) => [text, createdAt])).toEqual([['NHS parking', '2026-11-16T09:00:00.000Z']]);
  expect(said).toEqual(['dropped empty']);
});

test('older pages of a JSON Feed are read while they hold what is new', async () => {
  const page = (ids: number[], next?: string) => ({
    json: {
      version: 'https://jsonfeed.org/version/1.1',
      next_url: next,
      items: ids.map((id) => ({ id: String(id), content_text: `Entry ${id}` })),
    },
  });
  const first = await read(() => page([1, 2], `${FEED}?page=2`));
  expect(first.urls).toHaveLength(1);
  const second = await read((url) => (url.search ? page([3, 2, 1]) : page([5, 4], `${FEED}?page=2`)), { from: first.cursor });
  expect(second.items.map(({ text }) => text)).toEqual(['Entry 5', 'Entry 4', 'Entry 3']);
  expect(second.pages.at(-1)?.gap).toBeUndefined();
});

test('an older page that is broken is left out; one that isn’t there for now is waited for', async () => {
  const page = { json: { version: 'https://jsonfeed.org/version/1.1', next_url: '?page=2', items: [{ id: '2', content_text: 'Two' }] } };
  const from = { seen: 'abcdef', readAtMs: NOW, dueMs: 0 };
  const broken = await read((url) => (url.search ? { body: '<html>' } : page), { from });
  expect([broken.items.length, broken.said]).toEqual([1, [expect.stringContaining('warn feeds.example: an older page')]]);
  const busy = await read((url) => (url.search ? { status: 502 } : page), { from });
  expect(busy.error).toMatchObject({ outcome: { type: 'retry' } });
});

test('a cursor stays small however large the feed is', async () => {
  const items = Array.from({ length: 3_000 }, (_, n) => item(String(n), `Comment ${n}`));
  const { pages, cursor } = await read(() => ({ headers: { etag: `"${'x'.repeat(5_000)}"` }, body: rss(...items) }));
  expect(pages.flatMap((page) => page.ops)).toHaveLength(3_000);
  expect(JSON.stringify(cursor).length).toBeLessThan(4_000);
});
