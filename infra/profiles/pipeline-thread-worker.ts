import { parentPort, workerData } from 'node:worker_threads';
import { systemClock, type Clock } from '#core/clock.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import type { AnalyseDeps, Verdict } from '#workers/handle-analyse-job.ts';
import { composePipeline } from './compose-pipeline.ts';
import type { PackedVerdict, PipelineAnswer, PipelineRequest, PipelineSetup, StageTiming } from './pipeline-thread-protocol.ts';
import { packError } from './thread-error.ts';

const port = parentPort!;
let nowMs = 0;
const clock: Clock = { ...systemClock, now: () => nowMs };
let timings: StageTiming[] = [];
const stores = new AsyncDisposableStack();
let last = Promise.resolve();

try {
  const analyse = await open(workerData as PipelineSetup);
  // One batch after another: a second one at a time would only wait for the same write lock.
  port.on('message', (request: PipelineRequest) => {
    last = last.then(() => handle(analyse, request));
  });
  send({ type: 'opened' });
} catch (error) {
  await stores.disposeAsync();
  send({ type: 'refused', error: packError(error) });
  port.close();
}

async function open({ files, maxBytes }: PipelineSetup): Promise<AnalyseDeps['analyse']> {
  const posts = stores.use(await openSqlitePostStore({ file: files.posts, clock, maxBytes }));
  const coordination = stores.use(await openSqliteCoordination({ file: files.coordination, clock }));
  return composePipeline({ posts, coordination, clock }, (stage, seconds, count) => timings.push({ stage, seconds, posts: count }));
}

async function handle(analyse: AnalyseDeps['analyse'], request: PipelineRequest): Promise<void> {
  if (request.type === 'close') {
    await stores.disposeAsync();
    port.close();
    return;
  }
  const { id, items } = request;
  nowMs = request.nowMs;
  timings = [];
  try {
    const verdicts = await analyse(items);
    send({ type: 'analysed', id, timings, verdicts: verdicts.map(packVerdict) });
  } catch (error) {
    send({ type: 'failed', id, timings, error: packError(error) });
  }
}

/** Without the analysed post of one that was kept, which is larger than all the rest. */
function packVerdict(verdict: Verdict): PackedVerdict {
  switch (verdict.type) {
    case 'keep':
      return { type: 'keep' };
    case 'drop':
      return { type: 'drop', reason: verdict.reason };
    case 'quarantine':
      return { ...verdict, cause: packError(verdict.cause) };
  }
}

function send(answer: PipelineAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  port.postMessage(answer);
}
