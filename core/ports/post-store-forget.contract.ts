import { describe, expect, it } from 'vitest';
import { buildPost, idOf, stored } from '../test-support/analysed-post.ts';
import type { AnalysedPost } from '../insight.ts';
import { ERASED_VERSION } from '../post.ts';
import { MATCH_ALL } from '../query.ts';
import type { OpenPostStore } from './post-store.contract.ts';
import type { PostStore } from './post-store.ts';

export function specifyForgetting(open: OpenPostStore): void {
  describe('forgetting', () => {
    it('erases a post for every reader, with its reference, and says so in known', async () => {
      await using store = await open();
      const [kept, gone] = [buildPost({ name: 'kept' }), buildPost({ name: 'gone', voice: idOf('v') })];
      await store.save([{ post: kept }, { post: gone, sealedReference: 'v1.sealed' }]);
      expect(await store.forget({ type: 'posts', ids: [gone.id], reason: 'user' })).toEqual({ forgotten: 1 });
      await store.refresh();
      expect(await store.get(gone.id)).toBeNull();
      expect(await store.getReference(gone.id)).toBeNull();
      expect((await store.known([gone])).get(gone.id)).toEqual({ version: ERASED_VERSION, contentHash: '', erased: true });
      expect(await heldIds(store)).toEqual([kept.id]);
      expect(await store.totals({ where: { type: 'field', field: 'voice', value: idOf('v') } })).toMatchObject({ posts: 0 });
    });

    it('keeps a post out that was forgotten before it arrived', async () => {
      await using store = await open();
      const post = buildPost();
      expect(await store.forget({ type: 'posts', ids: [post.id], reason: 'user' })).toEqual({ forgotten: 0 });
      expect(await store.save([{ post, sealedReference: 'v1.sealed' }])).toEqual([{ type: 'erased' }]);
      expect(await store.get(post.id)).toBeNull();
      expect(await store.getReference(post.id)).toBeNull();
      expect((await store.known([post])).get(post.id)?.erased).toBe(true);
    });

    it('keeps create, delete, create deleted, whatever version and month come back', async () => {
      await using store = await open();
      const post = buildPost();
      const edited = buildPost({ contentMs: post.contentMs + 1_000, createdAtMs: post.createdAtMs + 60 * 86_400_000 });
      await store.save([{ post }]);
      await store.forget({ type: 'posts', ids: [post.id], reason: 'deleted' });
      expect(await store.save([{ post: edited }, { post }])).toEqual([{ type: 'erased' }, { type: 'erased' }]);
      expect(await store.forget({ type: 'posts', ids: [post.id], reason: 'deleted' })).toEqual({ forgotten: 0 });
      await store.refresh();
      expect(await heldIds(store)).toEqual([]);
    });

    it('erases everything by a voice that was collected up to a time, also what arrives later', async () => {
      await using store = await open();
      const voice = idOf('leaver');
      const build = (name: string, collectedAtMs: number, by = voice) =>
        buildPost({ name, voice: by, collectedAtMs, createdAtMs: collectedAtMs - 60_000 });
      const before = build('before', 1e12);
      const atTheTime = build('at the time', 2e12);
      const after = build('after', 2e12 + 1);
      const replayed = build('replayed', 1.5e12);
      const another = build('another voice', 1e12, idOf('stayer'));
      await store.save([before, atTheTime, after, another].map((post) => ({ post })));
      expect(
        await store.forget({ type: 'voices', voices: [voice, idOf('unknown')], collectedBeforeMs: 2e12, reason: 'deactivated' }),
      ).toEqual({ forgotten: 2 });
      expect(await store.save([{ post: replayed }, { post: before }])).toEqual([{ type: 'erased' }, { type: 'erased' }]);
      await store.refresh();
      expect(await heldIds(store)).toEqual([after.id, another.id].sort());
    });

    it('never shortens a purge of a voice', async () => {
      await using store = await open();
      const voice = idOf('leaver');
      await store.forget({ type: 'voices', voices: [voice], collectedBeforeMs: 2e12, reason: 'user' });
      await store.forget({ type: 'voices', voices: [voice], collectedBeforeMs: 1e12, reason: 'user' });
      const late = buildPost({ voice, collectedAtMs: 1.5e12, createdAtMs: 1.4e12 });
      expect(await store.save([{ post: late }])).toEqual([{ type: 'erased' }]);
    });

    it('erases a selection and blocks the return of what was in it', async () => {
      await using store = await open();
      const old = Array.from({ length: 450 }, (_, n) => buildPost({ name: `old ${n}`, createdAtMs: 1e12 + n, source: 'rss' }));
      const others = [
        buildPost({ name: 'another source', createdAtMs: 1e12 }),
        buildPost({ name: 'later', createdAtMs: 1.5e12, source: 'rss' }),
      ];
      await saveAll(store, [...old, ...others]);
      await store.refresh();
      const selection = { where: { type: 'field', field: 'source', value: 'rss' }, toMs: 1.5e12 } as const;
      expect(await store.forget({ type: 'selection', selection, reason: 'expired' })).toEqual({ forgotten: 450 });
      await store.refresh();
      expect(await heldIds(store)).toEqual(others.map((post) => post.id).sort());
      expect(await store.save([{ post: old[7]! }])).toEqual([{ type: 'erased' }]);
    });

    it('leaves other posts whole', async () => {
      await using store = await open();
      const [kept, gone] = [buildPost({ name: 'kept', text: 'parking charges' }), buildPost({ name: 'gone', text: 'parking charges' })];
      await store.save([{ post: kept }, { post: gone }]);
      await store.forget({ type: 'posts', ids: [gone.id, gone.id], reason: 'user' });
      await store.refresh();
      const page = await store.search({ where: { type: 'phrase', tokens: ['parking', 'charges'] }, limit: 10 });
      expect(page).toEqual({ posts: [stored(kept)], total: 1, next: null });
    });
  });
}

async function saveAll(store: PostStore, posts: AnalysedPost[]): Promise<void> {
  for (let from = 0; from < posts.length; from += 200) await store.save(posts.slice(from, from + 200).map((post) => ({ post })));
}

async function heldIds(store: PostStore): Promise<string[]> {
  const page = await store.search({ where: MATCH_ALL, limit: 100 });
  return page.posts.map((post) => post.id).sort();
}
