import { Redis, type RedisOptions } from 'ioredis';
import { createRedisBackend, withBackend } from 'bullmq';
import { unavailable } from '#core/errors.ts';
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
    [Symbol.asyncDispose]() {
      for (const client of [producer, ...consumers]) client.disconnect();
      return Promise.resolve();
    },
  };
  return createJobQueue(backend, { logger: options.logger, timings: { ...TIMINGS, ...options.timings } });
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
