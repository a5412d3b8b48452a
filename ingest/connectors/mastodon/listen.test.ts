import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCollecting, type Collecting } from '../../test-support/collecting.ts';
import { answerTimeline, inventedStatus } from '../../test-support/invented-mastodon.ts';
import { createScriptedHttp, type ScriptedAnswer } from '../../test-support/scripted-http.ts';
import { createScriptedSockets, type ScriptedConnection } from '../../test-support/scripted-socket.ts';

const TOKEN = 'secret-token-77';
const config = { instances: ['https://social.example'], hashtags: ['nhs'], accessToken: TOKEN, streaming: true };
const MINUTE = 60_000;

let world: Collecting;
let statuses: Record<string, unknown>[];
let streaming: string | undefined;
let running: AsyncDisposable | undefined;
beforeEach(async () => {
  world = await openCollecting();
  statuses = [inventedStatus('101', 'There before')];
  streaming = 'wss://streaming.social.example';
  about = undefined;
});
afterEach(async () => {
  await running?.[Symbol.asyncDispose]();
  running = undefined;
  await world[Symbol.asyncDispose]();
});

let about: ScriptedAnswer | undefined;

function start(connect: (url: URL, nth: number) => ScriptedConnection = () => ({ frames: [], afterwards: 'stay' })) {
  const http = createScriptedHttp((url) =>
    url.pathname === '/api/v2/instance'
      ? (about ?? { json: { configuration: streaming ? { urls: { streaming } } : {} } })
      : answerTimeline(url, statuses),
  );
  const sockets = createScriptedSockets(connect);
  running = world.start({ source: 'mastodon', config, http, openSocket: sockets.openSocket });
  return { http, sockets };
}

const event = (name: string, payload: unknown) =>
  JSON.stringify({ stream: ['hashtag', 'nhs'], event: name, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) });

/** Two polls in, the stream is open. */
async function listening(connect?: Parameters<typeof start>[0]) {
  const parts = start(connect);
  await world.clock.advance(2 * MINUTE);
  return parts;
}

test('posts, edits and deletions are met as they happen, and the position stays that of polling', async () => {
  const { sockets } = await listening();
  expect(sockets.urls).toEqual(['wss://streaming.social.example/api/v1/streaming?stream=hashtag&tag=nhs']);
  expect(sockets.headers).toEqual([{ authorization: `Bearer ${TOKEN}` }]);
  const before = await world.cursors();
  sockets.push(event('update', inventedStatus('102', 'Just now')), ':thump', event('notification', {}));
  sockets.push(
    event('status.update', inventedStatus('102', 'Just now, edited', { edited_at: '2026-11-16T09:01:30.000Z' })),
    event('delete', '102'),
    event('delete', '7'),
  );
  await world.clock.advance(1_000);
  expect(world.queued.map((op) => (op.op === 'upsert' ? op.post.text : op.op))).toEqual([
    'There before',
    'Just now',
    'Just now, edited',
    'forget',
  ]);
  expect(await world.cursors()).toEqual(before);
});

test('after some minutes the timeline is polled again, and what the stream missed is met', async () => {
  const { http, sockets } = await listening();
  statuses.push(inventedStatus('103', 'Missed by the stream'));
  const polls = http.requests.length;
  await world.clock.advance(9 * MINUTE);
  expect(http.requests).toHaveLength(polls);
  await world.clock.advance(3 * MINUTE);
  expect(world.texts()).toContain('Missed by the stream');
  expect(sockets.urls.length).toBeGreaterThan(1);
});

describe('where there is no stream', () => {
  test.each<[string, ScriptedConnection]>([
    ['it is refused', { refuse: { status: 401 } }],
    ['it can’t be reached', { fault: 'refused' }],
    ['it breaks at once', { frames: [], afterwards: 'break' }],
    ['it ends at once', { frames: [], afterwards: 'close' }],
  ])('since %s, polling goes on as it is', async (_name, connection) => {
    await listening(() => connection);
    statuses.push(inventedStatus('104', 'Polled'));
    await world.clock.advance(3 * MINUTE);
    expect(world.texts()).toContain('Polled');
    expect((await world.status('mastodon'))?.state).toBe('collecting');
    expect(world.logs.length).toBeLessThanOrEqual(1);
  });

  test('since what the instance says of itself is a web page, polling goes on as it is', async () => {
    about = { body: '<!doctype html>' };
    await listening();
    statuses.push(inventedStatus('104', 'Polled'));
    await world.clock.advance(3 * MINUTE);
    expect(world.texts()).toContain('Polled');
    expect((await world.status('mastodon'))?.state).toBe('collecting');
  });

  test.each([undefined, 'wss://elsewhere.example', 'wss://notsocial.example'])(
    'since the instance names %s, the token goes nowhere',
    async (address) => {
      streaming = address;
      const { sockets } = await listening();
      expect(sockets.urls).toEqual([]);
      expect(JSON.stringify(world.logs)).not.toContain(TOKEN);
    },
  );
});

test('a frame that can’t be read is set aside, and the rest goes on', async () => {
  const { sockets } = await listening();
  sockets.push('{', event('update', '{"id":'), event('update', { id: '1' }), event('update', inventedStatus('105', 'Good')));
  await world.clock.advance(1_000);
  expect(world.texts()).toContain('Good');
  const [account] = await world.coordination.ledger.accounts();
  expect(account?.outcomes).toContainEqual({ outcome: 'quarantined', reason: 'invalid', count: 3 });
});
