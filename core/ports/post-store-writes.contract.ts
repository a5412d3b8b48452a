import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPost, idOf, stored } from '../test-support/analysed-post.ts';
import type { AnalysedPost } from '../insight.ts';
import { ERASED_VERSION, postVersion } from '../post.ts';
import { MATCH_ALL } from '../query.ts';
import type { OpenPostStore } from './post-store.contract.ts';

const DAY_MS = 86_400_000;

export function specifyWrites(open: OpenPostStore): void {
  describe('writes', () => {
    it('keeps a post whole, with its insight and token fields', async () => {
      await using store = await open();
      const post = buildPost({
        title: 'Discharge',
        question: 'What could be better?',
        voice: idOf('voice'),
        statedPlace: 'Leeds',
        organisation: 'RR8',
        progress: 'change-planned',
        statedLanguage: 'en-GB',
        threadId: idOf('thread'),
        statedCreatedAt: '1970-01-01T00:00:00Z',
        themes: ['access.waiting-times', 'staff.attitude'],
        places: ['RR8', 'QWO', 'Y63'],
        sentiment: 'mixed',
        insight: {
          organisations: [{ ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', basis: 'named', start: 3, end: 9 }],
          unresolved: [{ text: "St James's", start: 12, end: 22, candidates: ['RR8', 'RJZ'] }],
          themes: [{ id: 'access.waiting-times', score: 0.7, sentiment: 'negative', words: [{ start: 0, end: 4, weight: 0.4 }] }],
          clauses: [{ start: 0, end: 9, inTitle: true, sentiment: 'negative', score: -0.6, themes: ['access.waiting-times'] }],
          emotion: { label: 'sadness', confidence: 0.5 },
          offensive: 0.1,
        },
      });
      expect(await store.save([{ post }])).toEqual([{ type: 'stored' }]);
      expect(await store.get(post.id)).toEqual(stored(post));
      expect(await store.get(idOf('another'))).toBeNull();
    });

    it('answers by position and does nothing for an empty batch', async () => {
      await using store = await open();
      expect(await store.save([])).toEqual([]);
      expect(await store.known([])).toEqual(new Map());
      const [first, second] = [buildPost({ name: 'first' }), buildPost({ name: 'second' })];
      await store.save([{ post: second }]);
      expect(await store.save([{ post: first }, { post: second }])).toEqual([{ type: 'stored' }, { type: 'stale' }]);
    });

    it('refuses the same and older versions as stale and replaces with newer ones', async () => {
      await using store = await open();
      const post = buildPost();
      const reanalysed = buildPost({ version: post.version + 1, sentiment: 'negative' });
      const edited = buildPost({ contentMs: post.contentMs + 1, text: 'The nurses were rude' });
      await store.save([{ post: reanalysed }]);
      expect(await store.save([{ post: reanalysed }])).toEqual([{ type: 'stale' }]);
      expect(await store.save([{ post }])).toEqual([{ type: 'stale' }]);
      expect(await store.get(post.id)).toEqual(stored(reanalysed));
      expect(await store.save([{ post: edited }])).toEqual([{ type: 'stored' }]);
      expect(await store.get(post.id)).toEqual(stored(edited));
      await store.refresh();
      expect(await store.totals({ where: MATCH_ALL })).toMatchObject({ posts: 1 });
      expect(await store.totals({ where: { type: 'phrase', tokens: ['kind'] } })).toMatchObject({ posts: 0 });
      expect(await store.totals({ where: { type: 'phrase', tokens: ['rude'] } })).toMatchObject({ posts: 1 });
    });

    it('keeps the newest of several versions in one batch', async () => {
      await using store = await open();
      const versions = [1, 3, 2].map((n) => buildPost({ version: postVersion(n, 0), text: `wording ${n}` }));
      const results = await store.save(versions.map((post) => ({ post })));
      expect(results[1]).toEqual({ type: 'stored' });
      expect(results[2]).toEqual({ type: 'stale' });
      expect((await store.get(versions[0]!.id))?.text).toBe('wording 3');
    });

    it('ends in the same state however batches are shuffled, cut and repeated', async () => {
      const posts = Array.from({ length: 12 }, (_, n) =>
        buildPost({
          name: `post ${n % 4}`,
          version: postVersion(1_000 + Math.floor(n / 4), 0),
          text: `wording ${n}`,
          createdAtMs: 1e12 + n * 20 * DAY_MS,
        }),
      );
      const newest = posts.slice(8).map(stored);
      const deliveries = fc.tuple(
        fc.shuffledSubarray([...posts, ...posts], { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 1, max: 24 }),
      );
      await fc.assert(
        fc.asyncProperty(deliveries, async ([order, size]) => {
          await using store = await open();
          for (let from = 0; from < order.length; from += size) await store.save(order.slice(from, from + size).map((post) => ({ post })));
          const held = await Promise.all(newest.map((post) => store.get(post.id)));
          expect(held).toEqual(newest);
          await store.refresh();
          const page = await store.search({ where: MATCH_ALL, limit: 100 });
          expect(page.posts.map((post) => post.id).sort()).toEqual(newest.map((post) => post.id).sort());
        }),
        { numRuns: 5 },
      );
    });

    it('moves a post whose newer version is dated in another month, and never shows it twice', async () => {
      await using store = await open();
      const post = buildPost({ createdAtMs: Date.UTC(2026, 8, 30) });
      const redated = buildPost({ createdAtMs: Date.UTC(2026, 9, 2), version: post.version + 1 });
      await store.save([{ post }]);
      expect(await store.save([{ post: redated }])).toEqual([{ type: 'stored' }]);
      expect(await store.save([{ post }])).toEqual([{ type: 'stale' }]);
      await store.refresh();
      expect((await store.search({ where: MATCH_ALL, limit: 10 })).posts).toEqual([stored(redated)]);
      expect(await store.get(post.id)).toEqual(stored(redated));
      for (const createdAtMs of [post.createdAtMs, redated.createdAtMs]) {
        expect((await store.known([{ id: post.id, createdAtMs }])).get(post.id)?.version).toBe(redated.version);
      }
      await store.forget({ type: 'posts', ids: [post.id], reason: 'deleted' });
      await store.refresh();
      expect(await store.totals({ where: MATCH_ALL })).toMatchObject({ posts: 0 });
    });

    it('knows what it holds', async () => {
      await using store = await open();
      const posts = [buildPost({ name: 'a' }), buildPost({ name: 'b' })];
      await store.save(posts.map((post) => ({ post })));
      const unknown = { id: idOf('unknown'), createdAtMs: 0 };
      expect(await store.known([...posts, unknown])).toEqual(
        new Map(posts.map((post) => [post.id, { version: post.version, contentHash: post.contentHash, erased: false }])),
      );
    });

    it('keeps the sealed reference apart from the post, through versions that come without one', async () => {
      await using store = await open();
      const post = buildPost();
      await store.save([{ post, sealedReference: 'v1.sealed' }]);
      await store.refresh();
      expect(await store.getReference(post.id)).toBe('v1.sealed');
      expect(await store.getReference(idOf('unknown'))).toBeNull();
      const shown = [await store.get(post.id), await store.search({ where: MATCH_ALL, limit: 10 })];
      expect(JSON.stringify(shown)).not.toContain('sealed');
      const edited = buildPost({ version: post.version + 1 });
      await store.save([{ post: edited, sealedReference: 'v1.again' }]);
      expect(await store.getReference(post.id)).toBe('v1.again');
      const reanalysed = buildPost({ version: post.version + 2, createdAtMs: post.createdAtMs + 40 * DAY_MS });
      expect(await store.save([{ post: reanalysed }])).toEqual([{ type: 'stored' }]);
      expect(await store.getReference(post.id)).toBe('v1.again');
    });

    it('keeps hostile texts as they are, but for lone surrogates', async () => {
      await using store = await open();
      const texts = [
        'a\u0000b nul',
        '\ud800 lone \udfff',
        '\u202E reversed',
        '😷👩🏽‍⚕️ 🇬🇧',
        'é'.repeat(40_000),
        '<script>"\\',
        `'; DROP TABLE posts; --`,
        '',
      ];
      const posts = texts.map((text, n) => buildPost({ name: `hostile ${n}`, text, createdAtMs: 1e12 + n }));
      expect(await store.save(posts.map((post) => ({ post })))).toEqual(texts.map(() => ({ type: 'stored' })));
      await store.refresh();
      const page = await store.search({ where: MATCH_ALL, limit: 100, order: 'oldest' });
      for (const [n, text] of texts.entries()) {
        for (const held of [await store.get(posts[n]!.id), page.posts[n]]) expect([text, text.toWellFormed()]).toContain(held?.text);
      }
    });

    it('rejects a post that it cannot hold, and not its batch', async () => {
      await using store = await open();
      const sound = [buildPost({ name: 'first' }), buildPost({ name: 'last' })];
      const unfit: AnalysedPost[] = [
        buildPost({ name: 'no date', createdAtMs: Number.NaN, version: 1 }),
        buildPost({ name: 'date out of range', createdAtMs: 8.64e15 + 1, version: 1 }),
        buildPost({ name: 'no version', version: Number.NaN }),
        buildPost({ name: 'fractional version', version: 1.5 }),
        buildPost({ name: "a tombstone's version", version: ERASED_VERSION }),
      ];
      const results = await store.save([sound[0]!, ...unfit, sound[1]!].map((post) => ({ post })));
      expect(results.map((result) => result.type)).toEqual(['stored', ...unfit.map(() => 'rejected'), 'stored']);
      await store.refresh();
      expect(await store.totals({ where: MATCH_ALL })).toMatchObject({ posts: 2 });
    });

    it('reports that it is healthy', async () => {
      await using store = await open();
      await expect(store.checkHealth()).resolves.toBeUndefined();
    });
  });
}
