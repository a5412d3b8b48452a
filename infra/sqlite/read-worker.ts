import { parentPort, workerData } from 'node:worker_threads';
import { EarshotError } from '#core/errors.ts';
import { openForReading } from './open-database.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './read-pool.ts';
import { STOP_REASONS } from './read-pool-protocol.ts';
import { createReader } from './reader.ts';
import { fromSqlite } from './sqlite-error.ts';

const { file, stopFlag } = workerData as WorkerSetup;
const flag = new Int32Array(stopFlag);
const reader = createReader(openForReading(file));

parentPort!.on('message', ({ request, deadlineMs }: WorkerRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  parentPort!.postMessage(answer(request, deadlineMs));
});

function answer(request: WorkerRequest['request'], deadlineMs: number): WorkerAnswer {
  try {
    const value = reader.read(request, () => STOP_REASONS[Atomics.load(flag, 0)] ?? (Date.now() >= deadlineMs ? 'timeout' : undefined));
    return { ok: true, value };
  } catch (thrown) {
    const error = fromSqlite(thrown, file);
    if (error instanceof EarshotError) return { ok: false, code: error.code, message: error.message };
    return { ok: false, code: undefined, message: error instanceof Error ? error.message : 'The read failed' };
  }
}
