import type { Clock } from '#core/clock.ts';
import type { Coordination } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { Intake } from '#core/ports/intake.ts';
import type { JobQueue } from '#core/ports/job-queue.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import type { StageTimer } from '#core/stage.ts';
import type { AnalyseDeps } from '#workers/handle-analyse-job.ts';

/** Everything that lasts, opened: the same ports whichever profile it is. Disposing closes it in reverse order. */
export interface Profile extends AsyncDisposable {
  readonly name: 'embedded' | 'production';
  readonly posts: PostStore;
  readonly documents: DocumentStore;
  readonly coordination: Coordination;
  readonly jobs: JobQueue;
  readonly intake: Intake;
  readonly clock: Clock;
  /** Secret that pseudonyms and sealed references are derived from. */
  readonly pseudonymSecret: string;
  /** Starts what a worker analyses with, over these stores. To be disposed of first. */
  startPipeline(time: StageTimer): Promise<RunningPipeline>;
  /** Says in the data folder's lock where the page is. Does nothing in production. */
  announce(address: string): Promise<void>;
  /** What `/readyz` tries, by name. Each rejects when it can't be used. */
  readonly probes: Record<string, () => Promise<void>>;
}

/** Analyses and stores batches of posts. Disposing it finishes those that were begun and takes no more. */
export interface RunningPipeline extends AsyncDisposable {
  readonly analyse: AnalyseDeps['analyse'];
}
