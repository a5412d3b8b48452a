import { z } from 'zod';
import { ODS_CODE } from '#core/organisations/ods-code.ts';

const address = z.url({ protocol: /^https?$/ }).max(300);

export const configSchema = z.strictObject({
  clientId: z.string().min(1).max(300).describe('Id of the OAuth client that Google approved for the Business Profile API.'),
  clientSecret: z.string().min(1).max(300).describe('Its secret.'),
  refreshToken: z.string().min(1).max(1_000).describe('Refresh token of an account that manages the places (scope business.manage).'),
  locations: z
    .array(
      z.strictObject({
        name: z.string().regex(/^accounts\/[\w-]{1,60}\/locations\/[\w-]{1,60}$/, 'must be "accounts/…/locations/…"'),
        organisation: z.string().regex(ODS_CODE, 'must be an ODS code in capitals, such as RR8').optional(),
      }),
    )
    .min(1)
    .max(500)
    .describe('Verified places: `name` as the API has it, and `organisation`, the ODS code of the one they belong to.'),
  baseUrl: address.default('https://mybusiness.googleapis.com').describe('Address of the API.'),
  tokenUrl: address.optional().describe('Address that gives tokens; follows `baseUrl` when only that is set.'),
});
export type Config = z.infer<typeof configSchema>;

export const tokenSchema = z.object({ access_token: z.string().min(1).max(4_000), expires_in: z.number().positive() });

export const reviewSchema = z.object({
  /** accounts/…/locations/…/reviews/…: what one review is asked for by. */
  name: z.string().regex(/^accounts\/[\w-]+\/locations\/[\w-]+\/reviews\/[\w-]{1,300}$/),
  comment: z.string().max(100_000).nullish(),
  createTime: z.iso.datetime({ offset: true }),
  updateTime: z.iso.datetime({ offset: true }),
  reviewReply: z
    .object({
      comment: z.string().max(100_000),
      updateTime: z.iso.datetime({ offset: true }),
      /** APPROVED, PENDING or REJECTED. */
      reviewReplyState: z.string().max(60).optional().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});
export type Review = z.infer<typeof reviewSchema>;

export const nameSchema = z.object({ name: z.string().max(400) });

/** A place without reviews has no list at all. */
export const pageSchema = z.looseObject({
  reviews: z.array(z.unknown()).default([]),
  nextPageToken: z.string().max(2_000).optional(),
  totalReviewCount: z.number().optional(),
});

const detailSchema = z
  .object({ reason: z.string().optional(), metadata: z.object({ quota_limit_value: z.string().optional() }).optional() })
  .catch({});

/** Google's own words for a refusal, beside which the status says little: a code from the address that gives tokens, more from the API. */
export const refusalSchema = z.object({
  error: z.union([z.string(), z.object({ status: z.string().optional(), details: z.array(detailSchema).optional().catch(undefined) })]),
});
