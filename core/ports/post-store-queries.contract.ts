import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arbitraryQuery, arbitraryQueryText } from '../test-support/arbitrary-query.ts';
import { CORPUS, QUERIES } from '../test-support/query-corpus.ts';
import { createMatcher, matchableOf } from '../query-matcher.ts';
import { parseQuery, QuerySyntaxError } from '../query-parser.ts';
import type { QueryNode } from '../query.ts';
import type { OpenPostStore } from './post-store.contract.ts';
import type { PostStore } from './post-store.ts';

const nameOf = new Map(CORPUS.map(({ name, post }) => [post.id, name]));

/** The golden corpus: the same query finds the same posts in every store, and in memory. */
export function specifyQueries(open: OpenPostStore): void {
  describe('queries', () => {
    let store: PostStore;

    beforeAll(async () => {
      store = await open();
      await store.save(CORPUS.map(({ post }) => ({ post })));
      await store.refresh();
    });
    afterAll(() => store[Symbol.asyncDispose]());

    async function found(where: QueryNode): Promise<string> {
      const page = await store.search({ where, limit: 100, order: 'oldest' });
      expect(page.total).toBe(page.posts.length);
      return page.posts.map((post) => nameOf.get(post.id)).join(' ');
    }

    it.each(QUERIES)('%s', async (query, finds) => {
      expect(await found(parseQuery(query))).toBe(finds);
    });

    it('finds for any query what the query means in memory', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryQuery, async (where) => {
          expect(await found(where)).toBe(inMemory(where));
        }),
        { numRuns: 300 },
      );
    });

    it('is broken by no string that someone may type', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryQueryText, async (text) => {
          let where: QueryNode;
          try {
            where = parseQuery(text);
          } catch (error) {
            expect(error).toBeInstanceOf(QuerySyntaxError);
            return;
          }
          expect(await found(where)).toBe(inMemory(where));
        }),
        { numRuns: 300 },
      );
    });

    it('takes the largest query that the language allows', async () => {
      const words = Array.from({ length: 31 }, (_, n) => `zz${n}`);
      for (const text of [
        [...words, 'nurse'].join(' OR '),
        `${words.map((word) => `-${word}`).join(' ')} nurse`,
        `${'('.repeat(16)}nurse${')'.repeat(16)}`,
      ]) {
        expect(await found(parseQuery(text))).toBe('d01 d02 d33 d36 d37 d44');
      }
    });
  });
}

function inMemory(where: QueryNode): string {
  const matches = createMatcher(where);
  return CORPUS.filter(({ post }) => matches(matchableOf(post)))
    .map(({ name }) => name)
    .join(' ');
}
