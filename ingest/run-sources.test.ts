import { afterEach, beforeEach, expect, test } from 'vitest';
import { quarantineDocument } from '#core/quarantine.ts';
import { cursorKey } from './run-connector.ts';
import { openCollecting, type Collecting } from './test-support/collecting.ts';
import { answerTimeline, inventedStatus } from './test-support/invented-mastodon.ts';
import { createScriptedHttp, type ScriptedAnswer } from './test-support/scripted-http.ts';

const config = { instances: ['https://social.example'], hashtags: ['nhs'] };
const KEY = cursorKey('mastodon', 'social.example/nhs');
const CANARY = 'canary-9f31';

let world: Collecting;
let running: AsyncDisposable[];
beforeEach(async () => {
  world = await openCollecting();
  running = [];
});
afterEach(async () => {
  for (const one of running) await one[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

function start(answer: (url: URL) => ScriptedAnswer, holder?: string) {
  const http = createScriptedHttp(answer);
  const started = world.start({ source: 'mastodon', config, http, ...(holder ? { holder } : {}) });
  running.push(started);
  return { http, stop: () => started[Symbol.asyncDispose]() };
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => inventedStatus(String(from + n), `Waited ${from + n} hours`));

test('what is collected is queued, the cursor follows, and a restart goes on from there', async () => {
  const statuses = numbered(101, 110);
  const first = start((url) => answerTimeline(url, statuses));
  await world.clock.advance(1_000);
  expect(world.texts().sort()).toEqual(statuses.map((_, n) => `Waited ${101 + n} hours`));
  expect((await world.coordination.cursors.get(KEY))?.value).toMatchObject({ newestId: '110' });
  expect(await world.status('mastodon')).toMatchObject({ state: 'collecting', detail: null, gaps: [] });
  await first.stop();

  statuses.push(...numbered(111, 200));
  const second = start((url) => answerTimeline(url, statuses));
  await world.clock.advance(1_000);
  expect(new Set(world.texts()).size).toBe(100);
  expect(world.queued).toHaveLength(100);
  expect(second.http.requests.map(({ url }) => new URL(url).searchParams.get('min_id'))).toEqual(['110', '150', '190', '200', null]);
});

test('while the queue refuses, the cursor stays, the page waits, and the source isn’t asked again', async () => {
  world.queue.refuses = true;
  const { http } = start((url) => answerTimeline(url, numbered(1, 5)));
  await world.clock.advance(10 * 60_000);
  expect(await world.coordination.cursors.get(KEY)).toBeNull();
  expect(http.requests).toHaveLength(1);
  expect(await world.status('mastodon')).toMatchObject({ state: 'waiting' });

  world.queue.refuses = false;
  await world.clock.advance(5 * 60_000);
  expect(world.texts()).toHaveLength(5);
  expect(await world.status('mastodon')).toMatchObject({ state: 'collecting', detail: null });
});

test('a post that can’t be read is set aside without its content and counted once, and the rest goes on', async () => {
  const bad = { ...inventedStatus('2', CANARY), content: 7, spoiler_text: CANARY };
  const answer = (url: URL) => answerTimeline(url, [inventedStatus('1', 'Good care'), bad, inventedStatus('3', 'Kind nurse')]);
  const { stop } = start(answer);
  await world.clock.advance(1_000);
  expect(world.texts().sort()).toEqual(['Good care', 'Kind nurse']);
  const { documents } = await world.documents.list(quarantineDocument);
  expect(documents.map(({ value }) => value)).toEqual([
    expect.objectContaining({ source: 'mastodon', reason: 'invalid', field: 'content', op: null }),
  ]);
  expect(JSON.stringify([documents, world.logs, await world.status('mastodon')])).not.toContain(CANARY);
  await stop();

  await world.coordination.cursors.set(KEY, null, 1, 1);
  start(answer);
  await world.clock.advance(1_000);
  expect(world.queued).toHaveLength(4);
  const { coordination } = world;
  const account = async () => (await coordination.ledger.accounts()).find(({ source }) => source === 'mastodon');
  expect((await account())?.outcomes).toEqual([{ outcome: 'quarantined', reason: 'invalid', count: 1 }]);
});

test('one owner at a time; the next goes on where it stopped', async () => {
  const statuses = numbered(1, 3);
  const one = start((url) => answerTimeline(url, statuses), 'one');
  await world.clock.advance(1_000);
  const two = start((url) => answerTimeline(url, statuses), 'two');
  await world.clock.advance(5 * 60_000);
  expect(two.http.requests).toHaveLength(0);
  await one.stop();
  statuses.push(...numbered(4, 6));
  await world.clock.advance(30_000);
  expect(two.http.requests[0]?.url).toContain('min_id=3');
  expect(world.queued).toHaveLength(6);
});

test.each([
  ['seconds', { 'retry-after': '300' }, 300],
  ['a date', { 'retry-after': 'Mon, 16 Nov 2026 09:05:00 GMT' }, 300],
  ['its own header', { 'x-ratelimit-reset': '2026-11-16T09:05:00.123456Z' }, 300],
])('too many requests, with %s: it waits as long and no longer', async (_, headers, seconds) => {
  let isLimited = true;
  const { http } = start((url) => (isLimited ? { status: 429, headers, body: '<h1>Slow down</h1>' } : answerTimeline(url, numbered(1, 2))));
  await world.clock.advance(seconds * 1_000 - 2_000);
  expect(http.requests).toHaveLength(1);
  expect((await world.status('mastodon'))?.state).toBe('waiting');
  isLimited = false;
  await world.clock.advance(10_000);
  expect(world.texts()).toHaveLength(2);
});

test.each([
  ['nothing', {}],
  ['nonsense', { 'retry-after': '-5', 'x-ratelimit-reset': 'soon' }],
  ['a year', { 'retry-after': '31536000' }],
])('too many requests, with %s: pauses that grow up to some minutes', async (_, headers) => {
  const { http } = start(() => ({ status: 429, headers }));
  await world.clock.advance(3_600_000);
  expect(http.requests.length).toBeGreaterThan(20);
  expect(http.requests.length).toBeLessThan(40);
  expect((await world.status('mastodon'))?.state).toBe('waiting');
});

test('a source that can’t be reached is tried for ever with growing pauses, and told of once, as is its return', async () => {
  let isDown = true;
  const { http } = start((url) => (isDown ? { fault: 'refused' } : answerTimeline(url, numbered(1, 1))));
  await world.clock.advance(60_000);
  const inAMinute = http.requests.length;
  expect(inAMinute).toBeGreaterThan(3);
  await world.clock.advance(6 * 3_600_000);
  const inHours = http.requests.length - inAMinute;
  expect(inHours).toBeGreaterThan(8);
  expect(inHours).toBeLessThan(60);
  expect(await world.status('mastodon')).toMatchObject({ state: 'unreachable' });
  expect(world.logs.filter(({ level }) => level === 'warn')).toHaveLength(1);

  isDown = false;
  await world.clock.advance(3_600_000);
  expect(world.texts()).toHaveLength(1);
  expect(world.logs.map(({ level }) => level)).toEqual(['warn', 'info']);
});

test('a wrong setting is named and not tried again and again', async () => {
  const { http } = start(() => ({ status: 401, json: { error: 'The access token is invalid' } }));
  await world.clock.advance(3 * 3_600_000);
  expect(http.requests).toHaveLength(1);
  expect(await world.status('mastodon')).toMatchObject({
    state: 'misconfigured',
    detail: expect.stringContaining('sources.mastodon.instances'),
  });
});

test('a saved position that can’t be used is a gap, and collection begins anew', async () => {
  await world.coordination.cursors.set(KEY, { newestId: 7 }, 0, 0);
  await world.clock.advance(60_000);
  start((url) => answerTimeline(url, numbered(1, 2)));
  await world.clock.advance(1_000);
  expect(world.texts()).toHaveLength(2);
  expect((await world.status('mastodon'))?.gaps).toHaveLength(1);
});

test('stopping ends a request that hangs, at once', async () => {
  const { stop } = start(() => ({ hang: true }));
  await world.clock.advance(1_000);
  await stop();
});
