import { describe, expect, it } from 'vitest';
import { buildPost, idOf, type PostOverrides } from '../test-support/analysed-post.ts';
import { MATCH_ALL, type QueryField } from '../query.ts';
import type { OpenPostStore } from './post-store.contract.ts';
import type { PostStore, SearchPosition, SearchRequest } from './post-store.ts';

/** For each field of the query: a post that has a value, how to ask for it, and values that must not find it. */
const FIELDS: Record<QueryField, { post: PostOverrides; finds: string[]; misses: string[] }> = {
  theme: { post: { themes: ['access.waiting-times'] }, finds: ['access.waiting-times', 'access'], misses: ['waiting-times', 'acc'] },
  source: { post: { source: 'mastodon' }, finds: ['mastodon'], misses: ['bluesk', 'masto*', "mastodon' OR 1=1 --"] },
  place: { post: { places: ['RR8', 'QWO', 'Y63'] }, finds: ['RR8', 'QWO', 'Y63'], misses: ['RR', '8', 'RR8 QWO'] },
  sentiment: { post: { sentiment: 'mixed' }, finds: ['mixed'], misses: ['negative'] },
  lang: { post: { lang: 'cy' }, finds: ['cy'], misses: ['c', '"cy"'] },
  cluster: { post: { cluster: idOf('cluster') }, finds: [idOf('cluster')], misses: [idOf('cluster').slice(1)] },
  kind: { post: { kind: 'review' }, finds: ['review'], misses: ['reply'] },
  relevance: { post: { relevance: 'news' }, finds: ['news'], misses: ['advert'] },
  voice: { post: { voice: idOf('voice') }, finds: [idOf('voice')], misses: [idOf('voice').toLowerCase()] },
  urgency: { post: { urgency: 'review' }, finds: ['review'], misses: ['emergency'] },
};

export function specifySearch(open: OpenPostStore): void {
  describe('search', () => {
    it('pages by date and id in both orders, without gaps or repeats, with the total on each page', async () => {
      await using store = await open();
      const posts = Array.from({ length: 25 }, (_, n) =>
        buildPost({ name: `post ${n}`, createdAtMs: 1.7e12 + Math.floor(n / 4) * 20 * 86_400_000 }),
      );
      await store.save(posts.map((post) => ({ post })));
      await store.refresh();
      const oldest = [...posts].sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1)).map((post) => post.id);
      expect(await idsByPages(store, { where: MATCH_ALL, limit: 7, order: 'oldest' }, 25)).toEqual(oldest);
      expect(await idsByPages(store, { where: MATCH_ALL, limit: 7 }, 25)).toEqual([...oldest].reverse());
      expect(await idsByPages(store, { where: MATCH_ALL, limit: 25, order: 'newest' }, 25)).toEqual([...oldest].reverse());
    });

    it('goes on after any position, also one whose post is gone', async () => {
      await using store = await open();
      const posts = [1, 2, 3].map((n) => buildPost({ name: `post ${n}`, createdAtMs: 1.7e12 + n }));
      await store.save(posts.map((post) => ({ post })));
      await store.forget({ type: 'posts', ids: [posts[1]!.id], reason: 'user' });
      await store.refresh();
      const after = { createdAtMs: posts[1]!.createdAtMs, id: posts[1]!.id };
      const page = await store.search({ where: MATCH_ALL, limit: 10, order: 'oldest', after });
      expect(page.posts.map((post) => post.id)).toEqual([posts[2]!.id]);
      expect(page).toMatchObject({ total: 2, next: null });
    });

    it('takes the range of dates as half open', async () => {
      await using store = await open();
      const posts = [0, 1, 2, 3].map((n) => buildPost({ name: `post ${n}`, createdAtMs: 1.7e12 + n }));
      await store.save(posts.map((post) => ({ post })));
      await store.refresh();
      const found = async (range: { fromMs?: number; toMs?: number }) =>
        (await store.search({ where: MATCH_ALL, limit: 10, order: 'oldest', ...range })).posts.map((post) => post.createdAtMs - 1.7e12);
      expect(await found({ fromMs: 1.7e12 + 1, toMs: 1.7e12 + 3 })).toEqual([1, 2]);
      expect(await found({ fromMs: 1.7e12 + 2 })).toEqual([2, 3]);
      expect(await found({ toMs: 1.7e12 + 1 })).toEqual([0]);
      expect(await found({ fromMs: 1.7e12 + 3, toMs: 1.7e12 })).toEqual([]);
    });

    it('finds nothing for a query that matches nothing', async () => {
      await using store = await open();
      await store.save([{ post: buildPost() }]);
      await store.refresh();
      expect(await store.search({ where: { type: 'none' }, limit: 10 })).toEqual({ posts: [], total: 0, next: null });
    });

    for (const [field, { post, finds, misses }] of Object.entries(FIELDS) as [QueryField, (typeof FIELDS)[QueryField]][]) {
      it(`finds by ${field}, by its exact value`, async () => {
        await using store = await open();
        const wanted = buildPost({ name: 'wanted', ...post });
        await store.save([{ post: wanted }, { post: buildPost({ name: 'other' }) }]);
        await store.refresh();
        const found = async (value: string) =>
          (await store.search({ where: { type: 'field', field, value }, limit: 10 })).posts.map(({ id }) => id);
        for (const value of finds) expect(await found(value)).toEqual([wanted.id]);
        for (const value of misses) expect(await found(value)).toEqual([]);
      });
    }

    it('stops a read whose caller goes away', async () => {
      await using store = await open();
      await store.save([{ post: buildPost() }]);
      await store.refresh();
      await expect(store.search({ where: MATCH_ALL, limit: 1 }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'aborted',
      });
      const caller = new AbortController();
      const reads = [
        store.search({ where: MATCH_ALL, limit: 1 }, { signal: caller.signal }),
        store.aggregate({ where: MATCH_ALL, by: 'source', limit: 5 }, { signal: caller.signal }),
        store.series({ where: MATCH_ALL, fromMs: 1.7e12, toMs: 1.7e12 + 1, interval: 'day' }, { signal: caller.signal }),
        store.totals({ where: MATCH_ALL }, { signal: caller.signal }),
      ];
      caller.abort();
      for (const outcome of await Promise.allSettled(reads))
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'aborted' } });
      expect(await store.totals({ where: MATCH_ALL })).toMatchObject({ posts: 1 });
    });

    it('stops a read at its time limit', async () => {
      await using store = await open();
      await store.save([{ post: buildPost() }]);
      await store.refresh();
      await expect(store.search({ where: MATCH_ALL, limit: 1 }, { timeoutMs: 0 })).rejects.toMatchObject({ code: 'timeout' });
      await expect(store.totals({ where: MATCH_ALL }, { timeoutMs: 0 })).rejects.toMatchObject({ code: 'timeout' });
      expect(await store.totals({ where: MATCH_ALL }, { timeoutMs: 20_000 })).toMatchObject({ posts: 1 });
    });
  });
}

async function idsByPages(store: PostStore, request: SearchRequest, total: number): Promise<string[]> {
  const ids: string[] = [];
  let after: SearchPosition | undefined;
  for (;;) {
    const page = await store.search({ ...request, after });
    expect(page.total).toBe(total);
    expect(page.posts.length).toBeLessThanOrEqual(request.limit);
    ids.push(...page.posts.map((post) => post.id));
    if (!page.next) return ids;
    after = page.next;
  }
}
