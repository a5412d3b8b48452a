import type { QueuedOp } from '#core/jobs.ts';

/** What the store holds after these operations, by the rules of versions and tombstones. */
export function textsHeld(queued: readonly QueuedOp[]): Set<string> {
  const held = new Map<string, Post>();
  const forgotten = new Set<string>();
  const purges = queued.flatMap((op) => (op.op === 'purge-voices' ? [op] : []));
  for (const op of queued) {
    if (op.op === 'forget') forgotten.add(op.id);
    if (op.op === 'upsert' && isLater(op.post, held.get(op.post.id))) held.set(op.post.id, op.post);
  }
  const isPurged = (voice: string | undefined, atMs: number) =>
    purges.some(({ voices, collectedBeforeMs }) => voice !== undefined && voices.includes(voice) && atMs <= collectedBeforeMs);
  const left = [...held.values()].filter(({ id, voice, collectedAtMs }) => !forgotten.has(id) && !isPurged(voice, collectedAtMs));
  return new Set(left.map(({ text }) => text));
}

type Post = Extract<QueuedOp, { op: 'upsert' }>['post'];

/** Of two wordings of one date the one that was collected later: the source doesn't say when it changed. */
function isLater(post: Post, held: Post | undefined): boolean {
  if (!held || post.contentMs !== held.contentMs) return !held || post.contentMs > held.contentMs;
  return post.contentHash !== held.contentHash && post.collectedAtMs > held.collectedAtMs;
}
