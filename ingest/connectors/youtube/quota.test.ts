import { describe, expect, test } from 'vitest';
import { inventedError } from '../../test-support/invented-youtube.ts';
import { DAY, film, HOUR, place, read, replies, setUp, START, thread, threads } from '../../test-support/youtube-place.ts';
import type { Cursor } from './schema.ts';

describe('the quota', () => {
  test('a share that is used up waits for midnight in California, with what was spent kept', async () => {
    const at = place(...Array.from({ length: 40 }, (_, n) => film(`film-${n}`, { threads: [thread(n, START)] })));
    at.config = { dailyUnits: 30 };
    const first = await read(at);
    expect(first.fault).toMatchObject({ outcome: { type: 'rate-limited', untilMs: Date.parse('2026-11-17T08:00:00Z') } });
    expect([first.texts.length, first.cursor.day, first.cursor.units]).toEqual([26, '2026-11-16', 27]);
    const again = await read(at, first.cursor);
    expect([again.pages, at.asked, again.fault]).toEqual([[], [], first.fault]);
    await at.clock.advance(DAY);
    const next = await read(at, first.cursor);
    expect(new Set([...first.texts, ...next.texts]).size).toBe(40);
  });

  test('a share that does not even suffice for one page still gets on, a thread at a time', async () => {
    const at = place(film('film', { threads: threads(60, START).map((held, n) => ({ ...held, replies: replies(n + 1, 8, START) })) }));
    at.config = { dailyUnits: 20 };
    const texts = new Set<string>();
    let cursor: Cursor | undefined;
    let days = 0;
    for (let fault: unknown = 'none yet'; fault !== undefined && days < 10; days++) {
      const part = await read(at, cursor);
      for (const text of part.texts) texts.add(text);
      ({ cursor, fault } = part);
      await at.clock.advance(DAY);
    }
    expect(texts.size).toBe(60 * 9);
    expect(days).toBeLessThan(10);
  });

  test('the next round waits until it can be afforded', async () => {
    const at = place(...Array.from({ length: 50 }, (_, n) => film(`film-${n}`)));
    at.config = { dailyUnits: 1_000 };
    const { cursor } = await read(at);
    expect((cursor.dueMs - START) / HOUR).toBeCloseTo((51 / 450) * 24, 1);
  });

  test('the look at every thread takes only what is spare', async () => {
    const at = place(film('film', { threads: threads(3_000, START - DAY) }));
    at.config = { dailyUnits: 100 };
    let { cursor } = await read(at);
    await at.clock.advance(DAY);
    const part = await read(at, cursor);
    expect(part.cursor.whole?.walk).toMatchObject({ id: 'film', token: expect.any(String) });
    expect(part.cursor.units).toBeLessThan(7);
    for (let count = 0; part.cursor.whole && count < 20; count++) {
      await at.clock.advance(2 * HOUR);
      ({ cursor } = await read(at, count === 0 ? part.cursor : cursor));
      if (!cursor.whole) return;
    }
    expect(cursor.whole).toBeUndefined();
  });

  const spent = [
    inventedError(403, 'quotaExceeded'),
    inventedError(403, 'dailyLimitExceeded'),
    inventedError(429, 'rateLimitExceeded', {
      details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: 'defaultPerDayPerProject' } }],
    }),
  ];
  test.each(spent)('YouTube says itself that it is used up: %#', async (answer) => {
    const at = place(film('film'));
    at.instead = () => answer;
    expect((await read(at)).fault).toMatchObject({ outcome: { type: 'rate-limited', untilMs: Date.parse('2026-11-17T08:00:00Z') } });
  });

  test('what is configured must suffice for all channels', () => {
    const at = place();
    at.config = { channels: ['@one', '@two'], dailyUnits: 39 };
    expect(() => setUp(at)).toThrow('sources.youtube.dailyUnits');
    at.config = { channels: [] };
    expect(() => setUp(at)).toThrow('sources.youtube.channels');
  });
});
