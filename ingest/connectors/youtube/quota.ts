import type { Clock } from '#core/clock.ts';
import { SourceError } from '../../source-error.ts';
import { pacificDay } from './pacific-day.ts';

/** What was spent of a day's units. */
export interface Spent {
  day: string;
  units: number;
}

export interface Quota {
  /** Counts one request. Throws 'rate-limited', until the next midnight in California, when the day's share is used up. */
  spend(): void;
  readonly spent: Spent;
  /** Whether less was spent than the part of the day that is over: what is not urgent waits for this. */
  readonly hasSpare: boolean;
}

export function createQuota(share: number, clock: Clock, before: Spent | undefined): Quota {
  let today = pacificDay(clock.now());
  let units = before?.day === today.date ? before.units : 0;

  function turnTheDay(): void {
    if (clock.now() < today.endMs) return;
    today = pacificDay(clock.now());
    units = 0;
  }

  return {
    spend() {
      turnTheDay();
      if (units >= share) {
        throw new SourceError(
          { type: 'rate-limited', untilMs: today.endMs },
          'The day’s share of the YouTube quota is used up: reading goes on after midnight in California. A larger sources.youtube.dailyUnits needs a larger quota.',
        );
      }
      units += 1;
    },
    get spent() {
      turnTheDay();
      return { day: today.date, units };
    },
    get hasSpare() {
      turnTheDay();
      return units < (share * (clock.now() - today.startMs)) / (today.endMs - today.startMs);
    },
  };
}
