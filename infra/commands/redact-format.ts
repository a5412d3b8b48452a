import { z } from 'zod';
import { REDACTION_TYPES } from '#core/language/redactor/types.ts';

/** One line of input. Fields beyond these are ignored. */
export const redactInput = z.object({
  id: z.string().describe('Returned as it is.'),
  text: z.string().describe('May be empty.'),
});
export type RedactInput = z.infer<typeof redactInput>;

const offset = z.number().int().min(0);

/** One line of output for each good line of input, in order. */
export const redactOutput = z.object({
  id: z.string(),
  text: z.string().describe('The text with each span replaced by [type] in lower case; a URL keeps its host, a postcode its area.'),
  spans: z
    .array(
      z.object({
        start: offset,
        end: offset,
        type: z.enum(REDACTION_TYPES),
      }),
    )
    .describe('Offsets are UTF-16 code units of the input text, end exclusive; sorted, not overlapping.'),
});
export type RedactOutput = z.infer<typeof redactOutput>;
