import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { createPatience } from './patience.ts';

const refused = () => Promise.reject(new errors.ConnectionError('refused'));

describe('patience', () => {
  it('asks at most once a second on average while Elasticsearch is away, however many callers it has, and tells each in time', async () => {
    const clock = createVirtualClock();
    const startMs = clock.now();
    const patience = createPatience({ clock, random: () => 0.5 });
    const askedAt: number[] = [];
    const longestMs: number[] = [];
    const callers = Array.from({ length: 4 }, async () => {
      while (clock.now() < startMs + 60_000) {
        const sinceMs = clock.now();
        const failure = patience.send(() => {
          askedAt.push(clock.now());
          return refused();
        });
        await expect(failure).rejects.toMatchObject({ code: 'unavailable' });
        longestMs.push(clock.now() - sinceMs);
        await clock.sleep(1_000);
      }
    });
    const ended = Promise.all(callers);
    for (let seconds = 0; seconds < 90; seconds++) await clock.advance(1_000);
    await ended;
    expect(askedAt.length).toBeLessThan(60);
    expect(Math.max(...longestMs)).toBeLessThanOrEqual(31_000);
  });

  it('goes on at full speed once a request went through', async () => {
    const clock = createVirtualClock();
    const patience = createPatience({ clock, random: () => 1 });
    let isAway = true;
    const answers = Promise.all(Array.from({ length: 3 }, (_, n) => patience.send(() => (isAway ? refused() : Promise.resolve(n)))));
    await clock.advance(400);
    isAway = false;
    await clock.advance(1_500);
    expect(await answers).toEqual([0, 1, 2]);
    expect(await patience.send(() => Promise.resolve('at once'))).toBe('at once');
    expect(clock.sleeping).toBe(0);
  });

  it('waits longer each time: up to 0.5 s, 1 s, 2 s, 4 s', async () => {
    const clock = createVirtualClock();
    const startMs = clock.now();
    const patience = createPatience({ clock, random: () => 1 });
    const askedAt: number[] = [];
    const failure = patience.send(() => {
      askedAt.push(clock.now() - startMs);
      return refused();
    });
    const told = expect(failure).rejects.toMatchObject({ code: 'unavailable' });
    await clock.advance(20_000);
    await told;
    expect(askedAt).toEqual([0, 500, 1_500, 3_500, 7_500]);
  });

  it('does not repeat a request that timed out, nor one that is refused for good', async () => {
    const patience = createPatience({ clock: createVirtualClock() });
    await expect(patience.send(() => Promise.reject(new errors.TimeoutError('late')))).rejects.toMatchObject({ code: 'unavailable' });
    const bad = new errors.ResponseError({
      statusCode: 400,
      body: { error: { type: 'parsing_exception', reason: 'my comment' } },
      warnings: null,
      meta: {} as never,
    });
    const error = await createPatience({ clock: createVirtualClock() })
      .send(() => Promise.reject(bad))
      .catch((each: unknown) => each);
    expect(error).toMatchObject({ code: 'elasticsearch' });
    expect(JSON.stringify(error) + String(error)).not.toContain('comment');
  });
});
