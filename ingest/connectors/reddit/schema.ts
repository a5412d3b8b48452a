import { z } from 'zod';
import { newestFirstCursorSchema } from '../../newest-first.ts';

const address = z.url({ protocol: /^https?$/ }).max(300);

export const configSchema = z.strictObject({
  clientId: z.string().min(1).max(200).describe('Id of the app that Reddit approved.'),
  clientSecret: z.string().min(1).max(200).describe('Its secret.'),
  subreddits: z
    .array(z.string().regex(/^(?:r\/)?\w{2,30}$/, 'must be the name of a subreddit'))
    .min(1)
    .max(100)
    .default(['nhs', 'doctorsUK', 'NursingUK', 'ParamedicsUK'])
    .describe('Names of subreddits. General ones need a `match`.'),
  comments: z.boolean().default(true).describe('Comments beside posts.'),
  match: z
    .union([z.literal('all'), z.array(z.string().min(2).max(100)).min(1).max(500)])
    .default('all')
    .describe('"all", or words and phrases of which a post must hold one.'),
  userAgent: z
    .string()
    .min(10)
    .max(200)
    .default('server:uk.earshot.collector:v1')
    .describe('How Earshot names itself; Reddit asks for "<platform>:<app id>:<version> (by /u/<name>)".'),
  baseUrl: address.default('https://oauth.reddit.com').describe('Address of the API.'),
  tokenUrl: address.optional().describe('Address that gives tokens; follows `baseUrl` when only that is set.'),
});
export type Config = z.infer<typeof configSchema>;

export const cursorSchema = newestFirstCursorSchema;

export const tokenSchema = z.object({ access_token: z.string().min(1).max(4_000), expires_in: z.number().positive() });
export const tokenRefusalSchema = z.object({ error: z.string() });

/** Why a subreddit can't be read. */
export const refusalSchema = z.object({ reason: z.enum(['private', 'quarantined', 'banned', 'gated']) });

export const listingSchema = z.object({
  kind: z.literal('Listing'),
  data: z.object({ children: z.array(z.unknown()), after: z.string().max(100).nullish() }),
});

const fullname = z.string().regex(/^t[13]_[0-9a-z]{1,20}$/);
const text = z.string().max(200_000).nullish();
/** Since 1970; what is larger is no date. */
const seconds = z.number().nonnegative().max(1e11);

export const thingSchema = z.object({
  kind: z.enum(['t1', 't3']),
  data: z.object({
    name: fullname,
    created_utc: seconds,
    edited: z.union([z.boolean(), seconds]).nullish().catch(undefined),
    author: z.string().max(100).nullish().catch(undefined),
    author_fullname: z
      .string()
      .regex(/^t2_[0-9a-z]{1,20}$/)
      .nullish()
      .catch(undefined),
    body: text,
    selftext: text,
    title: z.string().max(2_000).nullish(),
    permalink: z
      .string()
      .max(1_000)
      .regex(/^\/[\w-]+\//)
      .nullish()
      .catch(undefined),
    subreddit: z.string().max(100).nullish().catch(undefined),
    parent_id: fullname.nullish().catch(undefined),
    link_id: fullname.nullish().catch(undefined),
    removed_by_category: z.string().max(60).nullish().catch(undefined),
  }),
});
export type Thing = z.infer<typeof thingSchema>;

/** What tells a thing from others when the rest can't be read. */
export const nameSchema = z.object({ data: z.object({ name: fullname, subreddit: z.string().optional().catch(undefined) }) });
