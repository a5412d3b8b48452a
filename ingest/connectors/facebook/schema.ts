import { z } from 'zod';

export const configSchema = z.strictObject({
  pageId: z
    .string()
    .regex(/^\d{1,30}$/, 'must be the number of a page, as text')
    .describe('Number of the page, as text.'),
  accessToken: z
    .string()
    .min(1)
    .max(1_000)
    .describe(
      'Token of the page (not of a person) with pages_read_engagement and pages_read_user_content, from someone with the task MODERATE.',
    ),
  version: z
    .string()
    .regex(/^v\d{1,3}\.\d{1,2}$/, 'must be a version such as v25.0')
    .default('v25.0')
    .describe('Version of the Graph API.'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .default('https://graph.facebook.com')
    .describe('Replaces scheme and host; the path stays the service’s own.'),
  maxPostAgeDays: z
    .number()
    .int()
    .min(1)
    .max(3_650)
    .default(30)
    .describe('How long after its publication a post’s comments are read. The ten newest posts are read whatever their age.'),
  match: z
    .union([z.literal('all'), z.array(z.string().min(2).max(100)).min(1).max(500)])
    .default('all')
    .describe('"all", or words and phrases of which a comment must hold one.'),
});
export type Config = z.infer<typeof configSchema>;

const instantMs = z.number().int().nonnegative();
const objectId = z.string().regex(/^\w{1,100}$/);

/** Longer cursors of the service are not kept; reading then goes on at the post's newest comment. */
export const MAX_AFTER_LENGTH = 2_000;

const roundSchema = z.object({
  startMs: instantMs,
  /** What was written before is known. */
  sinceMs: instantMs,
  /** Nothing is known: the newest comments of each post are enough. */
  isFirst: z.boolean().optional(),
  /** A post was passed over for a fault that may pass. */
  isPart: z.boolean().optional(),
  /** Reads back in time. */
  isRange: z.boolean().optional(),
  /** The last post that was read to its end. */
  done: z.object({ createdMs: instantMs, id: objectId }).optional(),
  /** The post that is being read, and the service's own cursor in it. */
  walk: z.object({ id: objectId, after: z.string().max(MAX_AFTER_LENGTH).optional() }).optional(),
});
export type Round = z.infer<typeof roundSchema>;

/** Where reading goes on: one instant, and the round that is under way. */
export const cursorSchema = z.object({ sinceMs: instantMs, round: roundSchema.optional() });
export type Cursor = z.infer<typeof cursorSchema>;

const instant = z
  .string()
  .max(64)
  .refine((text) => Number.isFinite(Date.parse(text)), 'is not an instant');
const message = z.string().max(200_000).optional();
const from = z
  .object({ id: z.string().min(1).max(100).optional().catch(undefined) })
  .nullish()
  .catch(undefined);
const flag = z.boolean().optional().catch(undefined);

export const commentSchema = z.object({
  id: objectId,
  message,
  created_time: instant,
  is_hidden: flag,
  from,
  parent: z
    .object({ id: objectId.optional().catch(undefined) })
    .nullish()
    .catch(undefined),
});
export type Comment = z.infer<typeof commentSchema>;

export const edgeSchema = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({
      cursors: z
        .object({ after: z.string().min(1).max(10_000).optional().catch(undefined) })
        .optional()
        .catch(undefined),
      next: z.string().max(20_000).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type Edge = z.infer<typeof edgeSchema>;

export const postSchema = z.object({
  id: objectId,
  message,
  created_time: instant,
  is_hidden: flag,
  from,
  permalink_url: z.string().max(2_000).optional().catch(undefined),
  comments: edgeSchema.optional(),
});
export type Post = z.infer<typeof postSchema>;

const code = z.number().int();
export const errorSchema = z.object({
  error: z.object({
    code,
    error_subcode: code.optional().catch(undefined),
    message: z.string().catch(''),
    is_transient: flag,
  }),
});

/** What each request of a batch brought; null where there was no time for it. */
export const batchSchema = z.array(z.object({ code, body: z.string().nullish() }).nullable());

/** `X-Business-Use-Case-Usage`: by page. */
const percentage = z.number().optional().catch(undefined);
export const appUsageSchema = z.object({ call_count: percentage, total_time: percentage, total_cputime: percentage });
export const businessUsageSchema = z.record(
  z.string(),
  z.array(appUsageSchema.extend({ estimated_time_to_regain_access: z.number().optional().catch(undefined) })),
);
