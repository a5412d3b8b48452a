import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '#infra/serve.ts';
import { createPushRig, MAX_WAITING, type PushRig } from '#ingest/test-support/push-receiver.ts';
import { createApi } from '../create-api.ts';
import { PUSH_KEY, signPush } from '../test-support/sign-push.ts';
import { NOW_MS, openWorld, type World } from '../test-support/world.ts';

const ADMIN_KEY = 'a-key-of-at-least-thirty-two-characters';
const CANARY = 'zqx-canary-9141';
const ITEM = { id: '7', text: 'Nine hours in A&E', createdAt: '2026-11-17T08:00:00Z' };
const BODY = JSON.stringify(ITEM);

let world: World;
let rig: PushRig;

beforeEach(async () => {
  world = await openWorld(({ clock, coordination, documents, metrics }) => {
    rig = createPushRig({ clock, documents, metrics, ledger: coordination.ledger });
    return { push: { keys: [Buffer.alloc(24, 'o'), PUSH_KEY], receive: rig.receive } };
  });
});

afterEach(() => world[Symbol.asyncDispose]());

async function post(body: string, headers: Record<string, string>, to = world) {
  const answer = await to.request('/v1/ingest', { method: 'POST', body, headers });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

function push(body = BODY, options: Partial<Parameters<typeof signPush>[1]> = {}) {
  return post(body, signPush(body, { atMs: NOW_MS, ...options }));
}

describe('POST /v1/ingest', () => {
  it('answers 202 once what is good is durable, and says what is not', async () => {
    expect(await push(JSON.stringify([ITEM, { id: '8' }]))).toMatchObject({
      status: 202,
      body: { accepted: 1, rejected: 1, repeated: false, errors: [{ index: 1, field: 'text', problem: 'is missing' }] },
    });
    expect(rig.queued).toHaveLength(1);
  });

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/cloudevents+json', 'application/x-ndjson'])(
    'takes %s',
    async (contentType) => {
      expect((await push(BODY, { contentType })).status).toBe(202);
    },
  );

  it('answers 200 to a request that it took before, and does nothing', async () => {
    await push(BODY, { id: 'once' });
    expect(await push(BODY, { id: 'once' })).toMatchObject({ status: 200, body: { accepted: 0, repeated: true } });
    expect(rig.queued).toHaveLength(1);
  });

  it('answers 400 when nothing is good, item by item', async () => {
    expect(await push(JSON.stringify([{ id: '8' }, 1]))).toMatchObject({
      status: 400,
      body: { code: 'invalid-body', errors: [{ index: 0 }, { index: 1 }] },
    });
    expect(await push('{')).toMatchObject({ status: 400, body: { code: 'invalid-body', detail: 'The body is not valid JSON.' } });
  });

  it('asks to come back later when much waits, and when the queue is not there', async () => {
    rig.queue.waiting = MAX_WAITING + 1;
    const crowded = await push();
    expect([crowded.status, crowded.headers.get('retry-after')]).toEqual([429, '30']);
    expect(crowded.body).toMatchObject({ code: 'too-much-waiting', detail: expect.stringContaining('EARSHOT_PUSH_MAX_WAITING') });
    rig.queue.waiting = 0;
    rig.queue.refuses = true;
    const refused = await push();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('answers 410 while no secret is set, and names the setting', async () => {
    await using off = await openWorld();
    expect(await post(BODY, signPush(BODY, { atMs: NOW_MS }), off)).toMatchObject({
      status: 410,
      body: { code: 'switched-off', detail: expect.stringContaining('EARSHOT_PUSH_SECRET') },
    });
    await using demo = await openWorld(() => ({ synthetic: true }));
    expect((await post(BODY, {}, demo)).body).toMatchObject({ detail: expect.stringContaining('demo') });
  });

  it.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'constructor'])(
    'refuses the content type "%s"',
    async (contentType) => {
      expect(await push(BODY, { contentType })).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    },
  );

  it('refuses compressed bodies: nothing small becomes something large', async () => {
    const headers = { ...signPush(BODY, { atMs: NOW_MS }), 'content-encoding': 'gzip' };
    expect((await post(BODY, headers)).status).toBe(415);
  });

  it('is the one method here', async () => {
    const answer = await world.request('/v1/ingest');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('the credential', () => {
  it('is the signature alone: neither the key of readers nor a local name is needed', async () => {
    await using open = await openWorld(() => ({
      access: { loopbackOnly: false, adminKey: ADMIN_KEY },
      push: { keys: [PUSH_KEY], receive: rig.receive },
    }));
    expect((await post(BODY, signPush(BODY, { atMs: NOW_MS }), open)).status).toBe(202);
    const signed = { ...signPush(BODY, { atMs: NOW_MS }), host: 'earshot.example' };
    expect((await post(BODY, signed)).status).toBe(202);
    expect((await post(BODY, { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' }, open)).status).toBe(401);
  });

  it('opens nothing else', async () => {
    await using open = await openWorld(() => ({ access: { loopbackOnly: false, adminKey: ADMIN_KEY } }));
    const headers = { ...signPush('', { atMs: NOW_MS }), host: 'earshot.example' };
    for (const path of ['/v1/posts', '/v1/ingest/', '/v1/ingest/x', '/V1/INGEST', '//v1/ingest', '/v1/ingest%2f..%2fposts']) {
      expect([401, 404, 405], path).toContain((await open.request(path, { headers })).status);
      expect([401, 404, 405], path).toContain((await open.request(path, { method: 'POST', headers })).status);
      expect((await world.request(path, { headers })).status, path).toBe(403);
    }
  });

  it('is for this body, this id and this time', async () => {
    const signed = signPush(BODY, { atMs: NOW_MS });
    const changes: [string, Record<string, string>][] = [
      [`${BODY} `, signed],
      [BODY, { ...signed, 'webhook-id': 'other' }],
      [BODY, { ...signed, 'webhook-timestamp': String(NOW_MS / 1_000 + 1) }],
      [BODY, { ...signed, 'webhook-signature': '' }],
      [BODY, signPush(BODY, { atMs: NOW_MS, key: Buffer.alloc(32, 'x') })],
      [BODY, signPush(BODY, { atMs: NOW_MS - 301_000 })],
      [BODY, signPush(BODY, { atMs: NOW_MS + 301_000 })],
      [BODY, signPush(BODY, { atMs: NOW_MS, id: 'a.b' })],
    ];
    for (const [body, headers] of changes) {
      expect(await post(body, headers)).toMatchObject({ status: 401, body: { code: 'invalid-signature' } });
    }
    expect(rig.queued).toEqual([]);
    expect(await world.deps.coordination.ledger.accounts()).toEqual([]);
  });
});

describe('over the network', () => {
  const huge = 'x'.repeat(1_048_577);

  it.each([
    ['with its length told', huge],
    ['in pieces', new Blob([huge]).stream()],
  ])('a body of more than a megabyte is refused, %s', async (_, body) => {
    await using server = await serve(createApi(world.deps), { host: '127.0.0.1', port: 0 });
    const headers = signPush(huge, { atMs: NOW_MS });
    const answer = await fetch(`${server.address}/v1/ingest`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'body-too-large' }]);
  });

  it('a body of just a megabyte is read', async () => {
    await using server = await serve(createApi(world.deps), { host: '127.0.0.1', port: 0 });
    const body = JSON.stringify({ ...ITEM, text: '' }).replace('""', `"${'a '.repeat(524_200)}"`);
    const answer = await fetch(`${server.address}/v1/ingest`, { method: 'POST', body, headers: signPush(body, { atMs: NOW_MS }) });
    expect(answer.status).toBe(202);
  });

  it('a body that does not come is given up', async () => {
    await using server = await serve(createApi(world.deps), { host: '127.0.0.1', port: 0 });
    const socket = connect(server.port, '127.0.0.1');
    const headers = { host: 'localhost', 'content-length': '1000', ...signPush(BODY, { atMs: NOW_MS }) };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.write(`POST /v1/ingest HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n{`);
    await expect.poll(() => world.clock.sleeping).toBeGreaterThan(0);
    await world.clock.advance(10_000);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 [^]*body-too-slow/);
  });

  it('no more bodies are held at a time than there is room for', async () => {
    await using server = await serve(createApi(world.deps), { host: '127.0.0.1', port: 0 });
    const sockets = Array.from({ length: 64 }, () => connect(server.port, '127.0.0.1'));
    const headers = { host: 'localhost', 'content-length': '1000', ...signPush(BODY, { atMs: NOW_MS }) };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    for (const socket of sockets) socket.write(`POST /v1/ingest HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n{`);
    await expect.poll(() => world.clock.sleeping).toBe(64);
    const pushOnce = () => fetch(`${server.address}/v1/ingest`, { method: 'POST', body: BODY, headers: signPush(BODY, { atMs: NOW_MS }) });
    const busy = await pushOnce();
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '1']);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await pushOnce()).status).toBe(202);
    await expect.poll(() => world.clock.sleeping).toBe(0);
    expect(world.logged.join('')).not.toContain('a request failed');
  });
});

it('writes nothing of a push into the log, whatever becomes of it', async () => {
  const body = JSON.stringify([{ ...ITEM, text: CANARY }, { [CANARY]: CANARY }]);
  await push(body, { id: CANARY });
  await push(body, { id: CANARY });
  await push(CANARY, { id: `${CANARY}-2` });
  await post(body, { ...signPush(body, { atMs: NOW_MS }), 'webhook-id': `${CANARY}.` });
  rig.queue.refuses = true;
  await push(body);
  expect(world.logged.length).toBeGreaterThanOrEqual(5);
  expect(world.logged.join('')).not.toContain(CANARY);
  expect(await world.deps.metrics.expose()).not.toContain(CANARY);
});
