import { DAY_MS } from '#core/calendar.ts';
import type { MaintenanceTask } from '#core/jobs.ts';
import { DUPLICATE_HORIZON_MS, type DuplicatesIndex } from '#core/ports/coordination.ts';
import type { JobHandler } from '#core/ports/job-queue.ts';
import { MATCH_ALL, type QueryNode } from '#core/query.ts';
import { sweepFailedJobs, type SweepDeps } from './sweep-failed-jobs.ts';

export interface MaintainDeps extends SweepDeps {
  duplicates: DuplicatesIndex;
  retentionDays: number;
  /** Sources whose terms ask for less, in days by id. */
  sourceRetentionDays?: Readonly<Record<string, number>>;
}

/** Handles the jobs of the `maintain` queue: their data is the task's name. */
export function createMaintainHandler(deps: MaintainDeps): JobHandler {
  const tasks: Record<MaintenanceTask, () => Promise<unknown>> = {
    'sweep-failed': () => sweepFailedJobs(deps),
    'prune-duplicates': () => deps.duplicates.prune(deps.clock.now() - DUPLICATE_HORIZON_MS),
    'expire-posts': async () => {
      await expire(MATCH_ALL, deps.retentionDays);
      for (const [source, days] of Object.entries(deps.sourceRetentionDays ?? {})) {
        if (days < deps.retentionDays) await expire({ type: 'field', field: 'source', value: source }, days);
      }
    },
  };

  function expire(where: QueryNode, days: number): Promise<unknown> {
    const selection = { where, toMs: deps.clock.now() - days * DAY_MS };
    return deps.posts.forget({ type: 'selection', selection, reason: 'expired' });
  }

  return async ({ data }) => {
    const task = tasks[data as MaintenanceTask];
    // A task of a later version, scheduled before this one was put back: its own worker will do it.
    if (task) await task();
  };
}
