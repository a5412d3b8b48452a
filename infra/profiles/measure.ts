import type { Logger } from '#infra/logger.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import { measureLedger } from '#workers/maintain/measure-ledger.ts';
import type { Profile } from './profile.ts';

const EVERY_MS = 60_000;

/** Each process shows the ledger and the queue in its own metrics: whichever is asked knows. */
export function startMeasuring(profile: Profile, parts: { metrics: Metrics; logger: Logger }): Disposable {
  const { jobs, clock, coordination } = profile;
  async function measure(): Promise<void> {
    try {
      await measureLedger({ ledger: coordination.ledger, jobs, metrics: parts.metrics, clock });
    } catch (error) {
      parts.logger.debug({ err: error }, 'the ledger could not be read for the metrics');
    }
  }
  void measure();
  const timer = setInterval(() => void measure(), EVERY_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
