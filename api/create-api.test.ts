import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCode, unavailable } from '#core/errors.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import { serve } from '#infra/serve.ts';
import { createApi } from './create-api.ts';
import { NOW_MS, openWorld, type World } from './test-support/world.ts';

const KEY = 'a-key-of-at-least-thirty-two-characters';
/** Text that may appear in an answer to a reader and nowhere else. */
const CANARY = 'zqx-canary-9141';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.save(
    ...Array.from({ length: 30 }, (_, nth) =>
      buildPost({ name: `${nth}`, text: `${CANARY} ${nth}`, createdAtMs: NOW_MS - nth * 1_000 - 1 }),
    ),
  );
});

afterAll(() => world[Symbol.asyncDispose]());

/** The same store, but its searches go wrong. */
function broken(posts: PostStore, search: PostStore['search']): PostStore {
  return { ...posts, search, [Symbol.asyncDispose]: () => posts[Symbol.asyncDispose]() };
}

describe('on loopback', () => {
  it('reads need no key', async () => {
    expect((await world.get('/v1/posts')).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:8080', '', '192.168.0.7:8080'])(
    'a request for the host "%s" is refused everywhere',
    async (host) => {
      for (const path of ['/v1/posts', '/', '/livez', '/openapi.json']) {
        const answer = await world.request(path, { headers: { host } });
        expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'host-not-local' }]);
      }
    },
  );
});

describe('on any other address', () => {
  let open: World;
  beforeAll(async () => {
    open = await openWorld(() => ({ access: { loopbackOnly: false, adminKey: KEY } }));
  });
  afterAll(() => open[Symbol.asyncDispose]());

  it('does not start without a key, and names the setting', () => {
    try {
      createApi({ ...world.deps, access: { loopbackOnly: false } });
      expect.unreachable();
    } catch (error) {
      expect(hasCode(error, 'config') && error.setting).toBe('EARSHOT_ADMIN_KEY');
    }
  });

  it.each([undefined, 'Bearer', 'Bearer wrong', `Basic ${KEY}`, `Bearer ${KEY}x`, `Bearer ${KEY.slice(0, -1)}`])(
    'refuses "%s"',
    async (authorization) => {
      for (const path of ['/v1/posts', `/v1/posts/${idOf('1')}`, '/v1/nothing', '/metrics']) {
        const answer = await open.request(path, authorization === undefined ? {} : { headers: { authorization } });
        expect(answer.status).toBe(401);
        expect(answer.headers.get('www-authenticate')).toContain('Bearer');
        expect(await answer.json()).toMatchObject({ code: 'unauthorised' });
      }
    },
  );

  it('answers the holder of the key, under any host name', async () => {
    const answer = await open.request('/v1/posts', { headers: { host: 'earshot.example', authorization: `Bearer ${KEY}` } });
    expect(answer.status).toBe(200);
  });

  it('answers probes without a key', async () => {
    expect((await open.request('/livez', { headers: { host: '10.0.0.4:8080' } })).status).toBe(200);
    expect((await open.request('/readyz', { headers: { host: '10.0.0.4:8080' } })).status).toBe(200);
  });
});

describe('every answer', () => {
  it.each(['/v1/posts', '/v1/posts?limit=x', '/nothing.txt', '/', '/livez', '/openapi.json'])(
    '%s carries the security headers and an id',
    async (path) => {
      const { headers } = await world.request(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{10,64}$/);
    },
  );

  it('repeats the id of the request, unless it could not be one', async () => {
    const idOfAnswer = async (id: string) =>
      (await world.request('/livez', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOfAnswer('abc-123')).toBe('abc-123');
    expect(await idOfAnswer('a b')).not.toBe('a b');
    expect(await idOfAnswer('a'.repeat(65))).not.toBe('a'.repeat(65));
  });

  it('that is a problem is one by its content type too', async () => {
    const answer = await world.request('/v1/posts?limit=x', { headers: { 'x-request-id': 'abc-123' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toEqual({
      type: 'urn:earshot:problem:invalid-parameter',
      title: 'A parameter has a value that is not allowed',
      status: 400,
      code: 'invalid-parameter',
      detail: 'limit must be a whole number from 1 to 100.',
      instance: 'urn:earshot:request:abc-123',
      parameter: 'limit',
    });
  });
});

describe('HTTP', () => {
  it('answers HEAD like GET without the body', async () => {
    const answer = await world.request('/v1/posts', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1_000);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s with what is allowed', async (method) => {
    const answer = await world.request('/v1/posts', { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
  });

  it('refuses bodies beyond a megabyte and addresses beyond 8 kB', async () => {
    const body = await world.request('/v1/posts', { method: 'POST', body: 'a'.repeat(1_100_000) });
    expect([body.status, await body.json()]).toMatchObject([413, { code: 'body-too-large' }]);
    const address = await world.request(`/v1/posts?q=${'a'.repeat(9_000)}`);
    expect([address.status, await address.json()]).toMatchObject([414, { code: 'address-too-long' }]);
  });

  it('says 304 to who has the answer already', async () => {
    const first = await world.request('/v1/themes');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const second = await world.request('/v1/themes', { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([second.status, await second.text(), second.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await world.request('/v1/themes', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('lets no cache keep comments', async () => {
    expect((await world.request('/v1/posts')).headers.get('cache-control')).toBe('private, no-store');
    expect((await world.request(`/v1/posts/${idOf('1')}`)).headers.get('cache-control')).toBe('private, no-store');
  });

  it('compresses for those who take it', async () => {
    const plain = await world.request('/v1/posts', { headers: { 'accept-encoding': 'gzip;q=0, br' } });
    const zipped = await world.request('/v1/posts', { headers: { 'accept-encoding': 'br, gzip' } });
    expect([plain.headers.get('content-encoding'), zipped.headers.get('content-encoding')]).toEqual([null, 'gzip']);
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(await plain.text());
  });

  it('describes itself', async () => {
    const { body } = await world.get('/openapi.json');
    expect(body['openapi']).toBe('3.1.0');
  });
});

describe('when a store goes wrong', () => {
  it('answers 503 with Retry-After while it is not available', async () => {
    await using failing = await openWorld(({ posts }) => ({ posts: broken(posts, () => Promise.reject(unavailable('The post store'))) }));
    const answer = await failing.request('/v1/posts');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('Nothing was lost') });
  });

  it('tells the caller nothing of an unknown error, and the log nothing of a comment', async () => {
    const cause = Object.assign(new Error(`bulk failed: {"text":"${CANARY}"}`), { body: { text: CANARY } });
    await using failing = await openWorld(({ posts }) => ({ posts: broken(posts, () => Promise.reject(cause)) }));
    const { status, body } = await failing.get(`/v1/posts?q=${CANARY}`);
    expect([status, body['code']]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain(CANARY);
    expect(failing.logged.join('')).toContain('a request failed');
    expect(failing.logged.join('')).not.toContain(CANARY);
  });

  it('gives up after 5 seconds and stops the store', async () => {
    const asked = Promise.withResolvers<AbortSignal | undefined>();
    await using slow = await openWorld(({ posts }) => ({
      posts: broken(posts, (_, read) => {
        asked.resolve(read?.signal);
        return new Promise(() => {});
      }),
    }));
    const answer = slow.get('/v1/posts');
    const signal = await asked.promise;
    await slow.clock.advance(5_000);
    expect(await answer).toMatchObject({ status: 504, body: { code: 'timeout', detail: expect.stringContaining('Narrow') } });
    expect(signal?.aborted).toBe(true);
  });

  it('stops the store when the caller goes away', async () => {
    const asked = Promise.withResolvers<AbortSignal | undefined>();
    await using slow = await openWorld(({ posts }) => ({
      posts: broken(posts, (_, read) => {
        asked.resolve(read?.signal);
        return new Promise(() => {});
      }),
    }));
    await using server = await serve(createApi(slow.deps), { host: '127.0.0.1', port: 0 });
    const caller = new AbortController();
    const answer = fetch(`${server.address}/v1/posts`, { signal: caller.signal });
    answer.catch(() => {});
    const signal = await asked.promise;
    const stopped = new Promise((resolve) => {
      signal?.addEventListener('abort', resolve);
    });
    caller.abort();
    await stopped;
    expect(slow.logged.join('')).not.toContain('a request failed');
  });
});

it('writes no comment and no query into the log', async () => {
  await world.get(`/v1/posts?q=${CANARY}&relevance=all`);
  await world.get(`/v1/posts/${idOf('1')}`);
  await world.get(`/v1/posts?q=(${CANARY}`);
  await world.get(`/${CANARY}.txt`);
  expect(world.logged.length).toBeGreaterThan(10);
  expect(world.logged.join('')).not.toContain(CANARY);
  expect(await world.deps.metrics.expose()).not.toContain(CANARY);
});
