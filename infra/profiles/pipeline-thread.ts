import { Worker } from 'node:worker_threads';
import type { Clock } from '#core/clock.ts';
import { EarshotError, unavailable } from '#core/errors.ts';
import type { PostStore, SaveResult } from '#core/ports/post-store.ts';
import { errorCodeOf } from '#core/quarantine.ts';
import type { StageTimer } from '#core/stage.ts';
import type { Verdict } from '#workers/handle-analyse-job.ts';
import type { PackedVerdict, PipelineAnswer, PipelineRequest, PipelineSetup } from './pipeline-thread-protocol.ts';
import type { RunningPipeline } from './profile.ts';
import { unpackError } from './thread-error.ts';

export interface PipelineThreadOptions extends PipelineSetup {
  clock: Clock;
  time: StageTimer;
  /** What runs in the thread. Default: the pipeline. */
  entry?: URL;
}

/**
 * With a limit of its own the thread gives garbage back sooner: 100 MB less under load. A batch of 200 posts of 40,000 characters, the
 * largest there can be, needs less than 512.
 */
const HEAP_MB = 768;
/** Most of what a batch needs is garbage when it is stored: with more room it dies young, which costs a tenth less time. */
const YOUNG_MB = 96;

type Asked<T> = Map<number, PromiseWithResolvers<T>>;

/** A pipeline that also stores what was analysed elsewhere, in turn with its own: SQLite takes one writer at a time. */
export interface PipelineThread extends RunningPipeline {
  readonly save: PostStore['save'];
}

/**
 * Runs the pipeline in a worker thread with connections of its own, so that neither analysing nor waiting for the disk holds up the event
 * loop, and two processors are used. Batches are handled one after
 * another, those that wait together in one go, at the time of `clock` when they were handed over.
 *
 * If the thread dies, the process ends, as it would have if it had analysed the batch itself: the record of starts then finds the post at
 * fault.
 *
 * @throws EarshotError 'damaged', 'schema-too-new' or 'unavailable' of the stores; 'thread-died' when it ends before it is ready.
 */
export async function openPipelineThread({ files, maxBytes, clock, time, entry }: PipelineThreadOptions): Promise<PipelineThread> {
  const worker = new Worker(entry ?? new URL('./pipeline-thread-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    workerData: { files, maxBytes } satisfies PipelineSetup,
  });
  const batches: Asked<readonly Verdict[]> = new Map();
  const saves: Asked<SaveResult[]> = new Map();
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let state: 'opening' | 'open' | 'closing' | 'dead' = 'opening';
  let lastId = 0;

  function send(request: PipelineRequest): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage(request);
  }

  function receive(answer: PipelineAnswer): void {
    if (answer.type === 'opened') {
      state = 'open';
      return opened.resolve();
    }
    if (answer.type === 'refused') return opened.reject(unpackError(answer.error));
    const { id } = answer;
    if (answer.type === 'saved') saves.get(id)?.resolve(answer.results);
    else {
      for (const { stage, seconds, posts } of answer.timings) time(stage, seconds, posts);
      if (answer.type === 'analysed') batches.get(id)?.resolve(answer.verdicts.map(unpackVerdict));
      else (batches.get(id) ?? saves.get(id))?.reject(unpackError(answer.error));
    }
    batches.delete(id);
    saves.delete(id);
    // Work keeps the process alive; the thread alone does not.
    if (!isWaitedFor() && state === 'open') worker.unref();
  }

  const isWaitedFor = () => batches.size + saves.size > 0;

  function die(why: string, cause?: unknown): void {
    if (state === 'dead') return;
    const wasOpening = state === 'opening';
    state = 'dead';
    const error = new EarshotError(
      'thread-died',
      `The thread that analyses posts has died (${why}), and Earshot ends with it. Nothing was lost: start it again.`,
      { cause: wasOpening ? cause : undefined },
    );
    opened.reject(error);
    if (wasOpening) return ended.resolve();
    // Only if something catches what is thrown here: an answer before the process has ended would take the start off the record.
    setImmediate(() => {
      for (const { reject } of [...batches.values(), ...saves.values()]) reject(error);
      batches.clear();
      saves.clear();
      ended.resolve();
    });
    throw error;
  }

  worker.on('message', receive);
  worker.on('messageerror', () => die('an answer could not be read'));
  // The message of an error that escaped may quote a post.
  worker.on('error', (error) => die(errorCodeOf(error) ?? 'something was thrown', error));
  worker.on('exit', (code) => (state === 'closing' && !isWaitedFor() ? ended.resolve() : die(`exit code ${code}`)));

  try {
    await opened.promise;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  worker.unref();

  /** @throws EarshotError 'unavailable' when it is closed, or what the thread failed with. */
  function ask<T>(waiting: Asked<T>, request: (id: number) => PipelineRequest): Promise<T> {
    if (state !== 'open') return Promise.reject(unavailable('The analysis'));
    const asked = Promise.withResolvers<T>();
    waiting.set(++lastId, asked);
    worker.ref();
    send(request(lastId));
    return asked.promise;
  }

  return {
    analyse: (items) => ask(batches, (id) => ({ type: 'analyse', id, items, nowMs: clock.now() })),
    save: (writes) => ask(saves, (id) => ({ type: 'save', id, writes })),
    async [Symbol.asyncDispose]() {
      if (state === 'open') {
        state = 'closing';
        worker.ref();
        send({ type: 'close' });
      }
      await ended.promise;
    },
  };
}

function unpackVerdict(verdict: PackedVerdict): Verdict {
  return verdict.type === 'quarantine' ? { ...verdict, cause: unpackError(verdict.cause) } : verdict;
}
