import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { EarshotError, readStopped, unavailable } from '#core/errors.ts';
import type { ReadOptions } from '#core/ports/post-store.ts';
import { GO_ON, STOP_REASONS, type StopReason } from './read-pool-protocol.ts';
import { createReader, type ReadAnswers, type ReadRequest } from './reader.ts';

/** Runs scanning reads where they don't hold up the event loop. */
export interface ReadPool extends AsyncDisposable {
  /** @throws EarshotError 'timeout', 'aborted' at once when its time is up or its caller goes away. */
  read<Request extends ReadRequest>(request: Request, options?: ReadOptions): Promise<ReadAnswers[Request['type']]>;
}

export interface WorkerSetup {
  file: string;
  stopFlag: SharedArrayBuffer;
}

export interface WorkerRequest {
  request: ReadRequest;
  deadlineMs: number;
}

export type WorkerAnswer = { ok: true; value: ReadAnswers[ReadRequest['type']] } | { ok: false; code: string | undefined; message: string };

interface Task extends WorkerRequest {
  settle: (answer: WorkerAnswer) => void;
}

interface Thread {
  worker: Worker;
  flag: Int32Array;
  task: Task | undefined;
}

const DEFAULT_TIMEOUT_MS = 5_000;

/** Reads in this thread, for databases in memory, which no other thread can open. */
export function createReadsInProcess(database: DatabaseSync): ReadPool {
  const reader = createReader(database);
  return {
    async read<Request extends ReadRequest>(request: Request, { signal, timeoutMs = DEFAULT_TIMEOUT_MS }: ReadOptions = {}) {
      const deadlineMs = Date.now() + timeoutMs;
      await nextTurn();
      const answer = reader.read(request, () => (signal?.aborted ? 'aborted' : Date.now() >= deadlineMs ? 'timeout' : undefined));
      return answer as ReadAnswers[Request['type']];
    },
    async [Symbol.asyncDispose]() {},
  };
}

/** Reads in up to `threads` worker threads over the same file, each with its own read-only connection. */
export function openReadPool(file: string, threads: number): ReadPool {
  const pool: Thread[] = [];
  const waiting: Task[] = [];
  let isClosed = false;

  function start(): Thread {
    const stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { file, stopFlag } satisfies WorkerSetup });
    const thread: Thread = { worker, flag: new Int32Array(stopFlag), task: undefined };
    worker.unref();
    worker.on('message', (answer: WorkerAnswer) => finish(thread, answer));
    worker.on('error', () => lose(thread));
    worker.on('exit', () => lose(thread));
    pool.push(thread);
    return thread;
  }

  function lose(thread: Thread): void {
    const place = pool.indexOf(thread);
    if (place >= 0) pool.splice(place, 1);
    finish(thread, { ok: false, code: 'unavailable', message: unavailable('Reading the store').message });
  }

  function finish(thread: Thread, answer: WorkerAnswer): void {
    const { task } = thread;
    thread.task = undefined;
    thread.worker.unref();
    task?.settle(answer);
    assign();
  }

  function assign(): void {
    if (isClosed) return;
    while (waiting.length > 0) {
      const idle = pool.find((thread) => !thread.task) ?? (pool.length < threads ? start() : undefined);
      if (!idle) return;
      const task = waiting.shift()!;
      idle.task = task;
      Atomics.store(idle.flag, 0, GO_ON);
      idle.worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      idle.worker.postMessage({ request: task.request, deadlineMs: task.deadlineMs } satisfies WorkerRequest);
    }
  }

  function stop(task: Task, reason: StopReason): void {
    const place = waiting.indexOf(task);
    if (place >= 0) waiting.splice(place, 1);
    const thread = pool.find((candidate) => candidate.task === task);
    if (thread) Atomics.store(thread.flag, 0, STOP_REASONS.indexOf(reason));
    task.settle({ ok: false, code: reason, message: readStopped(reason).message });
  }

  function read<Request extends ReadRequest>(request: Request, options: ReadOptions = {}): Promise<ReadAnswers[Request['type']]> {
    const { signal, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    if (isClosed) return Promise.reject(unavailable('The store'));
    if (signal?.aborted) return Promise.reject(readStopped('aborted'));
    return new Promise((resolve, reject) => {
      const task: Task = {
        request,
        deadlineMs: Date.now() + timeoutMs,
        settle(answer) {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          if (answer.ok) resolve(answer.value as ReadAnswers[Request['type']]);
          else reject(answer.code ? new EarshotError(answer.code, answer.message) : new Error(answer.message));
        },
      };
      const onAbort = () => stop(task, 'aborted');
      const timer = setTimeout(() => stop(task, 'timeout'), timeoutMs);
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(task);
      assign();
    });
  }

  return {
    read,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      for (const task of waiting.splice(0)) task.settle({ ok: false, code: 'unavailable', message: unavailable('The store').message });
      for (const thread of pool) Atomics.store(thread.flag, 0, STOP_REASONS.indexOf('aborted'));
      await Promise.all(
        pool.map(({ worker }) => {
          worker.ref();
          return worker.terminate();
        }),
      );
    },
  };
}
