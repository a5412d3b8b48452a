import { z } from 'zod';
import { defineDocument } from '../ports/document-store.ts';

/** What one rule may cost: `core/query-parser.ts`. */
export const RULE_LIMITS = { length: 1_000, terms: 100 };

const nameSchema = z
  .string()
  .max(120)
  .regex(/[a-z0-9]/i, 'needs a letter or digit: the id is made of it');

/** A list of themes as data. A theme's id isn't written: it is slug(category) + '.' + slug(name). */
export const taxonomySchema = z.object({
  version: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.+-]{0,59}$/, 'is lower-case letters, digits, "+", "." and "-"')
    .describe('Raised with every change, since each analysed post carries it.'),
  name: z.string().min(1).max(120).describe('The same in all versions.'),
  categories: z
    .array(
      z.object({
        name: nameSchema,
        source: z.string().min(1).max(120).optional().describe('The framework that it was taken from.'),
        themes: z
          .array(
            z.object({
              name: nameSchema,
              definition: z.string().min(1).max(1_000),
              rules: z
                .array(z.string().min(1).max(RULE_LIMITS.length))
                .min(1)
                .describe('Queries in the language of the search, any of which finds the theme. They look at words alone: no fields.'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type TaxonomyDocument = z.infer<typeof taxonomySchema>;

/** Ids are versions. */
export const taxonomyDocument = defineDocument('taxonomy', taxonomySchema);
