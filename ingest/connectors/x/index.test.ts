import { describe, expect, test } from 'vitest';
import { createInventedX, idAt, inventedProblem } from '../../test-support/invented-x.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';
import type { Cursor } from './schema.ts';
import { toItem } from './to-item.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const raw = { enabled: true, acceptTerms: true, bearerToken: 'token', baseUrl: 'https://x.example' };

function openPlace() {
  const place = createInventedX(() => NOW);
  const http = place.serve();
  return { place, http, source: openConnector('x', raw, http) };
}
const urls = ({ requests }: { requests: readonly { url: string }[] }) => requests.map(({ url }) => new URL(url));

test('the id moves up after the last page only, and a walk goes on by its token', async () => {
  const { place, http, source } = openPlace();
  for (let n = 0; n < 250; n++) place.publish(`Post ${n}`, NOW - (300 - n) * 1_000);
  const pages = await source.read({ sinceId: idAt(NOW - 400_000) });
  expect(pages.map(({ cursor }) => cursor as Cursor)).toMatchObject([
    { sinceId: idAt(NOW - 400_000), walk: { nextToken: '100' } },
    { sinceId: idAt(NOW - 400_000), walk: { nextToken: '200' } },
    { sinceId: expect.stringMatching(/^\d+$/), atMs: NOW },
  ]);
  expect(pages[2]!.cursor).not.toHaveProperty('walk');
  expect(textsOfPages(await source.read(pages[1]!.cursor))).toEqual(textsOfPages([pages[2]!]));
  expect(urls(http).every((url) => url.searchParams.has('since_id'))).toBe(true);
});

test('a page’s token that is refused begins the walk anew from the id', async () => {
  const { place } = openPlace();
  place.publish('Waited nine hours', NOW);
  const inner = place.serve();
  const http = createScriptedHttp(() => ({ status: 500 }));
  const refusing = {
    ...http,
    send: (request: Parameters<typeof http.send>[0]) =>
      request.url.includes('next_token')
        ? createScriptedHttp(() => ({ status: 400, json: { errors: [{ parameters: { next_token: ['x'] }, message: 'Invalid' }] } })).send(
            request,
          )
        : inner.send(request),
  };
  const cursor: Cursor = { sinceId: idAt(NOW - 60_000), walk: { nextToken: 'old', newestId: idAt(NOW - 30_000), startedMs: NOW - 30_000 } };
  const pages = await openConnector('x', raw, refusing).read(cursor);
  expect(textsOfPages(pages)).toEqual(['Waited nine hours']);
});

test('a page’s token that X gave just now and refuses is no reason to begin anew again and again', async () => {
  const { place } = openPlace();
  for (let n = 0; n < 250; n++) place.publish(`Post ${n}`, NOW - (300 - n) * 1_000);
  let asked = 0;
  const http = place.serve(() =>
    asked++ === 0 ? undefined : { status: 400, json: { errors: [{ parameters: { next_token: ['100'] } }] } },
  );
  await expect(openConnector('x', raw, http).read({ sinceId: idAt(NOW - 400_000) })).rejects.toMatchObject({ outcome: { type: 'fatal' } });
  expect(http.requests).toHaveLength(2);
});

test('a token that is given again ends the walk, and what was not reached is a gap', async () => {
  const { place, http } = openPlace();
  for (let n = 0; n < 250; n++) place.publish(`Post ${n}`, NOW - (300 - n) * 1_000);
  const stuck = {
    async send(request: Parameters<typeof http.send>[0]) {
      const answer = await http.send(request);
      const body = new TextDecoder().decode(answer.body).replace('"next_token":"200"', '"next_token":"100"');
      return { ...answer, body: new TextEncoder().encode(body) };
    },
  };
  const pages = await openConnector('x', raw, stuck).read({ sinceId: idAt(NOW - 400_000), atMs: NOW - 400_000 });
  expect(pages).toHaveLength(2);
  expect(pages[1]).toMatchObject({ hasMore: false, gap: { fromMs: NOW - 400_000, toMs: NOW - 250_000 } });
});

describe('where the last id lies further back than X searches', () => {
  const DAY = 86_400_000;

  test('nothing is missing if the search was asked until now: it goes on by time', async () => {
    const { place, http, source } = openPlace();
    place.publish('Waited nine hours', NOW - 60_000);
    const pages = await source.read({ sinceId: idAt(NOW - 8 * DAY), atMs: NOW - 300_000 });
    expect(textsOfPages(pages)).toEqual(['Waited nine hours']);
    expect(pages[0]!.gap).toBeUndefined();
    expect(Object.fromEntries(urls(http)[0]!.searchParams)).toMatchObject({ start_time: '2026-11-16T07:55:00.000Z' });
    expect(urls(http)[0]!.searchParams.has('since_id')).toBe(false);
  });

  test('after a longer stop the stretch that X no longer searches is a gap, and the rest is read', async () => {
    const { place, source } = openPlace();
    for (let n = 0; n < 150; n++) place.publish(`Post ${n}`, NOW - 6 * DAY + n * 60_000);
    const pages = await source.read({ sinceId: idAt(NOW - 10 * DAY), atMs: NOW - 10 * DAY });
    expect(textsOfPages(pages)).toHaveLength(150);
    expect(pages.flatMap(({ gap }) => gap ?? [])).toMatchObject([{ fromMs: NOW - 10 * DAY, toMs: NOW - 7 * DAY + 3_600_000 }]);
  });
});

test('a search that found nothing at first misses none of many that come at once', async () => {
  const { place, source } = openPlace();
  const [empty] = await source.read();
  expect(empty!.cursor).toEqual({ sinceId: null, atMs: NOW });
  for (let n = 0; n < 150; n++) place.publish(`Post ${n}`, NOW - (150 - n) * 1_000);
  expect(textsOfPages(await source.read(empty!.cursor))).toHaveLength(150);
});

test.each([
  [
    'an id that is too old',
    { errors: [{ parameters: { since_id: ['1'] }, message: "'since_id' must be a tweet id created after …" }] },
    400,
    'cursor-invalid',
  ],
  ['a query that is wrong', { errors: [{ parameters: { query: ['('] } }] }, 400, 'config'],
  ['a time that is too far back', { errors: [{ parameters: { start_time: ['2026-11-01'] } }] }, 400, 'cursor-invalid'],
  ['credits that are used up', { title: 'CreditsDepleted', type: 'https://api.twitter.com/2/problems/credits' }, 402, 'config'],
  ['a cap that is reached', { title: 'Usage Capped', type: 'https://api.x.com/2/problems/usage-capped' }, 429, 'config'],
  ['problems in place of posts', { errors: [{ type: 'https://api.twitter.com/2/problems/resource-unavailable' }] }, 200, 'retry'],
  ['a client that is not enrolled', { reason: 'client-not-enrolled' }, 403, 'config'],
  ['too many requests', { title: 'Too Many Requests' }, 429, 'rate-limited'],
  ['overload', {}, 503, 'retry'],
])('%s', async (_name, json, status, type) => {
  await expect(
    openConnector(
      'x',
      raw,
      createScriptedHttp(() => ({ status, json })),
    ).read({ sinceId: '1' }),
  ).rejects.toMatchObject({ outcome: { type } });
});

test('a range is asked for by its instants, and what lies further back than seven days is said to be missing', async () => {
  const { http, source } = openPlace();
  const pages = await source.read(undefined, { sinceMs: NOW - 30 * 86_400_000, untilMs: NOW - 86_400_000 });
  expect(Object.fromEntries(urls(http)[0]!.searchParams)).toMatchObject({
    start_time: '2026-11-09T10:00:00.000Z',
    end_time: '2026-11-15T09:00:00.000Z',
  });
  expect(pages[0]!.gap).toMatchObject({ fromMs: NOW - 30 * 86_400_000, reason: expect.stringContaining('seven days') });
});

test('a range that lies wholly further back is not asked for', async () => {
  const { http, source } = openPlace();
  const [page] = await source.read(undefined, { sinceMs: NOW - 30 * 86_400_000, untilMs: NOW - 20 * 86_400_000 });
  expect(page).toMatchObject({ ops: [], gap: { fromMs: NOW - 30 * 86_400_000, toMs: NOW - 20 * 86_400_000 } });
  expect(http.requests).toEqual([]);
});

describe('a post', () => {
  const post = (more: object) =>
    ({ id: '1990000000000000123', text: 'short', created_at: '2026-11-16T08:00:00.000Z', ...more }) as Parameters<typeof toItem>[0];
  const item = (more: object) => toItem(post(more), new Date(NOW).toISOString());

  test('that was edited keeps the id and the date of its first wording', () => {
    const first = idAt(NOW - 3_600_000, 7);
    expect(item({ edit_history_tweet_ids: [first, '1990000000000000123'] })).toMatchObject({
      nativeId: '1990000000000000123',
      canonicalId: first,
      createdAt: '2026-11-16T08:00:00.000Z',
      editedAt: '2026-11-16T08:00:00.000Z',
    });
  });

  test('that is long is read whole, as plain text', () => {
    expect(item({ note_tweet: { text: 'Waited 9 hours &amp; more\n1 &lt; 2 <3' } })?.text).toBe('Waited 9 hours & more\n1 < 2 <3');
  });

  test.each([
    ['a reply', [{ type: 'replied_to', id: '5' }], { kind: 'reply', parentId: '5' }],
    ['a quote', [{ type: 'quoted', id: '5' }], { kind: 'post' }],
  ])('%s', (_name, referenced, expected) => {
    expect(item({ referenced_tweets: referenced })).toMatchObject(expected);
  });

  test('that repeats another, or is withheld, is none', () => {
    expect(item({ referenced_tweets: [{ type: 'retweeted', id: '5' }] })).toBeUndefined();
    expect(item({ withheld: { country_codes: ['GB'] } })).toBeUndefined();
    expect(item({ withheld: { copyright: true, country_codes: ['DE'] } })).toBeUndefined();
    expect(item({ withheld: { copyright: false, country_codes: ['DE'] } })).toBeDefined();
  });

  test.each(['und', 'zxx', 'qht', 'qme'])('in %s is in no language that is known', (lang) => {
    expect(item({ lang })).not.toHaveProperty('lang');
    expect(item({ lang: 'cy' })).toMatchObject({ lang: 'cy' });
  });

  test('names no author', () => {
    expect(item({ author_id: '99' })).not.toHaveProperty('author');
  });
});

describe('held posts that are asked for again, by the hundred', () => {
  const answering = (json: unknown) =>
    openConnector(
      'x',
      raw,
      createScriptedHttp(() => ({ json })),
    );
  const [one, other] = [idAt(NOW, 1), idAt(NOW, 2)];
  const problem = (type: string) => ({ ...inventedProblem(other), type: `https://api.twitter.com/2/problems/${type}` });

  test('stay, or are gone where X names them as not there', async () => {
    const { place, http, source } = openPlace();
    place.publish('stays', NOW);
    place.publish('goes', NOW);
    place.setGone('goes', true);
    expect((await source.recheck(one, other)).map(describeOp)).toEqual(['stays', `${other} is gone (user)`]);
    expect(http.requests).toHaveLength(1);
  });

  test.each([
    ['are protected or suspended', 'not-authorized-for-resource', 1],
    ['lack a field', 'not-authorized-for-field', 0],
    ['can’t be had right now', 'resource-unavailable', 0],
  ])('that %s', async (_name, type, count) => {
    expect(await answering({ errors: [problem(type)] }).recheck(other)).toHaveLength(count);
  });

  test('stay where the answer says nothing of them', async () => {
    expect(await answering({ data: [] }).recheck(one, other)).toEqual([]);
  });

  test('are gone where they are withheld in the United Kingdom', async () => {
    const data = [{ id: other, text: '', created_at: new Date(NOW).toISOString(), withheld: { country_codes: ['GB'] } }];
    expect((await answering({ data }).recheck(other)).map(describeOp)).toEqual([`${other} is gone (platform)`]);
  });

  test('have their newest wording, whose id X gives with an older one', async () => {
    const { place, http, source } = openPlace();
    place.publish('Waited nine hours', NOW - 60_000);
    const first = idAt(NOW - 60_000, 1);
    place.edit('Waited nine hours', 'Waited ten hours');
    const ops = await source.recheck(first);
    expect(ops).toMatchObject([{ op: 'upsert', item: { text: 'Waited ten hours', canonicalId: first, editedAt: expect.any(String) } }]);
    expect(http.requests).toHaveLength(2);
  });

  test('have their newest wording where X answers with it at once', async () => {
    const created_at = new Date(NOW).toISOString();
    const source = answering({ data: [{ id: other, text: 'Waited ten hours', created_at, edit_history_tweet_ids: [one, other] }] });
    expect((await source.recheck(one)).map(describeOp)).toEqual(['Waited ten hours']);
  });
});
