import { describe, expect, it } from 'vitest';
import { unavailable } from '#core/errors.ts';
import { openWorld } from '../test-support/world.ts';

describe('GET /livez', () => {
  it('answers although nothing else works', async () => {
    await using world = await openWorld(() => ({ probes: { queue: () => Promise.reject(unavailable('The queue')) } }));
    expect(await world.get('/livez')).toEqual({ status: 200, body: { alive: true } });
  });
});

describe('GET /readyz', () => {
  it('is ready while the store can be read and written', async () => {
    await using world = await openWorld();
    expect(await world.get('/readyz')).toEqual({
      status: 200,
      body: { ready: true, checks: [{ name: 'writes', ready: true, detail: null }] },
    });
  });

  it('names what fails, and nothing of why when the reason is not ours to tell', async () => {
    await using world = await openWorld(() => ({
      probes: {
        writes: () => Promise.resolve(),
        queue: () => Promise.reject(unavailable('The queue')),
        indices: () => Promise.reject(new Error('10.1.2.3:9200 said: secret')),
      },
    }));
    const { status, body } = await world.get('/readyz');
    expect(status).toBe(503);
    expect(body['checks']).toEqual([
      { name: 'writes', ready: true, detail: null },
      { name: 'queue', ready: false, detail: 'The queue is not available right now. Nothing was lost; try again shortly.' },
      { name: 'indices', ready: false, detail: 'It failed for an unknown reason: see the log.' },
    ]);
    expect(world.logged.join('')).not.toContain('secret');
  });

  it('gives up on a probe that hangs', async () => {
    const asked = Promise.withResolvers<void>();
    await using world = await openWorld(() => ({
      probes: {
        queue() {
          asked.resolve();
          return new Promise<void>(() => {});
        },
      },
    }));
    const answer = world.get('/readyz');
    await asked.promise;
    await world.clock.advance(2_000);
    expect(await answer).toMatchObject({
      status: 503,
      body: { checks: [{ name: 'queue', ready: false, detail: 'There was no answer within 2 seconds.' }] },
    });
  });

  it('probes once a second, however often it is asked', async () => {
    let probed = 0;
    await using world = await openWorld(() => ({ probes: { writes: async () => void probed++ } }));
    await Promise.all([world.get('/readyz'), world.get('/readyz')]);
    expect(probed).toBe(1);
    await world.clock.advance(1_000);
    await world.get('/readyz');
    expect(probed).toBe(2);
  });
});

describe('GET /metrics', () => {
  it("counts requests by route and status in Prometheus' format", async () => {
    await using world = await openWorld();
    await world.get('/v1/posts?q=private+words');
    await world.get('/v1/posts/notanid');
    const answer = await world.request('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    expect(text).toContain('earshot_http_requests_total{route="/v1/posts",method="GET",status="200"} 1');
    expect(text).toContain('earshot_http_requests_total{route="/v1/posts/:id",method="GET",status="400"} 1');
    expect(text).not.toContain('private');
  });
});
