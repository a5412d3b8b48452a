import { z } from 'zod';
import { queuedOpSchema } from './jobs.ts';
import { QUARANTINE_REASONS } from './outcome.ts';
import { defineDocument } from './ports/document-store.ts';

/**
 * A post set aside for a person to look at, by its id. `op` is the whole record, which is there only where redaction is certain to have
 * happened: of what didn't even parse, the size and the failing field are kept and nothing else.
 */
export const quarantinedSchema = z.object({
  reason: z.enum(QUARANTINE_REASONS),
  source: z.string().max(40),
  /** Stage of the pipeline that it failed in. */
  stage: z.string().max(60).nullable(),
  /** Code or type of the error: never its message. */
  errorCode: z.string().max(60).nullable(),
  /** Path of the first field that didn't parse. */
  field: z.string().max(200).nullable(),
  sizeBytes: z.number().int().nonnegative(),
  quarantinedAtMs: z.number().int().nonnegative(),
  op: queuedOpSchema.nullable(),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

export const quarantineDocument = defineDocument('quarantine', quarantinedSchema);

/** What may be said about an error: its code, else its type. */
export function errorCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : error.name.slice(0, 60);
}
