import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { createProgressWatch } from './progress-watch.ts';

const MINUTE_MS = 60_000;

async function watched(steps: { collected: number; pending: number }[]) {
  const clock = createVirtualClock();
  const watch = createProgressWatch(clock);
  for (const step of steps) {
    watch.saw([step]);
    await clock.advance(MINUTE_MS);
  }
  return watch;
}

describe('the watch over progress', () => {
  it('is content while a backlog, however old, is worked off', async () => {
    const steps = Array.from({ length: 60 }, (_, n) => ({ collected: 100_000, pending: 100_000 - n * 200 }));
    (await watched(steps)).check();
  });

  it('is content while there is nothing to do', async () => {
    (await watched(Array.from({ length: 60 }, () => ({ collected: 500, pending: 0 })))).check();
  });

  it('says so when posts wait and nothing moves, and is content again when it does', async () => {
    const stuck = Array.from({ length: 6 }, (_, n) => ({ collected: 500 + n, pending: 40 + n }));
    expect(() => createProgressWatch(createVirtualClock()).check()).not.toThrow();
    const watch = await watched(stuck);
    expect(() => watch.check()).toThrow('45 posts wait and none was finished for 6 minutes');
    watch.saw([{ collected: 600, pending: 30 }]);
    expect(() => watch.check()).not.toThrow();
  });
});
