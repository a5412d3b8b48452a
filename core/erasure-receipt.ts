import { z } from 'zod';
import { FORGET_REASONS } from './post.ts';
import { defineDocument } from './ports/document-store.ts';

const count = z.number().int().nonnegative();
const instant = count;

/**
 * That what one batch asked to be forgotten is gone for every reader: from the store and its search, the duplicates index and quarantine; tombstones keep it from coming
 * back. By the batch's id, written once. It names neither posts nor authors.
 */
export const erasureReceiptSchema = z.object({
  /** When it was queued, which follows the source's word within seconds. */
  requestedAtMs: instant,
  doneAtMs: instant,
  requests: z.array(z.object({ source: z.string().max(40), reason: z.enum(FORGET_REASONS), posts: count, authors: count })).max(400),
  /** Posts that were held and are gone; the others were not held, or gone before. */
  erased: count,
});
export type ErasureReceipt = z.infer<typeof erasureReceiptSchema>;

export const erasureReceiptDocument = defineDocument('erasure-receipt', erasureReceiptSchema);
