import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineDocument, type DocumentStore } from './document-store.ts';

/** Two clients of the same fresh, empty state. The suite disposes both, the second first. */
export type OpenDocumentStores = () => Promise<readonly [DocumentStore, DocumentStore]>;

const NOTE = defineDocument('test-note', z.object({ text: z.string(), stars: z.number().default(0) }));
const OTHER = defineDocument('test-other', z.object({ text: z.string() }));
const STRICTER = defineDocument('test-note', z.object({ text: z.string().max(3) }));

/** What every adapter of `DocumentStore` promises. */
export function describeDocumentStoreContract(name: string, open: OpenDocumentStores): void {
  async function openBoth() {
    const [one, other] = await open();
    return {
      one,
      other,
      async [Symbol.asyncDispose]() {
        await other[Symbol.asyncDispose]();
        await one[Symbol.asyncDispose]();
      },
    };
  }

  describe(`DocumentStore on ${name}`, () => {
    it('keeps documents by kind and id, with defaults from the schema', async () => {
      await using both = await openBoth();
      expect(await both.one.put(NOTE, 'a', { text: 'note', stars: 2 }, 'absent')).toBe(1);
      await both.one.put(OTHER, 'a', { text: 'other' }, 'absent');
      expect(await both.other.get(NOTE, 'a')).toEqual({ id: 'a', revision: 1, value: { text: 'note', stars: 2 } });
      expect(await both.other.get(OTHER, 'a')).toEqual({ id: 'a', revision: 1, value: { text: 'other' } });
      expect(await both.one.get(NOTE, 'b')).toBeNull();
      const older = defineDocument('test-older', z.object({ text: z.string() }));
      const newer = defineDocument('test-older', z.object({ text: z.string(), stars: z.number().default(5) }));
      await both.one.put(older, 'a', { text: 'old' }, 'any');
      expect((await both.one.get(newer, 'a'))?.value).toEqual({ text: 'old', stars: 5 });
    });

    it('writes only over the revision that the writer saw', async () => {
      await using both = await openBoth();
      expect(await both.one.put(NOTE, 'a', { text: '1', stars: 0 }, 7)).toBeNull();
      expect(await both.one.put(NOTE, 'a', { text: '1', stars: 0 }, 'absent')).toBe(1);
      expect(await both.other.put(NOTE, 'a', { text: 'x', stars: 0 }, 'absent')).toBeNull();
      expect(await both.other.put(NOTE, 'a', { text: '2', stars: 0 }, 1)).toBe(2);
      expect(await both.one.put(NOTE, 'a', { text: 'x', stars: 0 }, 1)).toBeNull();
      expect(await both.one.put(NOTE, 'a', { text: '3', stars: 0 }, 'any')).toBe(3);
      expect(await both.other.get(NOTE, 'a')).toEqual({ id: 'a', revision: 3, value: { text: '3', stars: 0 } });
      expect(await both.one.put(NOTE, 'b', { text: '1', stars: 0 }, 'any')).toBe(1);
    });

    it('lets exactly one of several concurrent writers win', async () => {
      await using both = await openBoth();
      for (const expected of ['absent', 1, 2] as const) {
        const writes = Array.from({ length: 8 }, (_, n) =>
          (n % 2 ? both.one : both.other).put(NOTE, 'a', { text: `${n}`, stars: 0 }, expected),
        );
        const won = (await Promise.all(writes)).flatMap((revision, n) => (revision === null ? [] : [{ revision, n }]));
        expect(won).toHaveLength(1);
        expect(await both.one.get(NOTE, 'a')).toMatchObject({ revision: won[0]!.revision, value: { text: `${won[0]!.n}` } });
      }
    });

    it('loses no write that retries on a lost race', async () => {
      await using both = await openBoth();
      const increment = async (store: DocumentStore) => {
        for (;;) {
          const held = await store.get(NOTE, 'counter');
          const value = { text: '', stars: (held?.value.stars ?? 0) + 1 };
          if ((await store.put(NOTE, 'counter', value, held?.revision ?? 'absent')) !== null) return;
        }
      };
      await Promise.all(Array.from({ length: 10 }, (_, n) => increment(n % 2 ? both.one : both.other)));
      expect(await both.one.get(NOTE, 'counter')).toMatchObject({ value: { stars: 10 } });
    });

    it('removes at a revision, and a document made again begins anew', async () => {
      await using both = await openBoth();
      await both.one.put(NOTE, 'a', { text: '1', stars: 0 }, 'any');
      await both.one.put(NOTE, 'a', { text: '2', stars: 0 }, 'any');
      expect(await both.other.remove(NOTE, 'a', 1)).toBe(false);
      expect(await both.other.remove(NOTE, 'a', 2)).toBe(true);
      expect(await both.one.remove(NOTE, 'a')).toBe(false);
      expect(await both.one.get(NOTE, 'a')).toBeNull();
      expect(await both.one.count(NOTE)).toBe(0);
      expect(await both.one.put(NOTE, 'a', { text: '1', stars: 0 }, 2)).toBeNull();
      expect(await both.one.put(NOTE, 'a', { text: 'again', stars: 0 }, 'absent')).toBe(1);
      expect(await both.one.remove(NOTE, 'a')).toBe(true);
    });

    it('lists by prefix and page in the order of ids, seeing every acknowledged write', async () => {
      await using both = await openBoth();
      const ids = ['2026-W09', '2026-W10', '2026-W11', '2026-W12', '2027-W01', 'Z', '_x', 'a%b', 'a_b', 'é'];
      for (const id of [...ids].reverse()) await both.one.put(NOTE, id, { text: id, stars: 0 }, 'absent');
      await both.one.put(OTHER, '2026-W09', { text: 'other' }, 'absent');
      const list = async (options: Parameters<DocumentStore['list']>[1]) => {
        const page = await both.other.list(NOTE, options);
        return { ids: page.documents.map((document) => document.id), next: page.next };
      };
      expect(await list({})).toEqual({ ids, next: null });
      expect(await list({ prefix: '2026-W1' })).toEqual({ ids: ids.slice(1, 4), next: null });
      expect(await list({ prefix: '2026-', limit: 2 })).toEqual({ ids: ids.slice(0, 2), next: '2026-W10' });
      expect(await list({ prefix: '2026-', limit: 2, after: '2026-W10' })).toEqual({ ids: ids.slice(2, 4), next: null });
      expect(await list({ prefix: 'a_' })).toEqual({ ids: ['a_b'], next: null });
      expect(await list({ after: 'zzz' })).toEqual({ ids: ['é'], next: null });
      expect(await both.other.count(NOTE)).toBe(ids.length);
      await both.one.remove(NOTE, '2026-W10');
      expect((await list({ prefix: '2026-' })).ids).toEqual(['2026-W09', '2026-W11', '2026-W12']);
    });

    it('names documents that no longer fit their schema instead of failing the list', async () => {
      await using both = await openBoth();
      await both.one.put(NOTE, 'a', { text: 'ok', stars: 0 }, 'absent');
      await both.one.put(NOTE, 'b', { text: 'too long now', stars: 0 }, 'absent');
      await both.one.put(NOTE, 'c', { text: 'yes', stars: 0 }, 'absent');
      const page = await both.one.list(STRICTER);
      expect(page.documents.map((document) => document.id)).toEqual(['a', 'c']);
      expect(page.unreadable).toEqual(['b']);
      await expect(both.one.get(STRICTER, 'b')).rejects.toMatchObject({ code: 'unreadable-document' });
    });

    it('writes nothing that its schema refuses', async () => {
      await using both = await openBoth();
      await expect(both.one.put(STRICTER, 'a', { text: 'far too long' }, 'any')).rejects.toThrow();
      expect(await both.one.get(NOTE, 'a')).toBeNull();
    });

    it('keeps hostile values and large documents whole', async () => {
      await using both = await openBoth();
      const text = `NUL \u0000 quote ' " \\ \u202E 😷 ${'x'.repeat(200_000)}`;
      await both.one.put(NOTE, "it's", { text, stars: 0 }, 'absent');
      expect((await both.other.get(NOTE, "it's"))?.value.text).toBe(text);
    });
  });
}
