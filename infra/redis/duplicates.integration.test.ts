import { Redis } from 'ioredis';
import { afterAll, describe, expect, it } from 'vitest';
import type { DuplicateEntry } from '#core/ports/coordination.ts';
import { SIGNATURE_SIZE } from '#core/language/min-hash.ts';
import { idOf } from '#core/test-support/analysed-post.ts';
import { createVirtualClock } from '#core/virtual-clock.ts';
import { testRedis, uniquePrefix } from '../test-servers/in-tests.ts';
import { createDuplicatesIndex } from './duplicates.ts';

/** A post of one of many texts, which share nothing. */
function entry(name: string, text: number): DuplicateEntry {
  const signature = Uint8Array.from({ length: SIGNATURE_SIZE }, (_, n) => {
    const mixed = Math.imul((text + 1) * 64 + n, 0x9e3779b1);
    return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 24;
  });
  return { id: idOf(name), atMs: Date.UTC(2026, 10, 16), signature };
}

describe.skipIf(!testRedis())('the duplicates index in Redis', () => {
  const redis = new Redis(testRedis()!, { lazyConnect: true });
  afterAll(() => redis.disconnect());

  function openWorkers() {
    const [clock, prefix] = [createVirtualClock(), uniquePrefix()];
    const key = (...parts: string[]) => `{${prefix}}:${parts.join(':')}`;
    return { clock, key, log: key('duplicates-2', 'log'), createWorker: () => createDuplicatesIndex({ redis, clock, key }) };
  }

  it('takes less than 200 bytes a post', async () => {
    const { log, createWorker } = openWorkers();
    const worker = createWorker();
    for (let start = 0; start < 20_000; start += 200) {
      await worker.assign(Array.from({ length: 200 }, (_, n) => entry(`post ${start + n}`, start + n)));
    }
    expect(Number(await redis.memory('USAGE', log, 'SAMPLES', 0)) / 20_000).toBeLessThan(200);
  });

  it('gives many workers that race over the same texts one answer, and one that starts later the same', async () => {
    const { createWorker } = openWorkers();
    const workers = Array.from({ length: 6 }, createWorker);
    const batches = workers.map((_, worker) =>
      Array.from({ length: 8 }, (__, batch) => Array.from({ length: 30 }, (___, n) => entry(`${worker} ${batch} ${n}`, n))),
    );
    const answers = await Promise.all(workers.map((each, n) => Promise.all(batches[n]!.map((batch) => each.assign(batch)))));
    for (const answer of answers.flat()) expect(answer).toEqual(answers[0]![0]);
    expect(await createWorker().assign(batches.flat(2))).toEqual(answers.flat(2));
  });

  it('reads anew where Redis has lost the end of what was written, so that workers go on agreeing', async () => {
    const { log, createWorker, clock } = openWorkers();
    const [one, other] = [createWorker(), createWorker()];
    await one.assign([entry('first', 1)]);
    const [[kept, fields]] = (await redis.xrange(log, '-', '+')) as [[string, string[]]];
    expect(fields[0]).toBe('entry');
    await clock.advance(10);
    await one.assign([entry('lost', 2)]);
    const [, [lost]] = (await redis.xrange(log, '-', '+')) as [unknown, [string]];
    await redis.xdel(log, lost);
    await clock.advance(10);
    expect(await other.assign([entry('after', 2), entry('copy', 1)])).toEqual([idOf('after'), idOf('first')]);
    expect(await one.assign([entry('late', 2)])).toEqual([idOf('after')]);
    expect(kept).not.toBe(lost);

    await redis.del(log);
    expect(await other.assign([entry('new', 1)])).toEqual([idOf('new')]);
    expect(await one.assign([entry('newer', 1), entry('else', 2)])).toEqual([idOf('new'), idOf('else')]);
  });

  it('leaves what the former layout holds to expire', async () => {
    const { key, createWorker, clock } = openWorkers();
    await redis.hset(key('duplicates', 'bands'), 'band', '1,');
    await createWorker().prune(clock.now());
    const ttlSeconds = await redis.ttl(key('duplicates', 'bands'));
    expect(ttlSeconds).toBeGreaterThan(71 * 3_600);
    expect(ttlSeconds).toBeLessThanOrEqual(72 * 3_600);
  });
});
