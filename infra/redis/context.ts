import type { Redis } from 'ioredis';
import type { Clock } from '#core/clock.ts';

/** What each part of the coordination works with. */
export interface RedisContext {
  redis: Redis;
  clock: Clock;
  /** A key of this deployment. */
  key: (...parts: string[]) => string;
}
