/** A post of a stream, and what ranks it. */
export interface Ranked {
  score: number;
  /** Its share of the stream. */
  weight: number;
  /** Of a post that a person should see: what is counted by. */
  kind?: string | undefined;
}

export interface QueueFigures {
  /** Share of the urgent posts that are in the queue. */
  recall: number;
  recallByKind: Map<string, number>;
  /** Share of the queue that is urgent. */
  precision: number;
  /** The score of the last post in it. */
  leastScore: number;
}

/**
 * What a review queue of a fixed size holds: `load` of the stream (0.005: the half per cent that scores highest). Posts of equal score at the queue's
 * end are in it by the part of them that there is room for.
 */
export function measureQueue(stream: readonly Ranked[], load: number): QueueFigures {
  const ranked = stream.toSorted((left, right) => right.score - left.score);
  let room = load * sumOf(ranked, ({ weight }) => weight);
  const size = room;
  const [held, all] = [new Map<string, number>(), new Map<string, number>()];
  let leastScore = 1;
  for (let start = 0; start < ranked.length;) {
    const { score } = ranked[start]!;
    let end = start + 1;
    while (end < ranked.length && ranked[end]!.score === score) end++;
    const tied = ranked.slice(start, end);
    const weight = sumOf(tied, (post) => post.weight);
    const share = Math.min(1, room / weight);
    if (room > 0) leastScore = score;
    for (const post of tied) {
      if (post.kind === undefined) continue;
      all.set(post.kind, (all.get(post.kind) ?? 0) + post.weight);
      held.set(post.kind, (held.get(post.kind) ?? 0) + post.weight * share);
    }
    room = Math.max(0, room - weight);
    start = end;
  }
  const found = sumOf([...held.values()], (weight) => weight);
  return {
    recall: found / sumOf([...all.values()], (weight) => weight),
    recallByKind: new Map([...all].map(([kind, weight]) => [kind, held.get(kind)! / weight])),
    precision: found / size,
    leastScore,
  };
}

function sumOf<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}
