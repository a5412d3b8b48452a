import { expect, test } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { createTokenHolder } from './access-token.ts';
import { createScriptedHttp } from './test-support/scripted-http.ts';

/** A service whose tokens are t1, t2, …, of which it takes the latest. */
function openService(lifeMs = Infinity) {
  const clock = createVirtualClock();
  let given = 0;
  let refusesAll = false;
  const http = createScriptedHttp((_url, { headers }) => ({
    status: !refusesAll && headers?.['authorization'] === `Bearer t${given}` ? 200 : 401,
  }));
  const context = {
    clock,
    http,
    openSocket: () => Promise.reject(new Error('not used')),
    signal: new AbortController().signal,
    attempt: 0,
    malformed: () => undefined,
    dropped: () => undefined,
    warn: () => undefined,
  };
  const send = createTokenHolder<object>({
    fetch: async () => ({ value: `t${++given}`, expiresAtMs: clock.now() + lifeMs }),
    authorise: (request, token) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
  });
  const key = {};
  return {
    clock,
    ask: async () => (await send(context, key, { url: 'https://service.example/posts' })).status,
    given: () => given,
    asked: () => http.requests.length,
    endTokens: () => void (given += 1),
    refuseAll: () => void (refusesAll = true),
  };
}

test('a token is asked for once and used again', async () => {
  const service = openService();
  expect([await service.ask(), await service.ask(), service.given()]).toEqual([200, 200, 1]);
});

test('a token that is about to end is replaced before it does', async () => {
  const service = openService(600_000);
  await service.ask();
  await service.clock.advance(541_000);
  expect([await service.ask(), service.given(), service.asked()]).toEqual([200, 2, 2]);
});

test('a token that is refused is replaced once, and a second refusal handed on', async () => {
  const service = openService();
  await service.ask();
  service.endTokens();
  expect([await service.ask(), service.given()]).toEqual([200, 3]);
  service.refuseAll();
  const before = service.asked();
  expect([await service.ask(), service.asked() - before]).toEqual([401, 2]);
});
