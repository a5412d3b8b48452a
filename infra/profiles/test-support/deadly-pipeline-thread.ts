/** The pipeline's thread, but it ends on a post with the word "deadly" in it, and throws on one with "poisonous". */
import { parentPort } from 'node:worker_threads';
import type { PipelineRequest } from '../pipeline-thread-protocol.ts';

parentPort!.on('message', (request: PipelineRequest) => {
  const texts = request.type === 'analyse' ? request.items.map(({ post }) => post.text) : [];
  if (texts.some((text) => text.includes('deadly'))) process.exit(3);
  const poisonous = texts.find((text) => text.includes('poisonous'));
  if (poisonous !== undefined) throw new SyntaxError(`can't read ${poisonous}`);
});
await import('../pipeline-thread-worker.ts');
