import type { Random } from './random.ts';

/** Pareto's tail: a few people write every day, most once or twice in a quarter. */
const TAIL = 1.3;

/**
 * Draws authors of one source. Of `posts` posts about 55 % are by people who wrote once or twice; the ids carry no name.
 */
export function createAuthors(source: string, posts: number): (random: Random) => string {
  const size = Math.max(50, Math.round(posts * 0.9));
  const exponent = 1 / TAIL;
  return (random) => {
    // Inverse of a bounded Pareto over ranks 1 … size: low ranks are the busy ones.
    const rank = random.chance(0.3) ? Math.floor((size + 1) ** (random.next() ** exponent)) : random.between(1, size);
    return `${source}-author-${String(Math.min(rank, size)).padStart(6, '0')}`;
  };
}
