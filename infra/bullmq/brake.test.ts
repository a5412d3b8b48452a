import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TIMINGS } from './backend.ts';
import { createBrake } from './brake.ts';

function pausable(concurrency: number) {
  return {
    concurrency,
    paused: false,
    pause() {
      this.paused = true;
      return Promise.resolve();
    },
    resume() {
      this.paused = false;
    },
  };
}

describe('the brake of a worker', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('pauses the worker once for all jobs that found the store away, then takes one job at a time', () => {
    const worker = pausable(4);
    using brake = createBrake(worker, TIMINGS, () => 1);
    expect(brake.apply()).toBe(1_000);
    vi.advanceTimersByTime(400);
    expect(brake.apply()).toBe(600);
    expect(worker).toMatchObject({ paused: true, concurrency: 1 });
    vi.advanceTimersByTime(600);
    expect(worker).toMatchObject({ paused: false, concurrency: 1 });
    brake.release();
    expect(worker.concurrency).toBe(4);
  });

  it('asks less and less often: at most once a second, at least once a minute', () => {
    const worker = pausable(4);
    using brake = createBrake(worker, TIMINGS, () => 1);
    const pauses = Array.from({ length: 10 }, () => {
      const pauseMs = brake.apply();
      vi.advanceTimersByTime(pauseMs);
      return pauseMs;
    });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);
  });

  it('spreads workers by chance but never below a second', () => {
    using brake = createBrake(pausable(1), TIMINGS, () => 0);
    for (let tries = 0; tries < 5; tries++) {
      expect(brake.apply()).toBe(1_000);
      vi.advanceTimersByTime(1_000);
    }
  });

  it('leaves no timer behind', () => {
    const brake = createBrake(pausable(1), TIMINGS);
    brake.apply();
    brake[Symbol.dispose]();
    expect(vi.getTimerCount()).toBe(0);
  });
});
