import { Redis } from 'ioredis';
import { describe } from 'vitest';
import { describeCoordinationContract } from '#core/ports/coordination.contract.ts';
import { testRedis, uniquePrefix } from '../test-servers/in-tests.ts';
import { openRedisCoordination } from './coordination.ts';

describe.skipIf(!testRedis())('Redis', () => {
  describeCoordinationContract('Redis', (clock) => {
    const prefix = uniquePrefix();
    const open = () => {
      const redis = new Redis(testRedis()!);
      const coordination = openRedisCoordination({ redis, prefix, clock });
      return { ...coordination, [Symbol.asyncDispose]: async () => void (await redis.quit()) };
    };
    return Promise.resolve([open(), open()] as const);
  });
});
