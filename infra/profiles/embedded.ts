import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createIntake } from '#infra/bullmq/intake.ts';
import { openPgliteQueue } from '#infra/bullmq/pglite-queue.ts';
import type { Config } from '#infra/config.ts';
import { openLocalEndpoint } from '#infra/local-endpoint.ts';
import { openFolderLock } from '#infra/lock-file.ts';
import { readPseudonymSecret } from '#infra/secret-file.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import type { ProfileOptions } from './open-profile.ts';
import { runOperation } from './operations.ts';
import { openPipelineThread, type PipelineThread } from './pipeline-thread.ts';
import type { Profile } from './profile.ts';

/**
 * Everything in one folder and one process: BullMQ on PGlite, SQLite for the rest, and a way in for commands. Posts are analysed and
 * stored in a thread of their own.
 */
export async function openEmbedded(config: Config, { logger, clock, progress }: ProfileOptions): Promise<Profile> {
  const folder = config.dataFolder;
  await using resources = new AsyncDisposableStack();
  const lock = resources.use(await openFolderLock(folder));
  const pseudonymSecret = await readPseudonymSecret(config);
  const files = {
    posts: join(folder, 'posts.db'),
    coordination: join(folder, 'coordination.db'),
    documents: join(folder, 'documents.db'),
  };
  const posts = resources.use(await openSqlitePostStore({ file: files.posts, clock }));
  const documents = resources.use(await openSqliteDocumentStore({ file: files.documents }));
  const coordination = resources.use(await openSqliteCoordination({ file: files.coordination, clock }));
  const queueFolder = join(folder, 'queue');
  if (!existsSync(queueFolder)) progress?.('First start: making the database of the queue takes some seconds …');
  const jobs = resources.use(await openPgliteQueue({ folder: queueFolder, logger }));
  let pipeline: PipelineThread | undefined;
  const profile: Profile = {
    name: 'embedded',
    // Where the pipeline runs, its thread writes: a hundred posts take up to 0.2 s, for which this thread would stand still.
    posts: { ...posts, save: (writes) => (pipeline ?? posts).save(writes) },
    documents,
    coordination,
    jobs,
    intake: createIntake({ jobs, ledger: coordination.ledger, clock }),
    clock,
    pseudonymSecret,
    async startPipeline(time) {
      const thread = await openPipelineThread({ files, clock, time });
      pipeline = thread;
      return {
        analyse: thread.analyse,
        async [Symbol.asyncDispose]() {
          pipeline = undefined;
          await thread[Symbol.asyncDispose]();
        },
      };
    },
    announce: (address) => lock.announce(address),
    probes: { writes: () => posts.checkHealth(), queue: () => jobs.checkHealth() },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
  resources.use(await openLocalEndpoint(folder, (name, input) => runOperation(profile, name, input)));
  const owned = resources.move();
  return profile;
}
