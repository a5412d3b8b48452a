import type { Metrics } from '#core/ports/metrics.ts';
import { MAINTENANCE, QUEUES } from '#core/jobs.ts';
import type { StageTimer } from '#core/stage.ts';
import type { Config } from '#infra/config.ts';
import type { Logger } from '#infra/logger.ts';
import { CONNECTORS } from '#ingest/connectors/index.ts';
import { createAnalyseHandler, type AnalyseDeps } from '#workers/handle-analyse-job.ts';
import { createMaintainHandler } from '#workers/maintain/create-maintain-handler.ts';
import type { Profile } from './profile.ts';

const SCHEDULES_MS = 5 * 60_000;

export interface WorkerParts {
  config: Pick<Config, 'workerConcurrency' | 'retentionDays'>;
  logger: Logger;
  metrics: Metrics;
  /** Default: the profile's pipeline. */
  analyse?: AnalyseDeps['analyse'];
}

/** Starts handling batches and maintenance. Disposing it finishes the batches at work and takes no more. */
export async function startWorker(profile: Profile, { config, logger, metrics, analyse }: WorkerParts): Promise<AsyncDisposable> {
  const { posts, documents, coordination, jobs, clock } = profile;
  const { ledger, duplicates } = coordination;
  const shared = { posts, documents, ledger, duplicates, jobs, metrics, clock };
  const maintain = createMaintainHandler({ ...shared, retentionDays: config.retentionDays, sourceRetentionDays: retentionBySource() });

  await using started = new AsyncDisposableStack();
  const handle = createAnalyseHandler({
    ...shared,
    analyse: analyse ?? started.use(await profile.startPipeline(timeStages(metrics))).analyse,
  });
  started.use(await keepSchedules(profile, logger));
  started.use(await jobs.work(QUEUES.maintain, maintain, { concurrency: 1 }));
  started.use(await jobs.work(QUEUES.erase, handle, { concurrency: 1 }));
  started.use(await jobs.work(QUEUES.analyse, handle, { concurrency: config.workerConcurrency }));
  const running = started.move();
  return { [Symbol.asyncDispose]: () => running.disposeAsync() };
}

function retentionBySource(): Record<string, number> {
  return Object.fromEntries(
    Object.values(CONNECTORS).flatMap(({ meta: { id, policy } }) => (policy.retentionDays === null ? [] : [[id, policy.retentionDays]])),
  );
}

function timeStages(metrics: Metrics): StageTimer {
  return (stage, seconds) => metrics.observeSeconds('earshot_stage_duration_seconds', { stage }, seconds);
}

/** Schedules have been known to vanish from queues, so they are registered again every few minutes. */
async function keepSchedules({ jobs }: Profile, logger: Logger): Promise<Disposable> {
  async function register(): Promise<void> {
    for (const [task, cron] of Object.entries(MAINTENANCE)) await jobs.schedule(QUEUES.maintain, task, cron, task);
  }
  await register();
  const timer = setInterval(() => {
    register().catch((error: unknown) => logger.debug({ err: error }, 'the schedules could not be checked'));
  }, SCHEDULES_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
