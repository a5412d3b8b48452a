import { Redis, type RedisOptions } from 'ioredis';
import { createRedisBackend, withBackend } from 'bullmq';
import { EarshotError, unavailable } from '#core/errors.ts';
import type { JobQueue } from '#core/ports/job-queue.ts';
import type { Logger } from '../logger.ts';
import { TIMINGS, type BullBackend, type BullQueue, type BullWorker, type QueueTimings } from './backend.ts';
import { createJobQueue } from './job-queue.ts';

export interface RedisQueueOptions {
  url: string;
  /** Keys begin with `{prefix}`: a hash tag, so that Redis Cluster keeps a queue in one slot. */
  prefix: string;
  logger: Logger;
  timings?: Partial<QueueTimings>;
}

/** Share of maxmemory. */
const FULL_AT = 0.85;

const retryStrategy = (times: number) => Math.min(2_000, 50 * 2 ** Math.min(times, 10));
/** Adding fails at once while Redis is away, so that a source's cursor stays where it is. */
const PRODUCER = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 10_000,
  lazyConnect: true,
  retryStrategy,
} satisfies RedisOptions;
/** Workers wait for Redis as long as it takes. */
const CONSUMER = { maxRetriesPerRequest: null, lazyConnect: true, retryStrategy } satisfies RedisOptions;

/**
 * Opens the queue over Redis. Whether Redis is set up to keep what it acknowledged is checked by the profile.
 * @throws EarshotError 'unavailable' when Redis can't be reached.
 */
export async function openRedisQueue(options: RedisQueueOptions): Promise<JobQueue> {
  const producer = await connectProducer(options.url);
  const consumers: Redis[] = [];
  const { Queue, Worker } = withBackend(createRedisBackend);
  const prefix = `{${options.prefix}}`;
  const backend: BullBackend = {
    prefix,
    createQueue: (name) => new Queue(name, { connection: producer, prefix }) as unknown as BullQueue,
    createWorker(name, process, workerOptions) {
      const consumer = new Redis(options.url, CONSUMER);
      consumer.on('error', () => {});
      consumers.push(consumer);
      return new Worker(name, process, { ...workerOptions, connection: consumer, prefix }) as unknown as BullWorker;
    },
    async ping() {
      await producer.ping();
    },
    async checkRoom() {
      if (isNearlyFull(await producer.info('memory'))) throw nearlyFull();
    },
    [Symbol.asyncDispose]() {
      for (const client of [producer, ...consumers]) client.disconnect();
      return Promise.resolve();
    },
  };
  return createJobQueue(backend, { logger: options.logger, timings: { ...TIMINGS, ...options.timings } });
}

/**
 * Taking a job writes too: on a Redis that is full to the brim no worker could take one, and it would stay full. So adding stops while
 * there is still room for that.
 */
function isNearlyFull(info: string): boolean {
  const read = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0);
  const limit = read('maxmemory');
  return limit > 0 && read('used_memory') > limit * FULL_AT;
}

function nearlyFull(): EarshotError {
  return new EarshotError(
    'unavailable',
    'Redis is nearly full (maxmemory), so nothing more is queued until work is done. Nothing was lost. Add workers, or raise maxmemory.',
    { setting: 'REDIS_URL' },
  );
}

async function connectProducer(url: string): Promise<Redis> {
  const client = new Redis(url, PRODUCER);
  // Each call reports its own failure; without a listener ioredis prints them.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.disconnect();
    throw unavailable('Redis (REDIS_URL)', error);
  }
}
