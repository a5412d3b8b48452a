import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { MATCH_ALL, type QueryNode } from '#core/query.ts';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import { openSqlitePostStore } from './post-store.ts';
import { useTemporaryFolder } from './test-support/temporary-folder.ts';

const folder = useTemporaryFolder();
const POSTS = 20_000;

/** Tests every row against a text search: with many of these a read takes as long as one likes. */
const anyOfMany: QueryNode = {
  type: 'or',
  nodes: Array.from({ length: 60 }, (_, n): QueryNode => ({
    type: 'and',
    nodes: [
      { type: 'not', node: { type: 'prefix', prefix: 'wo' } },
      { type: 'phrase', tokens: [`word${n}`] },
    ],
  })),
};

describe('reads in worker threads', () => {
  let store: PostStore;
  beforeAll(async () => {
    store = await openSqlitePostStore({ file: join(folder(), 'posts.db'), clock: systemClock, readThreads: 2 });
    for (let from = 0; from < POSTS; from += 1_000) {
      await store.save(
        Array.from({ length: 1_000 }, (_, n) => ({
          post: buildPost({
            name: `post ${from + n}`,
            createdAtMs: 1.7e12 + from + n,
            voice: idOf(`${n}`),
            text: `words word${n % 60} again`,
          }),
        })),
      );
    }
  });
  afterAll(() => store[Symbol.asyncDispose]());

  it('stop in the middle of a statement, and leave the thread ready for the next', async () => {
    for (let round = 0; round < 4; round++) {
      const caller = new AbortController();
      const reads = Array.from({ length: 4 }, () =>
        store.aggregate({ where: anyOfMany, by: 'theme', limit: 5 }, { signal: caller.signal, timeoutMs: 60_000 }),
      );
      await store.totals({ where: { type: 'none' } }, { timeoutMs: 1 }).catch(() => undefined);
      caller.abort();
      for (const read of await Promise.allSettled(reads)) expect(read).toMatchObject({ status: 'rejected', reason: { code: 'aborted' } });
    }
    expect(await store.totals({ where: MATCH_ALL }, { timeoutMs: 60_000 })).toMatchObject({ posts: POSTS });
  });

  it('end at their time limit, waiting included', async () => {
    const reads = Array.from({ length: 50 }, () => store.totals({ where: anyOfMany }, { timeoutMs: 2 }));
    const outcomes = await Promise.allSettled(reads);
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'timeout' } });
    expect(await store.totals({ where: MATCH_ALL }, { timeoutMs: 60_000 })).toMatchObject({ posts: POSTS });
  });

  it('answer many callers at once, each with its own answer', async () => {
    const asked = Array.from({ length: 40 }, (_, n) => n);
    const totals = await Promise.all(
      asked.map((n) => store.totals({ where: MATCH_ALL, fromMs: 1.7e12 + n, toMs: 1.7e12 + 2 * n }, { timeoutMs: 60_000 })),
    );
    expect(totals.map((each) => each.posts)).toEqual(asked);
  });

  it('leave the event loop free', async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const reads = await Promise.all(
      Array.from({ length: 6 }, () => store.aggregate({ where: anyOfMany, by: 'source', limit: 5 }, { timeoutMs: 60_000 })),
    );
    delay.disable();
    expect(reads).toHaveLength(6);
    expect(delay.percentile(99) / 1e6).toBeLessThan(50);
  });

  it('see every acknowledged write at once', async () => {
    const late = buildPost({ name: 'late', createdAtMs: 1.8e12, source: 'rss' });
    const where: QueryNode = { type: 'field', field: 'source', value: 'rss' };
    expect(await store.totals({ where })).toMatchObject({ posts: 0 });
    await store.save([{ post: late }]);
    expect(await store.totals({ where })).toMatchObject({ posts: 1 });
    await store.forget({ type: 'posts', ids: [late.id], reason: 'user' });
    expect(await store.totals({ where })).toMatchObject({ posts: 0 });
  });

  it('are refused once the store is closed, and those that wait are told', async () => {
    const closing = await openSqlitePostStore({ file: join(folder(), 'closing.db'), clock: systemClock, readThreads: 1 });
    const reads = Promise.allSettled(Array.from({ length: 5 }, () => closing.totals({ where: MATCH_ALL })));
    await closing[Symbol.asyncDispose]();
    for (const outcome of await reads) expect(outcome).toMatchObject({ status: 'rejected' });
    await expect(closing.totals({ where: MATCH_ALL })).rejects.toMatchObject({ code: 'unavailable' });
    await expect(closing.save([{ post: buildPost() }])).rejects.toMatchObject({ code: 'unavailable' });
    await closing[Symbol.asyncDispose]();
  });
});
