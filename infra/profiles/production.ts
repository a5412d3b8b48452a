import { createIntake } from '#infra/bullmq/intake.ts';
import { openRedisQueue } from '#infra/bullmq/redis-queue.ts';
import type { Config } from '#infra/config.ts';
import { openElasticsearchDocumentStore } from '#infra/elasticsearch/document-store.ts';
import { openElasticsearch } from '#infra/elasticsearch/open-client.ts';
import { openElasticsearchPostStore } from '#infra/elasticsearch/post-store.ts';
import { openRedisCoordination } from '#infra/redis/coordination.ts';
import { openRedis } from '#infra/redis/open-redis.ts';
import { readPseudonymSecret } from '#infra/secret-file.ts';
import { keepAdditions, warnOfAdditions } from './keep-additions.ts';
import { loadKnowledge } from './knowledge.ts';
import type { ProfileOptions } from './open-profile.ts';
import type { Profile } from './profile.ts';

/** BullMQ and coordination on Redis, posts and documents in Elasticsearch. As many processes as needed may open it. */
export async function openProduction(config: Config, { logger, clock, metrics }: ProfileOptions): Promise<Profile> {
  const prefix = config.indexPrefix;
  await using resources = new AsyncDisposableStack();
  const pseudonymSecret = await readPseudonymSecret(config);
  const redis = resources.adopt(await openRedis(config), (client) => client.disconnect());
  const { client } = resources.use(await openElasticsearch(config));
  const posts = resources.use(await openElasticsearchPostStore({ client, prefix, clock, ...(metrics ? { metrics } : {}) }));
  const documents = resources.use(await openElasticsearchDocumentStore({ client, prefix, clock }));
  const coordination = resources.use(openRedisCoordination({ redis, prefix, clock }));
  const jobs = resources.use(await openRedisQueue({ url: config.redisUrl!, prefix, logger }));
  const owned = resources.move();
  const profile: Profile = {
    name: 'production',
    posts,
    documents,
    coordination,
    jobs,
    intake: createIntake({ jobs, ledger: coordination.ledger, clock }),
    clock,
    pseudonymSecret,
    async startPipeline(time) {
      const { composePipeline } = await import('./compose-pipeline.ts');
      const additions = await keepAdditions(loadKnowledge().gazetteer, documents, { onError: warnOfAdditions(logger) });
      return { analyse: composePipeline(profile, time), [Symbol.asyncDispose]: () => additions[Symbol.asyncDispose]() };
    },
    announce: () => Promise.resolve(),
    probes: { writes: () => posts.checkHealth(), queue: () => jobs.checkHealth() },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
  return profile;
}
