import type { Clock } from '#core/clock.ts';
import { EarshotError } from '#core/errors.ts';
import type { SourceAccount } from '#core/ports/coordination.ts';

/** Tells a queue that works off a backlog from one that has stopped: a ping can't. */
export interface ProgressWatch {
  /** To be called each minute or so with what the ledger says. */
  saw(accounts: readonly Pick<SourceAccount, 'collected' | 'pending'>[]): void;
  /** Throws EarshotError 'stalled' when batches have been waiting and none was settled for some minutes. */
  check(): void;
}

const PATIENCE_MS = 5 * 60_000;

export function createProgressWatch(clock: Clock): ProgressWatch {
  let settled = -1;
  let pending = 0;
  let movedAtMs = clock.now();

  return {
    saw(accounts) {
      const settledNow = accounts.reduce((sum, account) => sum + account.collected - account.pending, 0);
      pending = accounts.reduce((sum, account) => sum + account.pending, 0);
      if (settledNow === settled && pending > 0) return;
      settled = settledNow;
      movedAtMs = clock.now();
    },
    check() {
      const minutes = Math.floor((clock.now() - movedAtMs) / 60_000);
      if (pending === 0 || clock.now() - movedAtMs < PATIENCE_MS) return;
      throw new EarshotError(
        'stalled',
        `${pending} posts wait and none was finished for ${minutes} minutes. Is a worker running, and can it write to the store?`,
      );
    },
  };
}
