import { seededRandom } from '#core/seeded-random.ts';
import { createHash } from 'node:crypto';
import { DAY_MS } from '#core/calendar.ts';
import type { QueuedOp } from '#core/jobs.ts';

export const SEEDED_SOURCE = 'rss';

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Post number `n` of a seed: always the same, its text unlike that of any other, so that no two are near-copies. */
export function seededUpsert(n: number, seed: number, nowMs = Date.now()): QueuedOp {
  const random = seededRandom(seed * 100_003 + n);
  const word = () => Array.from({ length: 5 }, () => 'abcdefghiklmnoprstuw'[Math.floor(random() * 20)]).join('');
  const text = `NHS hospital appointment ${Array.from({ length: 20 }, word).join(' ')}`;
  const atMs = Math.floor(nowMs / DAY_MS) * DAY_MS - DAY_MS + n * 1_000;
  return {
    op: 'upsert',
    post: {
      id: hash(`post ${seed} ${n}`),
      contentMs: atMs,
      source: SEEDED_SOURCE,
      origin: SEEDED_SOURCE,
      kind: 'post',
      genre: 'post',
      text,
      truncated: false,
      contentHash: hash(text),
      createdAtMs: atMs,
      collectedAtMs: atMs + 60_000,
      voice: hash(`voice ${n % 97}`),
      synthetic: true,
    },
  };
}
