import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import type { MixedComment } from './evaluate/mixed.ts';

const THEMES = new Set(TAXONOMY.themes.map(({ id }) => id));

const mixedComment = z.strictObject({
  id: z.string().regex(/^mixed-\d{3}$/),
  genre: z.enum(['feedback', 'post']),
  text: z.string().min(1),
  clauses: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        sentiment: z.enum(['positive', 'neutral', 'negative']),
        themes: z.array(z.string().refine((id) => THEMES.has(id), 'No theme of the taxonomy.')),
      }),
    )
    .min(2),
}) satisfies z.ZodType<MixedComment>;

/** The sets of invented comments, labelled by clause, beside this file. */
export type MixedSet = 'mixed-comments' | 'mixed-comments-unseen' | 'mixed-comments-held-back';

export function readMixedComments(set: MixedSet = 'mixed-comments'): (MixedComment & z.infer<typeof mixedComment>)[] {
  return readFileSync(new URL(`${set}.ndjson`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => mixedComment.parse(JSON.parse(line)));
}
