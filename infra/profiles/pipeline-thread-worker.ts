import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock, type Clock } from '#core/clock.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import type { StageTimer } from '#core/stage.ts';
import { openSqliteCoordination } from '#infra/sqlite/coordination.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { openSqlitePostStore } from '#infra/sqlite/post-store.ts';
import type { AnalyseDeps, Verdict } from '#workers/handle-analyse-job.ts';
import { composePipeline } from './compose-pipeline.ts';
import { keepAdditions } from './keep-additions.ts';
import { loadKnowledge } from './knowledge.ts';
import type {
  AnalyseRequest,
  PackedVerdict,
  PipelineAnswer,
  PipelineRequest,
  PipelineSetup,
  SaveRequest,
  StageTiming,
} from './pipeline-thread-protocol.ts';
import { packError } from './thread-error.ts';

const port = parentPort!;
let nowMs = 0;
const clock: Clock = { ...systemClock, now: () => nowMs };
let timings: StageTiming[] = [];
const stores = new AsyncDisposableStack();
const waiting: (AnalyseRequest | SaveRequest)[] = [];
let isRunning = false;
let isClosing = false;
/** Posts that are analysed together: batches that wait share one transaction, and its wait for the disk. */
const MOST_TOGETHER = 800;

try {
  const opened = await open(workerData as PipelineSetup);
  port.on('message', (request: PipelineRequest) => {
    if (request.type === 'close') isClosing = true;
    else waiting.push(request);
    if (!isRunning) void run(opened);
  });
  send({ type: 'opened' });
} catch (error) {
  await stores.disposeAsync();
  send({ type: 'refused', error: packError(error) });
  port.close();
}

interface Opened {
  posts: PostStore;
  analyse: AnalyseDeps['analyse'];
}

async function open({ files, maxBytes }: PipelineSetup): Promise<Opened> {
  const posts = stores.use(await openSqlitePostStore({ file: files.posts, clock, maxBytes }));
  const coordination = stores.use(await openSqliteCoordination({ file: files.coordination, clock }));
  if (files.documents !== undefined) {
    const documents = stores.use(await openSqliteDocumentStore({ file: files.documents }));
    stores.use(await keepAdditions(loadKnowledge().gazetteer, documents));
  }
  const time: StageTimer = (stage, seconds, count) => timings.push({ stage, seconds, posts: count });
  return { posts, analyse: composePipeline({ posts, coordination, clock }, time) };
}

/** One group of batches after another: a second one at a time would only wait for the same write lock. */
async function run({ posts, analyse }: Opened): Promise<void> {
  isRunning = true;
  // What arrived while the last group was analysed is still on its way to `waiting`.
  for (await nextTurn(); waiting.length > 0; await nextTurn()) {
    const group = takeGroup();
    if (group.length > 0) await handle(analyse, group);
    else await save(posts, waiting.shift() as SaveRequest);
  }
  isRunning = false;
  if (!isClosing) return;
  await stores.disposeAsync();
  port.close();
}

/** Batches that wait one after another; none where a save is next. */
function takeGroup(): AnalyseRequest[] {
  const group: AnalyseRequest[] = [];
  let posts = 0;
  for (let next = waiting[0]; next?.type === 'analyse'; next = waiting[0]) {
    posts += next.items.length;
    if (posts > MOST_TOGETHER && group.length > 0) break;
    group.push(next);
    waiting.shift();
  }
  return group;
}

async function save(posts: PostStore, { id, writes }: SaveRequest): Promise<void> {
  try {
    send({ type: 'saved', id, results: await posts.save(writes) });
  } catch (error) {
    send({ type: 'failed', id, timings: [], error: packError(error) });
  }
}

async function handle(analyse: AnalyseDeps['analyse'], group: readonly AnalyseRequest[]): Promise<void> {
  nowMs = group.at(-1)!.nowMs;
  timings = [];
  try {
    const verdicts = await analyse(group.flatMap(({ items }) => items));
    let from = 0;
    for (const { id, items } of group) {
      send({ type: 'analysed', id, timings, verdicts: verdicts.slice(from, (from += items.length)).map(packVerdict) });
      timings = [];
    }
  } catch (error) {
    for (const { id } of group) {
      send({ type: 'failed', id, timings, error: packError(error) });
      timings = [];
    }
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
