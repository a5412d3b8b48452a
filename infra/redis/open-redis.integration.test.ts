import { describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { testRedis } from '../test-servers/in-tests.ts';
import { startRedis, whyNoRedis } from '../test-servers/redis.ts';
import { freePort } from '../test-servers/server-process.ts';
import { openRedisCoordination } from './coordination.ts';
import { openRedis } from './open-redis.ts';

async function refusalOf(redisUrl: string | undefined): Promise<{ code: string; setting: string; message: string }> {
  try {
    const redis = await openRedis({ redisUrl, allowUnsafeRedis: false });
    redis.disconnect();
    throw new Error('it opened');
  } catch (error) {
    return error as never;
  }
}

describe.skipIf(!testRedis() || whyNoRedis())('opening Redis', () => {
  it('accepts one that keeps what it acknowledges', async () => {
    const redis = await openRedis({ redisUrl: testRedis()!, allowUnsafeRedis: false });
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
  });

  it('refuses one without AOF, naming the setting and the way round it', async () => {
    await using server = await startRedis({ appendonly: 'no' });
    const { code, setting, message } = await refusalOf(server.url);
    expect({ code, setting }).toEqual({ code: 'config', setting: 'REDIS_URL' });
    expect(message).toContain('"appendonly yes"');
    expect(message).toContain('EARSHOT_ALLOW_UNSAFE_REDIS=true');
    expect(message).not.toContain('noeviction');
    const redis = await openRedis({ redisUrl: server.url, allowUnsafeRedis: true });
    redis.disconnect();
  });

  it.each(['allkeys-lru', 'volatile-lru'] as const)('refuses one that evicts (%s)', async (policy) => {
    await using server = await startRedis({ policy });
    const { code, message } = await refusalOf(server.url);
    expect(code).toBe('config');
    expect(message).toContain(`"maxmemory-policy" is "${policy}"`);
    expect(message).toContain('"maxmemory-policy noeviction"');
  });

  it('says that it can’t be reached, or refuses the password, without showing it', async () => {
    const unreachable = await refusalOf(`redis://:hunter2@127.0.0.1:${await freePort()}`);
    expect(unreachable).toMatchObject({ code: 'unavailable', setting: 'REDIS_URL' });
    await using server = await startRedis();
    const admin = await openRedis({ redisUrl: server.url, allowUnsafeRedis: false });
    await admin.config('SET', 'requirepass', 'right');
    admin.disconnect();
    for (const credentials of ['', ':hunter2@']) {
      const refused = await refusalOf(server.url.replace('//', `//${credentials}`));
      expect(refused).toMatchObject({ code: 'config', setting: 'REDIS_URL' });
      expect(refused.message).toContain('password');
      expect(JSON.stringify(refused) + refused.message).not.toContain('hunter2');
    }
    const redis = await openRedis({ redisUrl: server.url.replace('//', '//:right@'), allowUnsafeRedis: false });
    redis.disconnect();
  });

  it.each([undefined, '', 'localhost:6379', 'http://localhost'])('refuses %j as an address', async (url) => {
    expect(await refusalOf(url)).toMatchObject({ code: 'config', setting: 'REDIS_URL' });
  });
});

describe.skipIf(!testRedis() || whyNoRedis())('coordination while Redis is in trouble', () => {
  it('says so at once while Redis is away, and finds every acknowledged change after a kill', async () => {
    await using server = await startRedis();
    const redis = await openRedis({ redisUrl: server.url, allowUnsafeRedis: false });
    const { cursors, leases } = openRedisCoordination({ redis, prefix: 'p', clock: systemClock });
    for (let n = 0; n < 50; n++) await cursors.set('rss', n, n, 1);
    await server.kill();
    await expect(cursors.set('rss', 50, 50, 1)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(cursors.get('rss')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(leases.acquire('rss', 'a', 1_000)).rejects.toMatchObject({ code: 'unavailable' });
    const ready = new Promise((resolve) => redis.once('ready', resolve));
    await server.start();
    await ready;
    expect(await cursors.get('rss')).toMatchObject({ value: 49, revision: 50 });
    redis.disconnect();
  });

  it('says so when Redis is out of memory, and nothing of the command is in the error', async () => {
    await using server = await startRedis();
    const redis = await openRedis({ redisUrl: server.url, allowUnsafeRedis: false });
    const { cursors, ledger } = openRedisCoordination({ redis, prefix: 'p', clock: systemClock });
    await cursors.set('rss', 'kept', 0, 1);
    await redis.config('SET', 'maxmemory', '1');
    for (const write of [cursors.set('rss', 'canary', 1, 1), ledger.record('k', 'canary', 1, [])]) {
      const error = await write.catch((each: unknown) => each);
      expect(error).toMatchObject({ code: 'unavailable' });
      for (let each: unknown = error; each instanceof Error; each = each.cause)
        expect(JSON.stringify(each) + each.message).not.toContain('canary');
    }
    expect(await cursors.get('rss')).toMatchObject({ value: 'kept' });
    redis.disconnect();
  });

  it('keeps all its keys in one slot, so that a cluster can run its scripts', async () => {
    await using server = await startRedis();
    const redis = await openRedis({ redisUrl: server.url, allowUnsafeRedis: false });
    const { cursors, leases, budgets, duplicates, ledger } = openRedisCoordination({ redis, prefix: 'p', clock: systemClock });
    await cursors.set('rss', 1, 0, 1);
    await leases.acquire('rss', 'a', 1_000);
    await budgets.take('host', 1, { capacity: 1, refillPerSecond: 1 });
    await duplicates.assign([{ id: 'a', atMs: 0, signature: new Uint8Array(64) }]);
    await ledger.settle({ id: 'b', openedAtMs: 0, counts: { rss: 1 } }, [{ source: 'rss', outcome: 'stored', reason: '', count: 1 }]);
    await ledger.record('k', 'rss', 1, []);
    const keys = await redis.keys('*');
    expect(keys.length).toBeGreaterThan(6);
    expect(keys.filter((key) => !key.startsWith('{p}:'))).toEqual([]);
    redis.disconnect();
  });
});
