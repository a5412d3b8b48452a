/** A process for the contract suite: takes one job, says so and hangs until it is killed. Arguments: pglite|redis, folder or URL, queue, prefix. */
import { createLogger } from '../../logger.ts';
import { openPgliteQueue } from '../pglite-queue.ts';
import { SHORT } from './timings.ts';

const [backend, where, name, prefix] = process.argv.slice(2) as [string, string, string, string];
const logger = createLogger('silent');
const queue =
  backend === 'pglite'
    ? await openPgliteQueue({ folder: where, logger, timings: SHORT })
    : await (await import('../redis-queue.ts')).openRedisQueue({ url: where, prefix, logger, timings: SHORT });
await queue.work(
  name,
  () => {
    process.stdout.write('started\n');
    return new Promise(() => {});
  },
  { concurrency: 1 },
);
