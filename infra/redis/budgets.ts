import type { Budgets } from '#core/ports/coordination.ts';
import type { RedisContext } from './context.ts';
import { createScript } from './script.ts';

/** A bucket that nobody asked for is dropped once it would be full again, and this much later. */
const IDLE_MS = 3_600_000;

/** The time only moves forward, even if machines' clocks differ. More than the capacity is lent from a full bucket. */
const TAKE = `
local now, cost, capacity, perMs = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]) / 1000
local held = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'hold')
local tokens, at, hold = tonumber(held[1] or capacity), tonumber(held[2] or now), tonumber(held[3] or 0)
if hold > now then return string.format('%.0f', hold - now) end
tokens = math.min(capacity, tokens + math.max(0, now - at) * perMs)
at = math.max(at, now)
local wait = 0
if tokens >= math.min(cost, capacity) then
  tokens = tokens - cost
else
  wait = math.max(1, math.ceil((math.min(cost, capacity) - tokens) / perMs))
end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.17g', tokens), 'at', string.format('%.0f', at))
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.min(2^52, (capacity - tokens) / perMs + ARGV[5])))
return string.format('%.0f', wait)
`;

const HOLD = `
local held = tonumber(redis.call('HGET', KEYS[1], 'hold') or 0)
local untilMs = math.max(held, tonumber(ARGV[1]))
redis.call('HSET', KEYS[1], 'hold', string.format('%.0f', untilMs))
local left = math.max(redis.call('PTTL', KEYS[1]), untilMs - tonumber(ARGV[2]) + ARGV[3])
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.min(2^52, left)))
return 0
`;

export function createBudgets({ redis, clock, key }: RedisContext): Budgets {
  const take = createScript(redis, TAKE);
  const hold = createScript(redis, HOLD);
  return {
    async take(name, cost, { capacity, refillPerSecond }) {
      const waitMs = Number(await take([key('budget', name)], [clock.now(), cost, capacity, refillPerSecond, IDLE_MS]));
      return { granted: waitMs === 0, retryAfterMs: waitMs };
    },
    async hold(name, untilMs) {
      await hold([key('budget', name)], [untilMs, clock.now(), IDLE_MS]);
    },
  };
}
