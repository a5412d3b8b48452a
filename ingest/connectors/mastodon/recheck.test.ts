import { describe, expect, test } from 'vitest';
import { answerStatuses, inventedStatus } from '../../test-support/invented-mastodon.ts';
import { describeOp, openConnector } from '../../test-support/open-connector.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';

const [ONE, TWO] = ['https://one.example', 'https://two.example'];
const raw = { instances: [ONE, TWO], hashtags: ['nhs'] };
const held = (id: string, instance = ONE, canonicalId = id) => ({ nativeId: id, canonicalId, feed: `${instance}/tags/nhs` });
const statuses = [
  inventedStatus('1', 'Stays'),
  inventedStatus('2', 'Edited', { edited_at: '2026-11-16T08:45:00.000Z' }),
  inventedStatus('4', 'Now private', { visibility: 'private' }),
];

function open(answer: (url: URL) => ScriptedAnswer) {
  const http = createScriptedHttp(answer);
  return { http, source: openConnector('mastodon', raw, http) };
}

test('posts are asked for at once; only those left out are asked for by themselves, and are gone when they are not found', async () => {
  const { http, source } = open((url) => answerStatuses(url, statuses)!);
  const ops = await source.recheck(held('1'), held('2'), held('3'), held('4'));
  expect(ops.map(describeOp)).toEqual(['Stays', 'Edited', '3 is gone (user)', '4 is gone (user)']);
  expect(ops[1]).toMatchObject({ item: { editedAt: '2026-11-16T08:45:00.000Z' } });
  expect(http.requests.map(({ url }) => url.replace(ONE, ''))).toEqual([
    '/api/v1/statuses?id%5B%5D=1&id%5B%5D=2&id%5B%5D=3&id%5B%5D=4',
    '/api/v1/statuses/3',
  ]);
});

test('an instance that doesn’t know the address for several is asked for each', async () => {
  const { source } = open((url) => (url.search ? { status: 404, json: { error: 'Record not found' } } : answerStatuses(url, statuses)!));
  expect((await source.recheck(held('1'), held('3'))).map(describeOp)).toEqual(['Stays', '3 is gone (user)']);
});

describe('an instance that can’t be asked', () => {
  const failing = (fault: ScriptedAnswer) => (url: URL) => (url.origin === TWO ? fault : answerStatuses(url, statuses)!);

  test.each<[string, ScriptedAnswer]>([
    ['went away', { fault: 'dns' }],
    ['closed for good', { status: 410 }],
    ['is overloaded', { status: 503 }],
    ['shows posts to its own users only', { status: 401 }],
    ['answers with a web page', { body: '<!doctype html>' }],
    ['left its address to a host that finds nothing', { status: 404, body: '<!doctype html><p>Not found' }],
    ['is behind a proxy that finds nothing', { status: 404, json: {} }],
  ])('and %s deletes nothing, and holds up no other', async (_name, fault) => {
    const { source } = open(failing(fault));
    expect((await source.recheck(held('3', TWO), held('1'), held('9', TWO))).map(describeOp)).toEqual(['Stays']);
    expect(source.warnings).toEqual([expect.stringContaining('two.example')]);
  });

  test('for now is waited for', async () => {
    const { source } = open(failing({ status: 429, headers: { 'retry-after': '30' } }));
    await expect(source.recheck(held('1'), held('3', TWO))).rejects.toMatchObject({ outcome: { type: 'rate-limited' } });
  });

  test('is a failure where there is no other', async () => {
    const { source } = open(failing({ status: 503 }));
    await expect(source.recheck(held('3', TWO))).rejects.toMatchObject({ outcome: { type: 'retry' } });
  });
});

test('a token is shown to the instance it belongs to, not to one that posts were read from earlier', async () => {
  const http = createScriptedHttp((url) => answerStatuses(url, statuses)!);
  const source = openConnector('mastodon', { instances: [ONE], hashtags: ['nhs'], accessToken: 'secret-token' }, http);
  await source.recheck(held('1', TWO), held('2', ONE));
  const shown = http.requests.map(({ url, headers }) => [new URL(url).origin, headers?.['authorization']]);
  expect(shown).toEqual([
    [TWO, undefined],
    [ONE, 'Bearer secret-token'],
  ]);
});

test('a post that a bridge brought stays the post that it is at home', async () => {
  const uri = 'at://did:plc:inventedaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kaaaaaaaaa2a';
  const { source } = open((url) => answerStatuses(url, [])!);
  expect(await source.recheck(held('3', ONE, uri))).toMatchObject([{ op: 'delete', ref: { canonicalId: uri } }]);
});

test('accounts that don’t let their posts be searched are left out where that is asked for', async () => {
  const account = { id: '1', uri: `${ONE}/users/nobody`, note: '', indexable: false };
  const answer = (url: URL) => answerStatuses(url, [inventedStatus('1', 'Mine', { account })])!;
  expect((await open(answer).source.recheck(held('1'))).map(describeOp)).toEqual(['Mine']);
  const strict = openConnector('mastodon', { ...raw, indexableOnly: true }, createScriptedHttp(answer));
  expect((await strict.recheck(held('1'))).map(describeOp)).toEqual(['1 is gone (user)']);
});
