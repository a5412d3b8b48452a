import { describe } from 'vitest';
import type { Clock } from '../clock.ts';
import { createVirtualClock, type VirtualClock } from '../virtual-clock.ts';
import type { Coordination } from './coordination.ts';
import { specifyDuplicates } from './coordination-duplicates.contract.ts';
import { specifyLedger } from './coordination-ledger.contract.ts';
import { specifyOwnership } from './coordination-ownership.contract.ts';

/** Two clients of the same fresh, empty state, both on this clock. The suite disposes both, the second first. */
export type OpenCoordinations = (clock: Clock) => Promise<readonly [Coordination, Coordination]>;

export interface CoordinationPair extends AsyncDisposable {
  one: Coordination;
  other: Coordination;
  clock: VirtualClock;
}

/** What every adapter of `Coordination` promises. */
export function describeCoordinationContract(name: string, open: OpenCoordinations): void {
  async function openPair(): Promise<CoordinationPair> {
    const clock = createVirtualClock();
    const [one, other] = await open(clock);
    return {
      one,
      other,
      clock,
      async [Symbol.asyncDispose]() {
        await other[Symbol.asyncDispose]();
        await one[Symbol.asyncDispose]();
      },
    };
  }

  describe(`Coordination on ${name}`, () => {
    specifyOwnership(openPair);
    specifyDuplicates(openPair);
    specifyLedger(openPair);
  });
}
