import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).max(300);
const id = z.string().regex(/^\d{1,20}$/);

export const configSchema = z.strictObject({
  bearerToken: z.string().min(1).max(500).describe('Token of an app whose plan allows this use.'),
  query: z
    .string()
    .min(1)
    .max(4_096)
    .default('(NHS OR "National Health Service" OR #NHS) lang:en -is:retweet')
    .describe('Search in X’s own language; 512 characters on most plans.'),
  baseUrl: address.default('https://api.x.com').describe('Address of the API.'),
});
export type Config = z.infer<typeof configSchema>;

/**
 * Everything up to `sinceId` was handed on, and everything that could be found at `atMs`. `walk`: of what came after it, the pages before `nextToken` were; the newest
 * of them is `newestId`, and the first was asked for at `startedMs`.
 */
export const cursorSchema = z.object({
  sinceId: id.nullable(),
  atMs: z.number().int().nonnegative().optional(),
  walk: z.object({ nextToken: z.string().max(400), newestId: id.nullable(), startedMs: z.number().int().nonnegative() }).optional(),
});
export type Cursor = z.infer<typeof cursorSchema>;

export const postSchema = z.object({
  id,
  text: z.string().max(100_000),
  created_at: z.iso.datetime(),
  lang: z.string().max(35).optional().catch(undefined),
  conversation_id: id.optional().catch(undefined),
  edit_history_tweet_ids: z.array(id).min(1).max(20).optional().catch(undefined),
  note_tweet: z
    .object({ text: z.string().max(100_000) })
    .optional()
    .catch(undefined),
  referenced_tweets: z
    .array(z.object({ type: z.string().max(40), id }))
    .optional()
    .catch(undefined),
  withheld: z
    .object({ copyright: z.boolean().optional().catch(undefined), country_codes: z.array(z.string().max(10)) })
    .optional()
    // Withheld in a way that can't be read: everywhere.
    .catch({ country_codes: ['XX'] }),
});
export type XPost = z.infer<typeof postSchema>;

/** What could not be shown, and why. */
const problemSchema = z.object({
  resource_id: z.string().max(60).optional(),
  value: z.string().max(60).optional(),
  type: z.string().max(300).optional(),
});

/** A page of a search, and the answer to a look at single posts. What could not be shown is in `errors`, beside what could. */
export const answerSchema = z.object({
  data: z.array(z.unknown()).optional(),
  meta: z.object({ next_token: z.string().max(400).optional(), newest_id: id.optional() }).optional(),
  errors: z.array(problemSchema.catch({})).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** A refusal, with or without a list. */
export const refusalSchema = z.object({
  title: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        parameters: z.record(z.string(), z.unknown()).optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
});
