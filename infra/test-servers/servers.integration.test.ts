import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { testElasticsearch, testRedis } from './in-tests.ts';
import { startRedis } from './redis.ts';
import { openTcpProxy } from './tcp-proxy.ts';

const elasticsearch = await testElasticsearch();

describe.skipIf(!testRedis())('the tests’ Redis', () => {
  it('keeps what it acknowledged when it is killed, and is gone with its folder when disposed', async () => {
    let folder: string;
    {
      await using server = await startRedis();
      folder = server.folder;
      const client = new Redis(server.url, { retryStrategy: () => 20 });
      client.on('error', () => {});
      await client.set('a', '1');
      await server.kill();
      await server.start();
      expect(await client.get('a')).toBe('1');
      client.disconnect();
    }
    expect(existsSync(folder)).toBe(false);
  });

  it('can be cut off, held up and brought back by a proxy', async () => {
    await using proxy = await openTcpProxy({ port: Number(new URL(testRedis()!).port || 6379), host: new URL(testRedis()!).hostname });
    const client = new Redis(proxy.port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: 0, commandTimeout: 200 });
    client.on('error', () => {});
    expect(await client.ping()).toBe('PONG');
    for (const direction of ['up', 'down'] as const) {
      proxy.weather.hole[direction] = true;
      await expect(client.ping()).rejects.toThrow('timed out');
      proxy.weather.hole[direction] = false;
      proxy.reset();
      await new Promise((resolve) => client.once('ready', resolve));
      expect(await client.ping()).toBe('PONG');
    }
    client.disconnect();
  });
});

describe.skipIf(!elasticsearch)('the tests’ Elasticsearch', () => {
  it('answers with its version', async () => {
    const answer = await (await fetch(`${elasticsearch}/_nodes/_local/http?filter_path=nodes.*.version`)).text();
    expect(answer).toMatch(/"version":"(9|\d\d)\./);
  });
});
