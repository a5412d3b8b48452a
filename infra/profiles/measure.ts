import type { Logger } from '#infra/logger.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import { measureLedger } from '#workers/maintain/measure-ledger.ts';
import type { Profile } from './profile.ts';
import { createProgressWatch } from './progress-watch.ts';

const EVERY_MS = 60_000;

export interface Measuring extends Disposable {
  /** Rejects when batches wait and nothing has been finished for some minutes. */
  checkProgress(): Promise<void>;
}

/** Each process shows the ledger and the queue in its own metrics: whichever is asked knows. */
export function startMeasuring(profile: Profile, parts: { metrics: Metrics; logger: Logger }): Measuring {
  const watch = createProgressWatch(profile.clock);
  const { jobs, clock, coordination } = profile;
  async function measure(): Promise<void> {
    try {
      watch.saw(await coordination.ledger.accounts());
      await measureLedger({ ledger: coordination.ledger, jobs, metrics: parts.metrics, clock });
    } catch (error) {
      parts.logger.debug({ err: error }, 'the ledger could not be read for the metrics');
    }
  }
  void measure();
  const timer = setInterval(() => void measure(), EVERY_MS);
  return {
    checkProgress: async () => watch.check(),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
