/** An embedded worker that dies on a post with the word "deadly" in it, before anything of its batch is stored. */
import { systemClock } from '#core/clock.ts';
import { createLogger } from '#infra/logger.ts';
import { createMetrics } from '#infra/metrics.ts';
import { loadConfig } from '../../load-environment.ts';
import { composePipeline } from '../compose-pipeline.ts';
import { startWorker } from '../compose-worker.ts';
import { openEmbedded } from '../embedded.ts';

const config = loadConfig();
const logger = createLogger('trace');
const metrics = createMetrics();
const profile = await openEmbedded(config, { logger, clock: systemClock });
const analyse = composePipeline(profile, metrics);
process.stdout.write('The page: http://127.0.0.1:1\n');
await startWorker(profile, {
  config,
  logger,
  metrics,
  analyse(items) {
    if (items.some(({ post }) => post.text.includes('deadly'))) process.kill(process.pid, 'SIGKILL');
    return analyse(items);
  },
});
process.once('SIGTERM', () => void profile[Symbol.asyncDispose]().then(() => process.exit(0)));
