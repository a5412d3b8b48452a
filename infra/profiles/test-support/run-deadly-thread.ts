/** Hands one post, the text of which is the second argument, to a thread that may die on it, over the folder that is the first. */
import { join } from 'node:path';
import { systemClock } from '#core/clock.ts';
import { openPipelineThread } from '../pipeline-thread.ts';
import { seededUpsert } from './seeded-upsert.ts';

const [folder, text] = process.argv.slice(2) as [string, string];
const { analyse } = await openPipelineThread({
  files: { posts: join(folder, 'posts.db'), coordination: join(folder, 'coordination.db') },
  clock: systemClock,
  time: () => {},
  entry: new URL('./deadly-pipeline-thread.ts', import.meta.url),
});
const op = seededUpsert(1, 1);
if (op.op !== 'upsert') throw new TypeError('a seeded operation is an upsert');
const answer = await analyse([{ post: { ...op.post, text } }]).then(
  (verdicts) => verdicts[0]!.type,
  () => 'rejected',
);
// Neither is reached when the thread dies. When it doesn't, the process ends by itself although the thread is still there.
process.stdout.write(answer);
