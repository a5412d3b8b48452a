import { describe, expect, it } from 'vitest';
import type { CoordinationPair } from './coordination.contract.ts';

export function specifyOwnership(open: () => Promise<CoordinationPair>): void {
  describe('cursors', () => {
    it('move only from the revision that the owner saw', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      expect(await one.cursors.get('rss:a')).toBeNull();
      expect(await one.cursors.set('rss:a', { etag: 'x' }, 3, 1)).toBeNull();
      expect(await one.cursors.set('rss:a', { etag: 'x' }, 0, 1)).toBe(1);
      expect(await other.cursors.set('rss:a', { etag: 'y' }, 0, 1)).toBeNull();
      expect(await other.cursors.get('rss:a')).toEqual({ value: { etag: 'x' }, revision: 1, savedAtMs: clock.now() });
      await clock.advance(5_000);
      expect(await other.cursors.set('rss:a', ['z', 1, null], 1, 1)).toBe(2);
      expect(await one.cursors.get('rss:a')).toEqual({ value: ['z', 1, null], revision: 2, savedAtMs: clock.now() });
    });

    it('refuse an owner whose lease was taken over', async () => {
      await using pair = await open();
      const { one, other } = pair;
      await one.cursors.set('k', 1, 0, 4);
      expect(await other.cursors.set('k', 2, 1, 5)).toBe(2);
      expect(await one.cursors.set('k', 3, 2, 4)).toBeNull();
      expect(await other.cursors.get('k')).toMatchObject({ value: 2, revision: 2 });
      expect(await other.cursors.set('k', 3, 2, 5)).toBe(3);
    });

    it('let one of several concurrent writers win', async () => {
      await using pair = await open();
      const writes = Array.from({ length: 6 }, (_, n) => (n % 2 ? pair.one : pair.other).cursors.set('k', n, 0, 1));
      expect((await Promise.all(writes)).filter((revision) => revision !== null)).toEqual([1]);
    });

    it('are listed by prefix in the order of keys', async () => {
      await using pair = await open();
      for (const key of ['rss:b', 'rss:a', 'rs', 'rss_x', 'bluesky', 'rss:%']) await pair.one.cursors.set(key, key, 0, 1);
      const listed = await pair.other.cursors.list('rss:');
      expect(listed.map(({ key, cursor }) => [key, cursor.value])).toEqual(['rss:%', 'rss:a', 'rss:b'].map((key) => [key, key]));
      expect(await pair.other.cursors.list('none')).toEqual([]);
    });
  });

  describe('leases', () => {
    it('belong to one holder at a time, and are taken over with a higher fence once they lapse', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      const first = await one.leases.acquire('rss', 'a', 10_000);
      expect(first).toMatchObject({ name: 'rss', holder: 'a' });
      expect(await other.leases.acquire('rss', 'b', 10_000)).toBeNull();
      expect(await other.leases.acquire('bluesky', 'b', 10_000)).not.toBeNull();
      await clock.advance(9_999);
      expect(await other.leases.acquire('rss', 'b', 10_000)).toBeNull();
      await clock.advance(1);
      const second = await other.leases.acquire('rss', 'b', 10_000);
      expect(second!.fence).toBeGreaterThan(first!.fence);
      expect(await one.leases.renew(first!, 10_000)).toBe(false);
      expect(await other.leases.renew(second!, 10_000)).toBe(true);
    });

    it('live on while they are renewed, and are lost when renewed too late', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      const lease = await one.leases.acquire('rss', 'a', 10_000);
      for (let n = 0; n < 5; n++) {
        await clock.advance(8_000);
        expect(await one.leases.renew(lease!, 10_000)).toBe(true);
        expect(await other.leases.acquire('rss', 'b', 10_000)).toBeNull();
      }
      await clock.advance(10_000);
      expect(await one.leases.renew(lease!, 10_000)).toBe(false);
    });

    it('are free at once when released, by their owner only', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      const first = await one.leases.acquire('rss', 'a', 10_000);
      await one.leases.release(first!);
      const second = await other.leases.acquire('rss', 'b', 10_000);
      expect(second!.fence).toBeGreaterThan(first!.fence);
      await one.leases.release(first!);
      expect(await one.leases.acquire('rss', 'a', 10_000)).toBeNull();
      await clock.advance(1_000);
      expect(await other.leases.renew(second!, 10_000)).toBe(true);
    });

    it('raise the fence for a holder that lets its own lease lapse', async () => {
      await using pair = await open();
      const first = await pair.one.leases.acquire('rss', 'a', 1_000);
      await pair.clock.advance(1_000);
      const again = await pair.one.leases.acquire('rss', 'a', 1_000);
      expect(again!.fence).toBeGreaterThan(first!.fence);
      expect(await pair.one.leases.renew(first!, 1_000)).toBe(false);
    });

    it('go to one of several that ask at once', async () => {
      await using pair = await open();
      const asked = Array.from({ length: 6 }, (_, n) => (n % 2 ? pair.one : pair.other).leases.acquire('rss', `holder ${n}`, 1_000));
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    });
  });

  describe('budgets', () => {
    const rate = { capacity: 10, refillPerSecond: 2 };

    it('grant up to the capacity, then say when to come back, and refill evenly', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      expect(await one.budgets.take('host', 7, rate)).toEqual({ granted: true, retryAfterMs: 0 });
      expect(await other.budgets.take('host', 4, rate)).toEqual({ granted: false, retryAfterMs: 500 });
      expect(await other.budgets.take('host', 3, rate)).toEqual({ granted: true, retryAfterMs: 0 });
      expect(await one.budgets.take('host', 1, rate)).toEqual({ granted: false, retryAfterMs: 500 });
      await clock.advance(500);
      expect(await one.budgets.take('host', 1, rate)).toEqual({ granted: true, retryAfterMs: 0 });
      await clock.advance(60_000);
      expect(await one.budgets.take('host', 10, rate)).toEqual({ granted: true, retryAfterMs: 0 });
      expect((await one.budgets.take('host', 1, rate)).granted).toBe(false);
      expect((await one.budgets.take('another', 10, rate)).granted).toBe(true);
    });

    it('grant nothing while a server asked to wait, and never shorten a wait', async () => {
      await using pair = await open();
      const { one, other, clock } = pair;
      await one.budgets.hold('host', clock.now() + 30_000);
      await one.budgets.hold('host', clock.now() + 1_000);
      expect(await other.budgets.take('host', 1, rate)).toEqual({ granted: false, retryAfterMs: 30_000 });
      await clock.advance(30_000);
      expect(await other.budgets.take('host', 10, rate)).toEqual({ granted: true, retryAfterMs: 0 });
    });

    it('never grant more than the capacity to many that ask at once', async () => {
      await using pair = await open();
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, n) => (n % 2 ? pair.one : pair.other).budgets.take('host', 1, rate)),
      );
      expect(answers.filter((answer) => answer.granted)).toHaveLength(10);
    });
  });
}
