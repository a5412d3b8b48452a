import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { MATCH_ALL } from '#core/query.ts';
import { buildPost, stored } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { testElasticsearch, uniquePrefix } from '../test-servers/in-tests.ts';
import { openTcpProxy, type TcpProxy } from '../test-servers/tcp-proxy.ts';
import { openElasticsearch, type ElasticsearchConnection } from './open-client.ts';
import { openElasticsearchPostStore } from './post-store.ts';
import { removeIndices } from './test-support/with-indices.ts';

const url = await testElasticsearch();

describe.skipIf(!url)('Elasticsearch behind a bad network', () => {
  const prefix = uniquePrefix();
  const clock = createVirtualClock();
  let proxy: TcpProxy;
  let connection: ElasticsearchConnection;
  let store: PostStore;

  beforeAll(async () => {
    const { hostname, port } = new URL(url!);
    proxy = await openTcpProxy({ host: hostname, port: Number(port) });
    connection = await openElasticsearch({ elasticsearchUrl: `http://127.0.0.1:${proxy.port}` });
    store = await openElasticsearchPostStore({ client: connection.client, prefix, clock, random: () => 1 });
  });
  afterAll(async () => {
    await removeIndices(connection.client, prefix);
    await connection[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
  });

  /** Lets the store's waits pass while it works. */
  async function passingTime<T>(work: Promise<T>): Promise<T> {
    const done = new AbortController();
    void work.then(
      () => done.abort(),
      () => done.abort(),
    );
    while (!done.signal.aborted) {
      await new Promise((resolve) => setImmediate(resolve));
      if (clock.sleeping) await clock.advance(500);
    }
    return work;
  }

  it('says that nothing was lost while it is away, and goes on when it is back', async () => {
    const post = buildPost({ name: 'away' });
    proxy.weather.refuse = true;
    proxy.reset();
    await expect(passingTime(store.save([{ post }]))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(passingTime(store.forget({ type: 'posts', ids: [post.id], reason: 'user' }))).rejects.toMatchObject({
      code: 'unavailable',
    });
    for (const read of [() => store.get(post.id), () => store.search({ where: MATCH_ALL, limit: 1 }), () => store.checkHealth()]) {
      await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    }
    proxy.weather.refuse = false;
    expect(await passingTime(store.save([{ post }]))).toEqual([{ type: 'stored' }]);
    expect(await store.get(post.id)).toEqual(stored(post));
    await store.checkHealth();
  });

  it('goes through a connection that is cut in the middle', async () => {
    const post = buildPost({ name: 'cut' });
    proxy.weather.latencyMs = 20;
    const saved = passingTime(store.save([{ post }]));
    await systemClock.sleep(30);
    proxy.reset();
    expect((await saved)[0]!.type).toMatch(/stored|stale/);
    proxy.weather.latencyMs = 0;
    expect(await store.get(post.id)).toEqual(stored(post));
  });

  it('stops a read that gets no answer at its time limit, or when its caller goes away', async () => {
    proxy.weather.hole.down = true;
    await expect(store.totals({ where: MATCH_ALL }, { timeoutMs: 100 })).rejects.toMatchObject({ code: 'timeout' });
    const caller = new AbortController();
    const read = store.totals({ where: MATCH_ALL }, { signal: caller.signal });
    setImmediate(() => caller.abort());
    await expect(read).rejects.toMatchObject({ code: 'aborted' });
    proxy.weather.hole.down = false;
    proxy.reset();
    expect((await store.totals({ where: MATCH_ALL })).posts).toBeGreaterThanOrEqual(0);
  });

  it('is unhealthy, and keeps posts waiting, while an index is read-only', async () => {
    const post = buildPost({ name: 'read-only' });
    await store.save([{ post: buildPost({ name: 'before' }) }]);
    const block = (value: boolean) =>
      connection.client.indices.putSettings({ index: `${prefix}-posts`, settings: { 'index.blocks.read_only_allow_delete': value } });
    await block(true);
    await expect(store.checkHealth()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(passingTime(store.save([{ post }]))).rejects.toMatchObject({ code: 'unavailable' });
    await block(false);
    expect(await passingTime(store.save([{ post }]))).toEqual([{ type: 'stored' }]);
    await store.checkHealth();
  });
});
