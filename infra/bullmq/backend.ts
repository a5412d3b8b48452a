import type { IQueueBackend, Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { StoredData } from './stored-data.ts';

export type BullQueue = Queue<StoredData, void, string, StoredData, void, string, IQueueBackend, never>;
export type BullWorker = Worker<StoredData, void, string, IQueueBackend, never, never>;
export type BullProcessor = Processor<StoredData, void>;

/** Where BullMQ keeps its queues: PGlite or Redis. */
export interface BullBackend extends AsyncDisposable {
  /** First part of every key; empty where the backend needs none. */
  readonly prefix: string;
  createQueue(name: string): BullQueue;
  createWorker(name: string, process: BullProcessor, options: Omit<WorkerOptions, 'connection' | 'prefix'>): BullWorker;
  /** Throws if the backend can't be reached. */
  ping(): Promise<void>;
  /** Throws EarshotError 'unavailable' if more jobs would leave too little room for work on those that are there. */
  checkRoom(): Promise<void>;
}

/** How long things take. Tests shorten them. */
export interface QueueTimings {
  /** A job whose lock is older than this has lost its worker. */
  lockMs: number;
  /** How often jobs without a worker are looked for; one found twice is started again. */
  stalledCheckMs: number;
  /** First wait before a failed job is tried again; doubles each time. */
  backoffMs: number;
  /** First and longest pause of a worker whose handler said 'unavailable'. */
  pauseMs: number;
  longestPauseMs: number;
}

export const TIMINGS: QueueTimings = { lockMs: 30_000, stalledCheckMs: 15_000, backoffMs: 1_000, pauseMs: 1_000, longestPauseMs: 60_000 };
