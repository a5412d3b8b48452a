import { describe, expect, test } from 'vitest';
import { createInventedX, idAt } from '../../test-support/invented-x.ts';
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
    { sinceId: expect.stringMatching(/^\d+$/) },
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
  const pages = await openConnector('x', raw, refusing).read({ sinceId: '1', walk: { nextToken: 'old', newestId: '2' } });
  expect(textsOfPages(pages)).toEqual(['Waited nine hours']);
});

test.each([
  [
    'an id that is too old',
    { errors: [{ parameters: { since_id: ['1'] }, message: "'since_id' must be a tweet id created after …" }] },
    400,
    'cursor-invalid',
  ],
  ['a query that is wrong', { errors: [{ parameters: { query: ['('] } }] }, 400, 'config'],
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
  await source.read(undefined, { sinceMs: NOW - 30 * 86_400_000, untilMs: NOW - 86_400_000 });
  expect(Object.fromEntries(urls(http)[0]!.searchParams)).toMatchObject({
    start_time: '2026-11-09T09:01:00.000Z',
    end_time: '2026-11-15T09:00:00.000Z',
  });
  expect(source.warnings).toEqual([expect.stringContaining('seven days')]);
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
  });

  test('names no author', () => {
    expect(item({ author_id: '99' })).not.toHaveProperty('author');
  });
});

test('held posts are asked for by the hundred: named as not there they are gone, not named they stay', async () => {
  const { place, http, source } = openPlace();
  place.publish('stays', NOW);
  place.publish('goes', NOW);
  place.setGone('goes', true);
  const ids = [idAt(NOW, 1), idAt(NOW, 2)];
  expect((await source.recheck(...ids)).map(describeOp)).toEqual(['stays', `${ids[1]} is gone (user)`]);
  expect(http.requests).toHaveLength(1);
  const silent = openConnector(
    'x',
    raw,
    createScriptedHttp(() => ({ json: { data: [] } })),
  );
  expect(await silent.recheck(...ids)).toEqual([]);
});
