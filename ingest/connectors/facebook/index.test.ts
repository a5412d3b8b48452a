import { describe, expect, test } from 'vitest';
import { createVirtualClock, type VirtualClock } from '#core/virtual-clock.ts';
import type { HttpRequest } from '#core/ports/http.ts';
import { configureSource } from '../../configure-sources.ts';
import type { HeldPost, MalformedItem, Op, Page, ReadRange } from '../../connector.ts';
import {
  answerFacebook,
  GONE,
  inventedError,
  type InventedComment,
  type InventedPage,
  type InventedPost,
} from '../../test-support/invented-facebook.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';
import { cursorSchema, MAX_AFTER_LENGTH, type Cursor } from './schema.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 16, 9);
const PAGE = '100064000000000';

interface Place {
  clock: VirtualClock;
  page: InventedPage;
  /** What stands in for the service's own answer. */
  instead: (url: URL, request: HttpRequest) => ScriptedAnswer | undefined;
  /** What comes with the service's own answers. */
  headers: Record<string, string>;
  asked: string[];
  attempt: number;
  config: Record<string, unknown>;
}

function place(...posts: InventedPost[]): Place {
  const page: InventedPage = { id: PAGE, posts };
  return { clock: createVirtualClock(START), page, instead: () => undefined, headers: {}, asked: [], attempt: 0, config: {} };
}

function setUp({ clock, page, instead, headers, asked, attempt, config }: Place) {
  const http = createScriptedHttp((url, request) => {
    asked.push(`${url.pathname.replace('/v25.0/', '')}${url.searchParams.has('after') ? ' after' : ''}`);
    return { headers, ...(instead(url, request) ?? answerFacebook(url, request, page)) };
  });
  const malformed: MalformedItem[] = [];
  const told: string[] = [];
  const context = {
    clock,
    http,
    openSocket: () => Promise.reject(new Error('not used')),
    signal: new AbortController().signal,
    attempt,
    malformed: (item: MalformedItem) => void malformed.push(item),
    dropped: ({ key, reason }: { key: string; reason: string }) => void told.push(`${key} ${reason}`),
    warn: (message: string) => void told.push(message),
  };
  const given = { enabled: true, acceptTerms: true, pageId: PAGE, accessToken: 'token-one', ...config };
  return { ...configureSource('facebook', given), context, malformed, told, http };
}

async function read(at: Place, from?: Cursor, range?: ReadRange) {
  const { connector, config, context, malformed, told, http } = setUp(at);
  at.asked.length = 0;
  const partition = [...connector.partitions(config).values()][0];
  const pages: Page<Cursor>[] = [];
  let fault: unknown;
  try {
    for await (const page of connector.read({ ...context, partition }, from, range)) pages.push(page as Page<Cursor>);
  } catch (error) {
    fault = error;
  }
  const items = pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'upsert' ? [op.item] : [])));
  return { pages, items, texts: items.map(({ text }) => text), cursor: pages.at(-1)?.cursor as Cursor, fault, malformed, told, http };
}

async function recheck(at: Place, posts: Partial<HeldPost>[]): Promise<Op[]> {
  const { connector, config, context } = setUp(at);
  const held = posts.map((post): HeldPost => ({
    source: 'facebook',
    nativeId: post.nativeId!,
    canonicalId: post.nativeId!,
    createdAtMs: START,
    url: `https://www.facebook.com/${PAGE}/posts/1?comment_id=${post.nativeId!}`,
    ...post,
  }));
  const found: Op[] = [];
  for await (const ops of connector.recheck!({ ...context, config }, held)) found.push(...ops);
  return found;
}

/** A second apart, the newest last. */
const comments = (count: number, lastMs: number, from = 1): InventedComment[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `1_${from + n}`,
    message: `Comment ${from + n}`,
    atMs: lastMs - (count - 1 - n) * SECOND,
    from: '777',
  }));
const post = (n: number, more: Partial<InventedPost> = {}): InventedPost => ({
  id: `${PAGE}_${n}`,
  message: `Notice ${n}`,
  atMs: START - 5 * DAY,
  from: PAGE,
  comments: [],
  ...more,
});

test('comments and what visitors post come with an id of the author and nothing else of them; the page’s own posts do not', async () => {
  const thread = [
    { id: '1_10', message: 'Thank you all', atMs: START - HOUR, from: '777' },
    { id: '1_11', message: 'You are welcome', atMs: START - HOUR / 2, from: PAGE, parent: '1_10' },
  ];
  const visitors = post(2, { from: '888', message: 'Where can I park?', atMs: START - 2 * HOUR });
  const { items, http } = await read(place(post(1, { comments: thread }), visitors));
  expect(items).toEqual([
    expect.objectContaining({
      nativeId: `${PAGE}_2`,
      kind: 'post',
      author: { id: '888' },
      url: `https://www.facebook.com/${PAGE}/posts/2`,
    }),
    expect.objectContaining({ nativeId: '1_11', kind: 'response', parentId: '1_10', rootId: '1_10' }),
    {
      source: 'facebook',
      nativeId: '1_10',
      canonicalId: '1_10',
      feed: `https://www.facebook.com/${PAGE}`,
      kind: 'post',
      text: 'Thank you all',
      createdAt: '2026-11-16T08:00:00.000Z',
      observedAt: '2026-11-16T09:00:00.000Z',
      author: { id: '777' },
      url: `https://www.facebook.com/${PAGE}/posts/1?comment_id=1_10`,
    },
  ]);
  const url = new URL(http.requests[0]!.url);
  expect([url.origin + url.pathname, url.searchParams.get('access_token')]).toEqual([
    `https://graph.facebook.com/v25.0/${PAGE}/feed`,
    'token-one',
  ]);
  expect(url.searchParams.get('fields')).not.toMatch(/name|picture|email/);
});

test('what is hidden, or has no text, or tells not who wrote a post, is left out', async () => {
  const [hidden, silent] = [
    { id: '1_1', message: 'x', atMs: START, isHidden: true },
    { id: '1_2', atMs: START },
  ];
  const { texts, told } = await read(
    place(post(1, { comments: [hidden, silent, { id: '1_3', message: 'Anyone', atMs: START }] }), post(2, { from: '' })),
  );
  expect([texts, told]).toEqual([['Anyone'], ['1_2 empty']]);
});

describe('rounds', () => {
  test('the first time the newest comments of each post, then what is new, replies to old ones too', async () => {
    const at = place(post(1, { comments: comments(60, START - HOUR) }), post(2, { comments: comments(3, START - HOUR, 900) }));
    const first = await read(at);
    expect([first.texts.length, at.asked]).toEqual([28, [`${PAGE}/feed`]]);
    await at.clock.advance(2 * HOUR);
    at.page.posts[0]!.comments.push(...comments(420, at.clock.now() - HOUR, 100), {
      id: '1_999',
      message: 'Late',
      atMs: at.clock.now() - HOUR,
      parent: '1_2',
    });
    const second = await read(at, first.cursor);
    expect(new Set(second.texts)).toEqual(new Set(['Late', ...comments(420, 0, 100).map(({ message }) => message)]));
    expect(second.pages.every(({ ops }) => ops.length <= 200)).toBe(true);
    await at.clock.advance(HOUR);
    expect((await read(at, second.cursor)).texts).toEqual([]);
    expect(at.asked).toEqual([`${PAGE}/feed`]);
  });

  test('a server that keeps to the oldest first is read to its end', async () => {
    const at = place(post(1, { comments: comments(300, START - HOUR) }));
    at.page.isChronological = true;
    const { cursor } = await read(at);
    await at.clock.advance(HOUR);
    at.page.posts[0]!.comments.push(...comments(5, at.clock.now(), 900));
    expect((await read(at, cursor)).texts).toHaveLength(5);
  });

  test('interrupted at any request and gone on with, nothing is lost', async () => {
    const posts = Array.from({ length: 30 }, (_, n) =>
      post(n, { atMs: START - (n + 1) * HOUR, comments: comments(n % 3 === 0 ? 260 : 2, START, n * 1_000) }),
    );
    const range = { sinceMs: START - DAY };
    const all = new Set((await read(place(...posts), undefined, range)).texts);
    let broken = 1;
    for (let isOver = false; !isOver; broken++) {
      const at = place(...posts);
      let requests = 0;
      at.instead = () => (++requests === broken ? { status: 503 } : undefined);
      const first = await read(at, undefined, range);
      isOver = first.fault === undefined;
      at.instead = () => undefined;
      const rest = isOver ? first : await read(at, first.cursor, range);
      expect(new Set([...first.texts, ...rest.texts])).toEqual(all);
    }
    expect(broken).toBeGreaterThan(30);
  });

  test('posts beyond the age are left alone, but for the ten newest', async () => {
    const posts = Array.from({ length: 80 }, (_, n) => post(n, { atMs: START - (80 - n) * DAY, comments: comments(1, START, n) }));
    const at = place(...posts);
    expect((await read(at)).texts).toHaveLength(30);
    at.config = { maxPostAgeDays: 3 };
    expect((await read(at)).texts).toHaveLength(10);
  });

  test('a range of time holds what is in it', async () => {
    const at = place(post(1, { atMs: START - 40 * DAY, comments: comments(500, START - 10 * DAY) }));
    const range = { sinceMs: START - 10 * DAY - 300 * SECOND, untilMs: START - 10 * DAY - 100 * SECOND };
    const { texts, cursor } = await read(at, undefined, range);
    expect(texts).toHaveLength(200);
    at.page.posts[0]!.comments.push(...comments(1, START + HOUR, 900));
    await at.clock.advance(HOUR);
    expect((await read(at, cursor)).texts).toEqual(['Comment 900']);
  });

  test('a place in a post that the service no longer knows is begun anew', async () => {
    const at = place(post(1, { comments: comments(300, START) }));
    const range = { sinceMs: START - DAY };
    const [first] = (await read(at, undefined, range)).pages;
    const broken = structuredClone(first!.cursor);
    broken.round!.walk!.after = 'ended';
    expect(new Set((await read(at, broken, range)).texts).size).toBe(300);
  });

  test('the largest position is under 4 kB', () => {
    const id = 'p'.repeat(100);
    const marks = { startMs: START, sinceMs: START, isFirst: true, isPart: true, isRange: true };
    const cursor = {
      sinceMs: START,
      round: { ...marks, done: { createdMs: START, id }, walk: { id, after: 'a'.repeat(MAX_AFTER_LENGTH) } },
    };
    expect(cursorSchema.parse(cursor)).toEqual(cursor);
    expect(Buffer.byteLength(JSON.stringify(cursor))).toBeLessThan(4_096);
  });
});

describe('refusals, by their code', () => {
  const token = { type: 'config', setting: 'sources.facebook.accessToken' };
  const usage = (minutes: number) =>
    JSON.stringify({ [PAGE]: [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: minutes }] });
  const cases: [string, ScriptedAnswer, object][] = [
    ['a token that has ended', inventedError(190, { error_subcode: 463 }), token],
    [
      'a permission that is missing',
      inventedError(10, { message: '(#10) This endpoint requires the pages_read_user_content permission' }),
      token,
    ],
    ['another permission', inventedError(200, {}, 403), token],
    ['a page that is not there', GONE, { type: 'config', setting: 'sources.facebook.pageId' }],
    ['a version that is not there', inventedError(2_500), { type: 'config', setting: 'sources.facebook.version' }],
    ['a fault of theirs', inventedError(2, {}, 500), { type: 'retry' }],
    ['a fault that they call passing', inventedError(99, { is_transient: true }, 500), { type: 'retry' }],
    ['a parameter', inventedError(100), { type: 'fatal' }],
    ['something unheard of', inventedError(4_711), { type: 'fatal' }],
    ...[4, 17, 32, 613, 80_001].map((code): [string, ScriptedAnswer, object] => [
      `too many requests (${code})`,
      inventedError(code, {}, 403),
      { type: 'rate-limited', untilMs: undefined },
    ]),
    [
      'too many requests, with a time that can’t be',
      { ...inventedError(32), headers: { 'x-business-use-case-usage': usage(100_000) } },
      { type: 'rate-limited', untilMs: undefined },
    ],
    [
      'too many requests, with a time',
      { ...inventedError(32), headers: { 'x-business-use-case-usage': usage(25) } },
      { type: 'rate-limited', untilMs: START + 25 * 60 * SECOND },
    ],
  ];
  test.each(cases)('%s', async (_name, answer, outcome) => {
    const at = place(post(1));
    at.instead = () => answer;
    expect((await read(at)).fault).toMatchObject({ outcome });
  });

  test.each([
    ['business', { 'x-business-use-case-usage': usage(5) }, START + 300 * SECOND],
    ['app', { 'x-app-usage': '{"call_count":100,"total_time":3,"total_cputime":3}' }, undefined],
  ])('no request is made that the last answer forbade: %s', async (_name, headers, untilMs) => {
    const at = place(post(1, { comments: comments(100, START) }));
    at.headers = headers;
    const { fault, texts } = await read(at, undefined, { sinceMs: START - DAY });
    expect([texts.length, at.asked.length, fault]).toEqual([
      25,
      1,
      expect.objectContaining({ outcome: { type: 'rate-limited', untilMs } }),
    ]);
  });

  test('less is asked for where it was too much', async () => {
    const at = place(...Array.from({ length: 30 }, (_, n) => post(n, { comments: comments(1, START, n) })));
    at.instead = (url) =>
      Number(url.searchParams.get('limit')) > 10
        ? inventedError(1, { message: 'Please reduce the amount of data you’re asking for, then retry your request' }, 500)
        : undefined;
    expect(await read(at)).toMatchObject({ fault: undefined, texts: { length: 30 } });
  });

  test('a post that is gone by now, or refuses, is passed by', async () => {
    const at = place(post(1, { comments: comments(60, START) }), post(2, { comments: comments(60, START, 100) }), post(3));
    at.instead = (url) =>
      url.pathname.endsWith('_1/comments') ? GONE : url.pathname.endsWith('_2/comments') ? inventedError(12) : undefined;
    const { texts, fault, told } = await read(at, undefined, { sinceMs: START - DAY });
    expect([texts.length, fault, told]).toEqual([50, undefined, ['Facebook refuses to list the comments of a post.']]);
  });

  test('a post that fails is tried again, then owed, and a gap after a week', async () => {
    const at = place(post(1, { comments: comments(60, START) }));
    let { cursor } = await read(at);
    at.page.posts[0]!.comments.push(...comments(60, START + HOUR, 100));
    at.instead = (url) => (url.pathname.endsWith('/comments') ? inventedError(1, {}, 500) : undefined);
    await at.clock.advance(2 * HOUR);
    expect((await read(at, cursor)).fault).toMatchObject({ outcome: { type: 'retry' } });
    at.attempt = 3;
    const passed = await read(at, cursor);
    expect(passed.fault).toBeUndefined();
    ({ cursor } = passed);
    expect(cursor).toEqual({ sinceMs: START });
    await at.clock.advance(8 * DAY);
    expect((await read(at, cursor)).pages.flatMap(({ gap }) => gap ?? [])).toMatchObject([
      { fromMs: START, toMs: START + 2 * HOUR + 8 * DAY },
    ]);
  });

  test('the address of the next page is never followed', async () => {
    const { http } = await read(place(post(1, { comments: comments(300, START) })), undefined, { sinceMs: START - DAY });
    expect(http.requests).toHaveLength(4);
    expect(JSON.stringify(http.requests)).not.toContain('never-to-be-followed');
    const at = place(post(1));
    at.config = { baseUrl: 'https://graph.example' };
    at.instead = (url) => {
      const after = `${url.searchParams.get('after') ?? ''}1`;
      return { json: { data: [], ...(after.length < 3 ? { paging: { next: `https://elsewhere.example/steal?after=${after}` } } : {}) } };
    };
    const hosts = (await read(at)).http.requests.map(({ url }) => new URL(url).host);
    expect(hosts).toEqual(['graph.example', 'graph.example', 'graph.example']);
  });
});

describe('what is held', () => {
  const held = () => place(post(1, { comments: comments(3, START) }), post(2, { from: '888', message: 'Parking?' }));

  test('in one request: what is gone is deleted, what is hidden too, what is there comes as it is now', async () => {
    const at = held();
    at.page.posts[0]!.comments[0]!.message = 'Edited';
    at.page.posts[0]!.comments[1]!.isHidden = true;
    const ops = await recheck(at, [
      { nativeId: '1_1' },
      { nativeId: '1_2' },
      { nativeId: '1_9' },
      { nativeId: `${PAGE}_2`, url: `https://www.facebook.com/${PAGE}/posts/2` },
    ]);
    const ref = (nativeId: string) => ({ source: 'facebook', nativeId, canonicalId: nativeId });
    expect(ops).toEqual([
      { op: 'upsert', item: expect.objectContaining({ text: 'Edited', editedAt: '2026-11-16T09:00:00.000Z', author: { id: '777' } }) },
      { op: 'delete', ref: ref('1_2'), reason: 'platform' },
      { op: 'delete', ref: ref('1_9'), reason: 'user' },
      { op: 'upsert', item: expect.objectContaining({ text: 'Parking?', url: `https://www.facebook.com/${PAGE}/posts/2` }) },
    ]);
    expect(at.asked).toHaveLength(1);
  });

  /** A batch in which the request for one object brings this. */
  const with1 = (answer: { status?: number; json?: unknown } | null, id: string) => (url: URL, request: HttpRequest) => {
    const { json } = answerFacebook(url, request, held().page) as { json: unknown[] };
    const parts = JSON.parse(new URLSearchParams(request.body).get('batch')!) as { relative_url: string }[];
    const nth = parts.findIndex(({ relative_url: relative }) => relative.startsWith(id));
    return { json: json.with(nth, answer && { code: answer.status ?? 200, body: JSON.stringify(answer.json) }) };
  };
  const gone10 = inventedError(10, {
    message: '(#10) Object does not exist, cannot be loaded due to missing permission or reviewable feature',
  });

  test('a deletion in the words of a missing permission is one too', async () => {
    const at = held();
    at.instead = with1(gone10, '1_1');
    expect(await recheck(at, [{ nativeId: '1_1' }])).toMatchObject([{ op: 'delete', reason: 'user' }]);
  });

  test.each([
    ['a permission', inventedError(200)],
    ['a fault', inventedError(2)],
    ['nothing, for want of time', null],
    ['another object', { json: { id: '1_2', message: 'x', created_time: '2026-11-16T09:00:00+0000' } }],
    ['something that can’t be read', { json: { id: '1_1' } }],
  ])('%s says nothing of it, and the others come', async (_name, answer) => {
    const at = held();
    at.instead = with1(answer, '1_1');
    expect(await recheck(at, [{ nativeId: '1_1' }, { nativeId: '1_3' }])).toMatchObject([{ op: 'upsert', item: { nativeId: '1_3' } }]);
  });

  test('nothing is deleted where the page itself can’t be read', async () => {
    const at = held();
    at.instead = with1(null, PAGE);
    expect(await recheck(at, [{ nativeId: '1_9' }])).toEqual([]);
    at.instead = with1(inventedError(10), PAGE);
    await expect(recheck(at, [{ nativeId: '1_9' }])).rejects.toMatchObject({ outcome: { type: 'config' } });
  });

  test.each([
    ['patience', inventedError(32), { type: 'rate-limited' }],
    ['a fault', inventedError(1), { type: 'retry' }],
    ['a token that has ended', inventedError(190), { type: 'config', setting: 'sources.facebook.accessToken' }],
    ['an answer to another question', { json: [] }, { type: 'fatal' }],
  ])('%s is no answer', async (_name, answer, outcome) => {
    const at = held();
    at.instead = () => answer;
    await expect(recheck(at, [{ nativeId: '1_1' }])).rejects.toMatchObject({ outcome });
  });

  test('the token is in no address', async () => {
    const at = held();
    let seen: HttpRequest | undefined;
    at.instead = (_url, request) => void (seen = request);
    await recheck(at, [{ nativeId: '1_1' }]);
    expect(seen!.url).toBe('https://graph.facebook.com/v25.0/');
    expect(new URLSearchParams(seen!.body).get('access_token')).toBe('token-one');
  });
});
