import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { hasCode } from '#core/errors.ts';
import { jobQueueContract } from '#core/ports/job-queue.contract.ts';
import { createLogger } from '../logger.ts';
import { testRedis, uniquePrefix } from '../test-servers/in-tests.ts';
import { startRedis } from '../test-servers/redis.ts';
import { openRedisQueue } from './redis-queue.ts';
import { killWhenStarted } from './test-support/run-until-started.ts';
import { SHORT } from './test-support/timings.ts';

const logger = createLogger('silent');

describe.skipIf(!testRedis())('over Redis', () => {
  jobQueueContract('Redis', () => {
    const url = testRedis()!;
    let prefix = uniquePrefix();
    return Promise.resolve({
      open: () => openRedisQueue({ url, prefix, logger, timings: SHORT }),
      dieDuringJob: (queue) => killWhenStarted(['redis', url, queue, prefix]),
      reset() {
        prefix = uniquePrefix();
        return Promise.resolve();
      },
    });
  });

  it('says at once that it is unavailable while Redis is gone, and works again after it came back with all that was acknowledged', async () => {
    await using server = await startRedis();
    await using queue = await openRedisQueue({ url: server.url, prefix: uniquePrefix(), logger, timings: SHORT });
    await queue.add('work', [{ id: 'before', data: 1 }]);
    const taken: string[] = [];
    const both = Promise.withResolvers<void>();
    await server.kill();
    const startedMs = Date.now();
    await expect(queue.add('work', [{ id: 'lost', data: 2 }])).rejects.toSatisfy((error) => hasCode(error, 'unavailable'));
    await expect(queue.checkHealth()).rejects.toSatisfy((error) => hasCode(error, 'unavailable'));
    expect(Date.now() - startedMs).toBeLessThan(5_000);
    await server.start();
    await expect
      .poll(
        () =>
          queue.checkHealth().then(
            () => true,
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
    await queue.add('work', [{ id: 'after', data: 3 }]);
    await queue.work(
      'work',
      ({ id }) => {
        taken.push(id);
        if (taken.length === 2) both.resolve();
        return Promise.resolve();
      },
      { concurrency: 1 },
    );
    await both.promise;
    expect(taken).toEqual(['before', 'after']);
  });

  it('consumes again within five seconds of a restart of Redis', async () => {
    await using server = await startRedis();
    await using queue = await openRedisQueue({ url: server.url, prefix: uniquePrefix(), logger, timings: SHORT });
    const taken = Promise.withResolvers<number>();
    await queue.work('work', () => Promise.resolve(taken.resolve(Date.now())), { concurrency: 2 });
    await server.kill();
    await server.start();
    const upAtMs = Date.now();
    await expect
      .poll(
        () =>
          queue.add('work', [{ id: 'job', data: 1 }]).then(
            () => true,
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
    expect((await taken.promise) - upAtMs).toBeLessThan(5_000);
  });

  it('adds nothing when Redis has no memory left, says so, and adds again when it has', async () => {
    await using server = await startRedis({ maxmemory: '3mb' });
    await using queue = await openRedisQueue({ url: server.url, prefix: uniquePrefix(), logger, timings: SHORT });
    let added = 0;
    const fill = async () => {
      for (; added < 200; added++) await queue.add('work', [{ id: `job-${added}`, data: randomBytes(60_000).toString('base64') }]);
    };
    await expect(fill()).rejects.toSatisfy((error) => hasCode(error, 'unavailable'));
    expect((await queue.counts('work')).waiting).toBe(added);
    let done = 0;
    await queue.work(
      'work',
      () => {
        done += 1;
        return Promise.resolve();
      },
      { concurrency: 1 },
    );
    await expect.poll(() => done, { timeout: 10_000 }).toBe(added);
    await queue.add('work', [{ id: 'again', data: 1 }]);
    await expect.poll(() => done, { timeout: 10_000 }).toBe(added + 1);
  });

  it('puts right a schedule whose keys vanished', async () => {
    const url = testRedis()!;
    const prefix = uniquePrefix();
    await using queue = await openRedisQueue({ url, prefix, logger, timings: SHORT });
    await queue.schedule('work', 'daily', '0 3 * * *', 1);
    const nextMs = await queue.nextRunMs('work', 'daily');
    const redis = new Redis(url);
    const key = (name: string) => `{${prefix}}:work:${name}`;
    await redis.del(key('repeat'), key('repeat:daily'));
    expect(await queue.nextRunMs('work', 'daily')).toBeNull();
    // Its next job is still there, and must not run twice.
    await queue.schedule('work', 'daily', '0 3 * * *', 1);
    expect(await queue.counts('work')).toMatchObject({ delayed: 1 });
    await redis.del(key(`repeat:daily:${nextMs}`), key('delayed'));
    redis.disconnect();
    await queue.schedule('work', 'daily', '0 3 * * *', 1);
    expect(await queue.nextRunMs('work', 'daily')).toBe(nextMs);
    expect(await queue.counts('work')).toMatchObject({ delayed: 1 });
  });

  it('can not be opened where there is no Redis, and names the setting', async () => {
    const refusal = openRedisQueue({ url: 'redis://127.0.0.1:1', prefix: 'x', logger });
    await expect(refusal).rejects.toMatchObject({ code: 'unavailable' });
    await expect(refusal).rejects.toThrow('REDIS_URL');
  });
});
