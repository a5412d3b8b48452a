import type { QueuedOp } from '#core/jobs.ts';

/** What the store holds after these operations, by the rules of versions and tombstones. */
export function textsHeld(queued: readonly QueuedOp[]): Set<string> {
  const held = new Map<string, Extract<QueuedOp, { op: 'upsert' }>['post']>();
  const forgotten = new Set<string>();
  const purges = queued.flatMap((op) => (op.op === 'purge-voices' ? [op] : []));
  for (const op of queued) {
    if (op.op === 'forget') forgotten.add(op.id);
    if (op.op === 'upsert' && (held.get(op.post.id)?.contentMs ?? -1) < op.post.contentMs) held.set(op.post.id, op.post);
  }
  const isPurged = (voice: string | undefined, atMs: number) =>
    purges.some(({ voices, collectedBeforeMs }) => voice !== undefined && voices.includes(voice) && atMs <= collectedBeforeMs);
  const left = [...held.values()].filter(({ id, voice, collectedAtMs }) => !forgotten.has(id) && !isPurged(voice, collectedAtMs));
  return new Set(left.map(({ text }) => text));
}
