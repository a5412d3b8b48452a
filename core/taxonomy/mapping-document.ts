import { z } from 'zod';
import { defineDocument } from '../ports/document-store.ts';
import type { HeadName } from '../language/heads/understanding.ts';

/** Heads that learned a framework of their own from labelled texts. */
const FRAMEWORK_HEADS = ['single-label'] as const satisfies readonly HeadName[];

const headerShape = {
  framework: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is lower-case letters, digits and dashes')
    .describe('What --framework takes.'),
  name: z.string().min(1).max(200),
  version: z.string().regex(/^[a-z0-9][a-z0-9.+-]{0,59}$/, 'is lower-case letters, digits, "+", "." and "-"'),
};
const labelName = z.string().min(1).max(200);

/** Labels that stand for themes. */
export const themeMappingSchema = z.object({
  ...headerShape,
  from: z.string().min(1).describe('The taxonomy whose themes are named: its name for all versions, or one version.'),
  kind: z.enum(['many', 'one']).describe('many: each label that has a theme over its threshold. one: the best of them.'),
  labels: z
    .array(
      z.object({
        name: labelName,
        definition: z.string().max(1_000).optional(),
        themes: z.array(z.string()).describe('Ids. A label is as likely as the likeliest of them.'),
      }),
    )
    .min(1),
  otherwise: labelName.optional().describe('The label of a text that no other fits. One of "labels".'),
  blank: labelName.optional().describe('The label of a text with nothing to read in it. One of "labels"; default: "otherwise".'),
});

/** A framework whose labels were learned from texts that bear them, not from our themes. */
export const learnedMappingSchema = z.object({
  ...headerShape,
  kind: z.literal('one'),
  head: z.enum(FRAMEWORK_HEADS).describe('The learned head that answers.'),
});

/** Another framework in the words of ours. */
export const mappingSchema = z.union([learnedMappingSchema, themeMappingSchema]);
export type ThemeMapping = z.infer<typeof themeMappingSchema>;
export type MappingDocument = z.infer<typeof mappingSchema>;

export const mappingDocument = defineDocument('mapping', mappingSchema);

/** What a mapping is stored under. */
export function mappingId({ framework, version }: Pick<MappingDocument, 'framework' | 'version'>): string {
  return `${framework}@${version}`;
}
