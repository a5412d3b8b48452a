import { describe, expect, test } from 'vitest';
import { createInventedReddit, inventedLink } from '../../test-support/invented-reddit.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { createScriptedHttp, type ScriptedHttp } from '../../test-support/scripted-http.ts';
import { goneReason, toItem } from './to-item.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const raw = {
  enabled: true,
  acceptTerms: true,
  clientId: 'a',
  clientSecret: 'b',
  match: 'all',
  comments: false,
  baseUrl: 'https://reddit.example',
};

const open = (http: Pick<ScriptedHttp, 'send'>, more: object = {}) => openConnector('reddit', { ...raw, ...more }, http, NOW);

test('asks for a token as the app, and for the subreddits together', async () => {
  const place = createInventedReddit();
  const http = place.serve();
  await open(http, { subreddits: ['nhs', 'r/AskUK'] }).read();
  const [token, listing] = http.requests;
  expect(token).toMatchObject({
    method: 'POST',
    body: 'grant_type=client_credentials',
    headers: { authorization: `Basic ${btoa('a:b')}` },
  });
  expect(listing!.url).toBe('https://reddit.example/r/nhs+AskUK/new?raw_json=1&limit=100');
  expect(listing!.headers).toMatchObject({ authorization: 'Bearer token-1' });
});

test('what was deleted where reading stopped shifts nothing, and what came since is read in order', async () => {
  const place = createInventedReddit();
  for (let n = 0; n < 250; n++) place.publish(`Post ${n}`, NOW - (600 - n) * 60_000);
  const [first] = await open(place.serve()).read();
  expect(first!.ops).toHaveLength(100);
  place.change('Post 249', { selftext: '[deleted]' });
  for (let n = 250; n < 500; n++) place.publish(`Post ${n}`, NOW - (600 - n) * 60_000);
  const pages = await open(place.serve()).read(first!.cursor);
  expect(textsOfPages(pages)).toEqual(Array.from({ length: 250 }, (_, n) => `Post ${n + 250}`));
  expect(pages.flatMap(({ gap }) => gap ?? [])).toEqual([]);
});

test('when more was posted than the listing goes back, the stretch between is a gap', async () => {
  const place = createInventedReddit();
  for (let n = 0; n < 1_300; n++) place.publish(`Post ${n}`, NOW - (1_300 - n) * 1_000);
  const pages = await open(place.serve()).read({ newestMs: NOW - 86_400_000, seen: '' });
  expect(pages[0]!.gap).toMatchObject({ fromMs: NOW - 86_400_000, toMs: NOW - 1_200_000 });
  expect(textsOfPages(pages)).toHaveLength(1_200);
});

test('a range that goes back further than the listing says what is missing', async () => {
  const place = createInventedReddit();
  for (let n = 0; n < 1_300; n++) place.publish(`Post ${n}`, NOW - (1_300 - n) * 1_000);
  const [page] = await open(place.serve()).read(undefined, { sinceMs: NOW - 86_400_000, untilMs: NOW });
  expect(page!.gap).toMatchObject({ fromMs: NOW - 86_400_000, toMs: NOW - 1_200_000 });
});

test('a post that moderators let through late is still met', async () => {
  const place = createInventedReddit();
  for (let n = 0; n < 20; n++) place.publish(`Post ${n}`, NOW - (20 - n) * 600_000, n === 5 ? { isHeldBack: true } : {});
  const [first] = await open(place.serve()).read();
  expect(textsOfPages([first!])).not.toContain('Post 5');
  place.change('Post 5', { isHeldBack: false });
  expect(textsOfPages(await open(place.serve()).read(first!.cursor))).toEqual(['Post 5']);
});

test('a post that is deleted while the listing is walked ends the walk of no others', async () => {
  const place = createInventedReddit();
  for (let n = 0; n < 250; n++) place.publish(`Post ${n}`, NOW - (600 - n) * 60_000);
  const inner = place.serve();
  const deleting = {
    ...inner,
    send(request: Parameters<typeof inner.send>[0]) {
      if (request.url.includes('after=')) place.change('Post 150', { selftext: '[deleted]' });
      return inner.send(request);
    },
  };
  const pages = await open(deleting).read({ newestMs: NOW - 86_400_000, seen: '' });
  expect(textsOfPages(pages)).toHaveLength(250);
});

test('a date or an address that is none holds up no other post', async () => {
  const place = createInventedReddit();
  for (const text of ['no date', 'no edit', 'no address', 'good']) place.publish(text, NOW);
  place.change('no date', { created_utc: 1e15 });
  place.change('no edit', { edited: 1e15 });
  place.change('no address', { permalink: '//[' });
  const source = open(place.serve());
  expect(new Set(textsOfPages(await source.read()))).toEqual(new Set(['no edit', 'no address', 'good']));
  expect(source.malformed).toMatchObject([{ field: 'data.created_utc' }]);
});

test('an empty subreddit is read from now on', async () => {
  const [page] = await open(createInventedReddit().serve()).read();
  expect(page).toMatchObject({ ops: [], hasMore: false, cursor: { newestMs: NOW } });
});

describe('what is gone', () => {
  const thing = (more: object) =>
    ({ kind: 't3' as const, data: { ...inventedLink(1, 'Waited nine hours', NOW), ...more } }) as unknown as Parameters<
      typeof goneReason
    >[0];
  test.each([
    ['stands', {}, undefined],
    ['was deleted, its text with it', { selftext: '[deleted]', author: '[deleted]' }, 'user'],
    ['was deleted, its text still there', { removed_by_category: 'author' }, 'user'],
    ['is a link, of which only the category tells', { selftext: '', url: 'https://example.org', removed_by_category: 'deleted' }, 'user'],
    ['was taken away by moderators', { selftext: '[removed]', removed_by_category: 'moderator' }, 'platform'],
    ['was filtered', { removed_by_category: 'automod_filtered' }, 'platform'],
    ['was taken away by Reddit', { title: '[ Removed by Reddit ]', selftext: '' }, 'platform'],
    ['broke rules', { selftext: '[ Removed by reddit on account of violating the [content policy](/help/contentpolicy). ]' }, 'platform'],
    ['was deleted with its title', { title: '[deleted by user]', selftext: '' }, 'user'],
    ['begins with a bracket', { selftext: '[shiny] Waited nine hours' }, undefined],
    ['belonged to an account that is gone', { author: '[deleted]', author_fullname: null }, 'user'],
  ])('a post that %s', (_name, more, reason) => {
    expect(goneReason(thing(more))).toBe(reason);
  });

  test('is told when held posts are asked for again, by one request for a hundred', async () => {
    const place = createInventedReddit();
    for (const text of ['stays', 'goes', 'is odd']) place.publish(text, NOW);
    const held = [0, 1, 2].map((n) => ({ nativeId: String(inventedLink(n, '', NOW)['name']), feed: 'https://www.reddit.com/r/nhs' }));
    place.change('goes', { selftext: '[deleted]' });
    place.change('is odd', { created_utc: 'soon' });
    const http = place.serve();
    const source = open(http);
    const ops = await source.recheck(...held, { nativeId: 't3_zzz', feed: 'https://www.reddit.com/r/nhs' });
    expect(ops.map(describeOp)).toEqual(['stays', `${held[1]!.nativeId} is gone (user)`, 't3_zzz is gone (platform)']);
    expect(source.warnings).toEqual([]);
    expect(source.malformed).toMatchObject([{ field: 'data.created_utc' }]);
    expect(http.requests).toHaveLength(2);
  });

  test('is not concluded of a subreddit that the answer tells nothing of: it may be private', async () => {
    const place = createInventedReddit();
    place.publish('stays', NOW);
    const name = String(inventedLink(0, '', NOW)['name']);
    const source = open(place.serve());
    const ops = await source.recheck(
      { nativeId: name, feed: 'https://www.reddit.com/r/nhs' },
      { nativeId: 't3_zzz', feed: 'https://www.reddit.com/r/AskUK' },
      't3_zzy',
    );
    expect(ops.map(describeOp)).toEqual(['stays']);
    expect(source.warnings).toEqual([expect.stringContaining('private')]);
  });
});

describe('refusals', () => {
  const answering = (status: number, body: object = {}, headers = {}) =>
    createScriptedHttp((url) =>
      url.pathname.endsWith('access_token') ? { json: { access_token: 't', expires_in: 3_600 } } : { status, json: body, headers },
    );
  test.each([
    [403, { reason: 'private' }, 'config'],
    [404, { reason: 'banned' }, 'config'],
    [451, {}, 'policy'],
    [503, {}, 'retry'],
    [522, {}, 'retry'],
    [429, {}, 'rate-limited'],
  ])('%i', async (status, body, type) => {
    await expect(open(answering(status, body)).read()).rejects.toMatchObject({ outcome: { type } });
  });

  test.each(['private', 'quarantined', 'banned'])('a subreddit that is %s is said to be', async (reason) => {
    await expect(open(answering(403, { message: 'Forbidden', error: 403, reason })).read()).rejects.toMatchObject({
      message: expect.stringContaining(`a subreddit is ${reason} (403): check sources.reddit.subreddits`),
      outcome: { type: 'config', setting: 'sources.reddit.subreddits' },
    });
  });

  test('a token that may not read is the app’s', async () => {
    const http = answering(403, {}, { 'www-authenticate': 'Bearer realm="reddit", error="insufficient_scope"' });
    await expect(open(http).read()).rejects.toMatchObject({ outcome: { type: 'config', setting: 'sources.reddit.clientSecret' } });
  });

  test.each([200, 400, 401])('credentials that are refused with status %i are a setting to change', async (status) => {
    const http = createScriptedHttp(() => ({ status, json: { error: 'invalid_grant' } }));
    await expect(open(http).read()).rejects.toMatchObject({ outcome: { type: 'config', setting: 'sources.reddit.clientSecret' } });
  });

  test('a second 401 names the secret, after one new token', async () => {
    const http = answering(401);
    await expect(open(http).read()).rejects.toMatchObject({ outcome: { type: 'config', setting: 'sources.reddit.clientSecret' } });
    expect(http.requests).toHaveLength(4);
  });

  test('no request is made that the last answer forbade', async () => {
    const place = createInventedReddit();
    for (let n = 0; n < 300; n++) place.publish(`Post ${n}`, NOW - (300 - n) * 60_000);
    const inner = place.serve();
    const http = createScriptedHttp(() => ({ status: 500 }));
    const limited = {
      ...http,
      requests: inner.requests,
      async send(request: Parameters<typeof inner.send>[0]) {
        const answer = await inner.send(request);
        return { ...answer, headers: { ...answer.headers, 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '30' } };
      },
    };
    await expect(open(limited).read({ newestMs: NOW - 86_400_000, seen: '' })).rejects.toMatchObject({
      outcome: { type: 'rate-limited', untilMs: NOW + 30_000 },
    });
    expect(inner.requests).toHaveLength(2);
  });
});

test('Reddit’s own account is nobody’s voice', async () => {
  const place = createInventedReddit();
  place.publish('I am a bot', NOW, { author_fullname: 't2_6l4z3' });
  place.publish('Waited nine hours', NOW);
  expect(textsOfPages(await open(place.serve()).read())).toEqual(['Waited nine hours']);
});

describe('what a post says', () => {
  const item = (more: object) =>
    toItem(
      { kind: 't3', data: { ...inventedLink(1, '', NOW), ...more } } as unknown as Parameters<typeof toItem>[0],
      '2026-11-16T09:00:00.000Z',
    );

  test('is read without its Markdown, in which there is no HTML', () => {
    const selftext = '**Nine hours** &amp; no bed <sigh>, 1 <3 nurses\n\n> they said\n\n>!hidden!< [here](https://example.org) &#x200B;';
    expect(item({ selftext }).text.trimEnd()).toBe('Nine hours & no bed <sigh>, 1 <3 nurses\n\nthey said\n\nhidden here \u200b');
  });

  test.each([
    ['a link', { title: 'A&E in Leeds closes', url: 'https://example.org/a' }],
    ['a crosspost, whose words are another’s', { title: 'A&E in Leeds closes', crosspost_parent_list: [{ selftext: 'Not mine' }] }],
  ])('of %s is its title alone', (_name, more) => {
    expect(item(more)).toMatchObject({ kind: 'post', text: '', title: 'A&E in Leeds closes', feed: 'https://www.reddit.com/r/nhs' });
  });
});

test('a comment is a reply, to what it answers and in its thread', () => {
  const data = {
    ...inventedLink(2, '', NOW),
    name: 't1_abc',
    body: 'The nurses were kind',
    title: null,
    parent_id: 't1_abb',
    link_id: 't3_aaa',
    edited: NOW / 1_000,
  };
  const item = toItem({ kind: 't1', data } as unknown as Parameters<typeof toItem>[0], new Date(NOW).toISOString());
  expect(item).toMatchObject({
    kind: 'reply',
    text: 'The nurses were kind',
    parentId: 't1_abb',
    rootId: 't3_aaa',
    editedAt: '2026-11-16T09:00:00.000Z',
    author: { id: 't2_nobody' },
  });
  expect(JSON.stringify(item)).not.toContain('"nobody"');
});
