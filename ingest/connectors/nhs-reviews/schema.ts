import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).max(300);
const MARK_LENGTH = 6;
export const MAX_SEEN = 400;

export const configSchema = z
  .strictObject({
    subscriptionKey: z.string().min(1).max(300).describe('Subscription key of the NHS website’s API for ratings and reviews.'),
    odsCodes: z
      .array(z.string().regex(/^[A-Z0-9]{3,10}$/, 'must be an ODS code in capitals'))
      .max(500)
      .default([])
      .describe('ODS codes of the services whose reviews are read.'),
    orgTypes: z
      .array(z.string().regex(/^[A-Z]{2,6}$/, 'must be a type such as HOS, GPB or DEN'))
      .max(20)
      .default([])
      .describe('Types of services whose reviews are read, such as HOS (hospitals) or GPB (practices), where no codes are given.'),
    baseUrl: address.default('https://api.nhs.uk').describe('Address of the API.'),
  })
  .refine(({ odsCodes, orgTypes }) => odsCodes.length + orgTypes.length > 0, { path: ['odsCodes'], message: 'give odsCodes or orgTypes' });
export type Config = z.infer<typeof configSchema>;

export const cursorSchema = z.object({
  /** The latest date of submission that was handed on. */
  newestMs: z.number().int().nonnegative(),
  /** When the last weeks were listed again. */
  reconciledMs: z.number().int().nonnegative(),
  /** Marks of what was handed on last, six characters each, the latest first. */
  seen: z.string().max(MAX_SEEN * MARK_LENGTH),
});
export type Cursor = z.infer<typeof cursorSchema>;

const commentId = z.union([z.number().int().nonnegative().safe().transform(String), z.string().regex(/^[\w-]{1,60}$/)]);

export const reviewSchema = z.object({
  comment: z.object({
    commentId,
    odsCode: z.string().max(20).nullish().catch(undefined),
    title: z.string().max(2_000).nullish(),
    commentText: z.string().max(100_000).nullish(),
    commentOriginalURL: z.string().max(1_000).nullish().catch(undefined),
    dateSubmitted: z.string().max(64),
    lastUpdated: z.string().max(64).nullish().catch(undefined),
  }),
});
export type Review = z.infer<typeof reviewSchema>['comment'];

export const idSchema = z.object({ comment: z.object({ commentId }) });
export const pageSchema = z.object({ comments: z.array(z.unknown()) });
