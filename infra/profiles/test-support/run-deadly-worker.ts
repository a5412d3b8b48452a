/**
 * An embedded worker that dies on a post with the word "deadly" in it, before anything of its batch is stored. Argument `thread`: it is
 * the thread of its pipeline that dies.
 */
import { join } from 'node:path';
import { systemClock } from '#core/clock.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import type { AnalyseDeps } from '#workers/handle-analyse-job.ts';
import { loadConfig } from '../../load-environment.ts';
import { composePipeline } from '../compose-pipeline.ts';
import { startWorker } from '../compose-worker.ts';
import { openEmbedded } from '../embedded.ts';
import { openPipelineThread } from '../pipeline-thread.ts';

const config = loadConfig();
const logger = createLogger('trace');
const metrics = createMetrics();
const profile = await openEmbedded(config, { logger, clock: systemClock });
const analyse = process.argv.includes('thread') ? await inThread() : inProcess();
process.stdout.write('The page: http://127.0.0.1:1\n');
await startWorker(profile, { config, logger, metrics, analyse });
process.once('SIGTERM', () => void profile[Symbol.asyncDispose]().then(() => process.exit(0)));

function inProcess(): AnalyseDeps['analyse'] {
  const pipeline = composePipeline(profile);
  return (items) => {
    if (items.some(({ post }) => post.text.includes('deadly'))) process.kill(process.pid, 'SIGKILL');
    return pipeline(items);
  };
}

async function inThread(): Promise<AnalyseDeps['analyse']> {
  const files = { posts: join(config.dataFolder, 'posts.db'), coordination: join(config.dataFolder, 'coordination.db') };
  const entry = new URL('./deadly-pipeline-thread.ts', import.meta.url);
  return (await openPipelineThread({ files, clock: systemClock, time: () => {}, entry })).analyse;
}
