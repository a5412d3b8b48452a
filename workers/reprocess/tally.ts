import { z } from 'zod';
import type { SaveResult } from '#core/ports/post-store.ts';

const count = z.number().int().nonnegative();
const MOST_IDS = 5;

/** What became of the posts. */
export const tallySchema = z.object({
  reanalysed: count,
  /** Analysed by these versions already. */
  current: count,
  /** A newer wording or analysis arrived between the read and the write, and stays. */
  newer: count,
  /** Erased between the read and the write. */
  erased: count,
  /** Could not be analysed or stored: the older analysis stays. */
  rejected: count,
  /** Of the first few. */
  rejectedIds: z.array(z.string().max(40)).max(MOST_IDS),
});
export type Tally = z.infer<typeof tallySchema>;

export const NOTHING: Tally = { reanalysed: 0, current: 0, newer: 0, erased: 0, rejected: 0, rejectedIds: [] };

const COUNTED = { stored: 'reanalysed', stale: 'newer', erased: 'erased', rejected: 'rejected' } as const;

export interface Batch {
  current: number;
  /** Of each post by its id: what the store said, or undefined for one that could not be analysed. */
  outcomes: readonly (readonly [id: string, result: SaveResult | undefined])[];
}

/** A tally with another batch counted. */
export function tallyOf(before: Tally, { current, outcomes }: Batch): Tally {
  const tally = { ...before, current: before.current + current, rejectedIds: [...before.rejectedIds] };
  for (const [id, result] of outcomes) {
    const counted = COUNTED[result?.type ?? 'rejected'];
    tally[counted] += 1;
    if (counted === 'rejected' && tally.rejectedIds.length < MOST_IDS) tally.rejectedIds.push(id);
  }
  return tally;
}

/** How many posts are done. */
export function countOf({ reanalysed, current, newer, erased, rejected }: Tally): number {
  return reanalysed + current + newer + erased + rejected;
}
