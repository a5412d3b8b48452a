import type { Leases } from '#core/ports/coordination.ts';
import type { RedisContext } from './context.ts';
import { createScript } from './script.ts';

/** A lease is a hash that stays when the lease ends, so that its fence never falls. */
const ACQUIRE = `
local held = redis.call('HMGET', KEYS[1], 'holder', 'until')
local now = tonumber(ARGV[2])
if held[1] and held[1] ~= ARGV[1] and tonumber(held[2]) > now then return 0 end
local fence = redis.call('HINCRBY', KEYS[1], 'fence', 1)
redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'until', string.format('%.0f', now + tonumber(ARGV[3])))
return fence
`;

/** A time to live of 0 releases it. */
const RENEW = `
local held = redis.call('HMGET', KEYS[1], 'holder', 'until', 'fence')
local now = tonumber(ARGV[2])
if held[1] ~= ARGV[1] or held[3] ~= ARGV[4] or tonumber(held[2]) <= now then return 0 end
redis.call('HSET', KEYS[1], 'until', string.format('%.0f', now + tonumber(ARGV[3])))
return 1
`;

export function createLeases({ redis, clock, key }: RedisContext): Leases {
  const acquire = createScript(redis, ACQUIRE);
  const renew = createScript(redis, RENEW);
  return {
    async acquire(name, holder, ttlMs) {
      const fence = Number(await acquire([key('lease', name)], [holder, clock.now(), ttlMs]));
      return fence === 0 ? null : { name, holder, fence };
    },
    async renew(lease, ttlMs) {
      return (await renew([key('lease', lease.name)], [lease.holder, clock.now(), ttlMs, lease.fence])) === 1;
    },
    async release(lease) {
      await renew([key('lease', lease.name)], [lease.holder, clock.now(), 0, lease.fence]);
    },
  };
}
