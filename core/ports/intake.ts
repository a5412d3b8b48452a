import type { QueuedOp } from '../jobs.ts';

/** Where ingest hands over what it collected. */
export interface Intake {
  /**
   * Queues operations in batches and resolves once they are durable, so that a cursor may move past them. Handing over
   * the same operations again is harmless. Throws EarshotError 'unavailable' when the queue can't take them; the caller
   * keeps its cursor and tries again.
   */
  submit(ops: readonly QueuedOp[]): Promise<void>;
}
