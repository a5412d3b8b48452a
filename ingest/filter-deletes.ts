import type { Clock } from '#core/clock.ts';
import type { QueuedOp } from '#core/jobs.ts';
import type { BatchLedger } from '#core/ports/coordination.ts';
import type { PostStore } from '#core/ports/post-store.ts';

export type DeleteFilter = (ops: readonly QueuedOp[]) => Promise<QueuedOp[]>;

const MAX_SUBMITTED = 100_000;
const MAX_UNKNOWN = 50_000;

/**
 * Leaves out deletes of posts that Earshot never had. A stream carries those of the whole platform, some hundred thousand a day, and each
 * would leave a tombstone for ever. A delete that comes before its post is remembered and follows it.
 */
export function createDeleteFilter(deps: {
  posts: Pick<PostStore, 'known'>;
  clock: Clock;
  ledger: Pick<BatchLedger, 'unsettled'>;
}): DeleteFilter {
  const { posts, clock, ledger } = deps;
  const beganMs = clock.now();
  let isSettled = false;
  const submitted = createRecentIds(MAX_SUBMITTED);
  const unknown = createRecentIds(MAX_UNKNOWN);

  return async (ops) => {
    const asked = ops.flatMap((op) => (op.op === 'forget' && !submitted.has(op.id) ? [{ id: op.id, createdAtMs: clock.now() }] : []));
    // What an earlier run queued may not be in the store yet; until it is, every delete goes on.
    if (asked.length && !isSettled) isSettled = (await ledger.unsettled(beganMs, 1)).length === 0;
    const known = asked.length && isSettled ? await posts.known(asked) : undefined;
    return ops.flatMap((op): QueuedOp[] => {
      if (op.op === 'upsert') {
        submitted.add(op.post.id);
        if (!unknown.has(op.post.id)) return [op];
        return [op, { op: 'forget', id: op.post.id, source: op.post.source, reason: 'user' }];
      }
      if (op.op !== 'forget' || submitted.has(op.id) || !isSettled || known?.has(op.id)) return [op];
      unknown.add(op.id);
      return [];
    });
  };
}

/** The latest ids, and no more than fit. */
function createRecentIds(most: number) {
  const ids = new Set<string>();
  return {
    has: (id: string) => ids.has(id),
    add(id: string) {
      ids.delete(id);
      ids.add(id);
      if (ids.size > most) ids.delete(ids.values().next().value!);
    },
  };
}
