import type { Found, Lookup, Wanted } from './lookup.ts';

/** What was found before a save, and which erasures it takes into account. */
export interface FoundBefore {
  /** By position. */
  found: Found[];
  erasures: number;
}

export interface RecentFinds {
  /** Looks for references and tombstones of posts, and keeps them for the save that is likely to follow. */
  look(ids: readonly string[]): Promise<Found[]>;
  /** What `look` found of these posts, or what is found now; purges of voices are always looked for. */
  take(wanted: readonly Wanted[]): Promise<FoundBefore>;
  /** Whether something was forgotten since. */
  haveChanged(erasures: number): Promise<boolean>;
}

interface Kept {
  found: Found;
  erasures: number;
}

/** Looks that no save followed, such as those of posts that were held already, are given up in the order in which they were made. */
const MOST = 20_000;

/**
 * Spares a save what the pipeline has just looked up. What was found may have changed meanwhile: references are replaced by
 * compare-and-set, and the save looks for tombstones again if anything was forgotten since.
 */
export function createRecentFinds(lookup: Lookup): RecentFinds {
  const kept = new Map<string, Kept>();
  let erasures: number | undefined;

  /** A number that was read before is as good as a new one: it only makes a save look once more. */
  async function erasuresBefore(): Promise<number> {
    return (erasures ??= await lookup.erasures());
  }

  return {
    async look(ids) {
      const before = await erasuresBefore();
      const found = await lookup.find(ids.map((id) => ({ id })));
      for (const [n, id] of ids.entries()) {
        kept.delete(id);
        kept.set(id, { found: found[n]!, erasures: before });
      }
      for (const id of kept.keys()) {
        if (kept.size <= MOST) break;
        kept.delete(id);
      }
      return found;
    },
    async take(wanted) {
      const before = await erasuresBefore();
      const taken = wanted.map(({ id }) => kept.get(id));
      for (const { id } of wanted) kept.delete(id);
      const isKnown = taken.every((each) => each !== undefined);
      if (!isKnown) return { found: await lookup.find(wanted), erasures: before };
      const purges = await lookup.purges(wanted.flatMap(({ voice }) => voice ?? []));
      return {
        found: taken.map(({ found }, n) => ({ ...found, purgedBeforeMs: purges.get(wanted[n]!.voice ?? '') })),
        erasures: Math.min(before, ...taken.map((each) => each.erasures)),
      };
    },
    async haveChanged(before) {
      const now = await lookup.erasures();
      erasures = now;
      return now !== before;
    },
  };
}
