import { z } from 'zod';
import { ODS_CODE } from '#core/organisations/ods-code.ts';
import { GENRES, POST_KINDS, PROGRESS } from '#core/post.ts';

const instant = z
  .string()
  .max(64)
  .refine((text) => Number.isFinite(Date.parse(text)), 'is not an instant');
const link = z.string().max(4_000);

/** What ingest accepts from a connector. Messages name the field and the rule, never what the field held. */
export const rawPostSchema = z.object({
  source: z.string().min(1).max(40),
  nativeId: z.string().min(1).max(1_000),
  canonicalId: z.string().min(1).max(2_000),
  feed: link.optional(),
  kind: z.enum(POST_KINDS),
  genre: z.enum(GENRES).optional(),
  text: z.string(),
  title: z.string().optional(),
  question: z.string().optional(),
  createdAt: instant,
  editedAt: instant.optional(),
  observedAt: instant,
  author: z.object({ id: z.string().min(1).max(1_000).optional() }).optional(),
  place: z.string().optional(),
  organisation: z.string().regex(ODS_CODE).optional(),
  progress: z.enum(PROGRESS).optional(),
  lang: z.string().optional(),
  url: link.optional(),
  parentId: z.string().max(2_000).optional(),
  rootId: z.string().max(2_000).optional(),
});
