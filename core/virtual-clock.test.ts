import { describe, expect, it } from 'vitest';
import { createVirtualClock } from './virtual-clock.ts';

describe('createVirtualClock', () => {
  it('stands still until it is moved', async () => {
    const clock = createVirtualClock(1_000);
    expect(clock.now()).toBe(1_000);
    await clock.advance(500);
    expect(clock.now()).toBe(1_500);
  });

  it('wakes sleepers in the order that they fall due, each at its own time', async () => {
    const clock = createVirtualClock(0);
    const woken: [string, number][] = [];
    const sleep = (name: string, ms: number) => clock.sleep(ms).then(() => woken.push([name, clock.now()]));
    const sleeps = [sleep('late', 300), sleep('early', 100), sleep('never', 1_000), sleep('at once', 0)];
    expect(clock.sleeping).toBe(4);
    await clock.advance(300);
    expect(woken).toEqual([
      ['at once', 0],
      ['early', 100],
      ['late', 300],
    ]);
    expect(clock.sleeping).toBe(1);
    await clock.advance(700);
    await Promise.all(sleeps);
    expect(woken.at(-1)).toEqual(['never', 1_000]);
  });

  it('wakes those that go to sleep again while it moves', async () => {
    const clock = createVirtualClock(0);
    const ticks: number[] = [];
    const ticking = (async () => {
      for (let n = 0; n < 3; n++) {
        await clock.sleep(100);
        ticks.push(clock.now());
      }
    })();
    await clock.advance(250);
    expect(ticks).toEqual([100, 200]);
    await clock.advance(50);
    await ticking;
    expect(ticks).toEqual([100, 200, 300]);
  });

  it('stops a sleep whose signal aborts, before or while it sleeps', async () => {
    const clock = createVirtualClock(0);
    await expect(clock.sleep(10, AbortSignal.abort('gone'))).rejects.toBe('gone');
    const stop = new AbortController();
    const asleep = clock.sleep(10, stop.signal);
    stop.abort('enough');
    await expect(asleep).rejects.toBe('enough');
    expect(clock.sleeping).toBe(0);
  });
});
