import { z } from 'zod';
import { defineDocument } from '#core/ports/document-store.ts';
import { MATCH_ALL, type Selection } from '#core/query.ts';
import { tallySchema } from './tally.ts';

/** Which posts are analysed again: by a half-open range of their dates, and by a theme or category that they have so far. */
export interface Chosen {
  /** Inclusive. */
  fromMs?: number | undefined;
  /** Exclusive. */
  toMs?: number | undefined;
  theme?: string | undefined;
}

export function selectionOf({ fromMs, toMs, theme }: Chosen): Selection {
  return { where: theme === undefined ? MATCH_ALL : { type: 'field', field: 'theme', value: theme }, fromMs, toMs };
}

export const positionSchema = z.object({
  /** What the posts are analysed by: a position of other versions is worth nothing. */
  versions: z.object({ model: z.string(), taxonomy: z.string(), redactor: z.string() }),
  /** The last post that is done. */
  after: z.object({ createdAtMs: z.number(), id: z.string() }).nullable(),
  tally: tallySchema,
});
/** How far the analysis of a choice of posts has come. */
export type Position = z.infer<typeof positionSchema>;

/** One document for each choice of posts, until it is finished. */
export const positionDocument = defineDocument('reprocess-position', positionSchema);

/** @param all whether posts that are up to date are analysed again as well. */
export function positionId({ fromMs, toMs, theme }: Chosen, all = false): string {
  return [fromMs ?? 'first', toMs ?? 'last', theme ?? 'all', ...(all ? ['current-too'] : [])].join('-');
}
