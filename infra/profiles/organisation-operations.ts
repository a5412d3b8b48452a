import { z } from 'zod';
import { MATCH_ALL } from '#core/query.ts';
import { defineOperation } from './operation.ts';

const id = z.string().min(1).max(400);
const READ_TIMEOUT_MS = 60_000;
/** The adapters of the store refuse larger pages. */
const MAX_PAGE = 100;

const position = z.object({ createdAtMs: z.number().int(), id });

/** The unresolved names in a page of posts, oldest first. */
export const readUnresolvedOperation = defineOperation({
  name: 'organisations-unresolved',
  input: z.object({ fromMs: z.number().int(), toMs: z.number().int(), after: position.nullable() }),
  output: z.object({
    posts: z.number(),
    total: z.number(),
    /** Of each post that has some. */
    unresolved: z.array(z.array(z.object({ text: z.string(), candidates: z.array(z.string()) }))),
    next: position.nullable(),
  }),
  async run({ posts: store }, { fromMs, toMs, after }) {
    const selection = { where: MATCH_ALL, fromMs, toMs, order: 'oldest' as const, limit: MAX_PAGE, after: after ?? undefined };
    if (after === null) await store.refresh();
    const { posts, total, next } = await store.search(selection, { timeoutMs: READ_TIMEOUT_MS });
    const unresolved = posts.flatMap(({ insight }) =>
      insight.unresolved.length ? [insight.unresolved.map(({ text, candidates }) => ({ text, candidates }))] : [],
    );
    return { posts: posts.length, total, unresolved, next };
  },
});
