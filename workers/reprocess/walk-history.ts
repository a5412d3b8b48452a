import { DAY_MS } from '#core/calendar.ts';
import type { AnalysedPost } from '#core/insight.ts';
import type { SearchPosition } from '#core/ports/post-store.ts';
import type { History } from './history.ts';
import type { Chosen } from './position.ts';

/**
 * Pages of posts, oldest first, from a position on. Stores count all that a search selects, for each page anew, so a page is asked of one day:
 * the time that a page takes doesn't grow with the history.
 */
export async function* walkHistory(
  history: Pick<History, 'read'>,
  chosen: Chosen,
  start: SearchPosition | null,
  limit: number,
): AsyncGenerator<readonly AnalysedPost[], void> {
  let after = start;
  for (;;) {
    const rest = { ...chosen, fromMs: after?.createdAtMs ?? chosen.fromMs };
    const [next] = (await history.read({ ...rest, after, limit: 1 })).posts;
    if (!next) return;
    const day = { ...rest, fromMs: next.createdAtMs, toMs: Math.min(next.createdAtMs + DAY_MS, chosen.toMs ?? Infinity) };
    for (let hasMore = true; hasMore;) {
      const page = await history.read({ ...day, after, limit });
      hasMore = page.next !== null;
      after = positionOf(page.posts.at(-1)) ?? after;
      yield page.posts;
    }
  }
}

export function positionOf(post: AnalysedPost | undefined): SearchPosition | null {
  return post ? { createdAtMs: post.createdAtMs, id: post.id } : null;
}
