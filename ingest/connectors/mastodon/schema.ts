import { z } from 'zod';

const INSTANCES = ['https://mastodon.social', 'https://mastodonapp.uk', 'https://mas.to', 'https://mstdn.social'];
const HASHTAGS = ['nhs', 'nhsengland', 'ournhs', 'saveournhs'];

const address = z.url({ protocol: /^https?$/ }).max(300);

export const configSchema = z.strictObject({
  instances: z.array(address).min(1).max(50).default(INSTANCES).describe('Addresses of instances whose public hashtag timelines are read.'),
  baseUrl: address.optional().describe('One instance in place of `instances`.'),
  hashtags: z
    .array(z.string().regex(/^#?[\p{L}\p{N}\p{M}_·]{1,100}$/u, 'must be a hashtag'))
    .min(1)
    .max(50)
    .default(HASHTAGS)
    .describe('Hashtags whose timelines are read.'),
  accessToken: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('For an instance that shows its timelines to its own users only; with one instance.'),
  streaming: z
    .boolean()
    .default(false)
    .describe(
      'Listen to the instance’s stream between polls, for posts, edits and deletions as they happen; needs `accessToken` (scope read:statuses).',
    ),
  match: z
    .union([z.literal('all'), z.array(z.string().min(2).max(100)).min(1).max(500)])
    .default('all')
    .describe('"all", or words and phrases of which a post must hold one.'),
  indexableOnly: z
    .boolean()
    .default(false)
    .describe(
      'Leave out accounts that don’t let their public posts be searched. Most never chose; those that ask search engines to stay away are left out in any case.',
    ),
});
export type Config = z.infer<typeof configSchema>;

const statusId = z.string().regex(/^[\w-]{1,64}$/);

/** Newest status seen. Ids are opaque strings, ordered by length and then by character. */
export const cursorSchema = z.object({
  newestId: statusId,
  /** While a range is read back in time: what is older is still to be read. */
  olderThan: statusId.optional(),
  /** When an empty timeline was last checked for being switched off. */
  checkedMs: z.number().int().nonnegative().optional(),
});
export type Cursor = z.infer<typeof cursorSchema>;

const address2k = z.string().max(2_000).nullish();

export const statusSchema = z.object({
  id: statusId,
  uri: z.string().min(1).max(2_000),
  url: address2k.catch(undefined),
  created_at: z.string().max(64),
  edited_at: z.string().max(64).nullish(),
  content: z.string().max(1_000_000),
  spoiler_text: z.string().max(10_000).nullish().catch(undefined),
  language: z.string().max(35).nullish().catch(undefined),
  visibility: z.string().optional(),
  in_reply_to_id: z.string().max(64).nullish().catch(undefined),
  reblog: z.unknown().optional(),
  account: z.object({
    id: z.string().max(64).optional().catch(undefined),
    url: address2k.catch(undefined),
    uri: address2k.catch(undefined),
    noindex: z.boolean().nullish().catch(undefined),
    indexable: z.boolean().nullish().catch(undefined),
    note: z.string().nullish().catch(undefined),
  }),
});
export type Status = z.infer<typeof statusSchema>;

/** Of a status that can't be read: enough to move the cursor past it. */
export const statusIdSchema = z.object({ id: statusId });

/** How an instance says no. */
export const refusalSchema = z.object({ error: z.string() });

const access = z.enum(['public', 'authenticated', 'disabled']).optional().catch(undefined);
/** Since Mastodon 4.5: who may see hashtag timelines. A disabled one answers with an empty list. */
export const instanceSchema = z.object({
  configuration: z.object({ timelines_access: z.object({ hashtag_feeds: z.object({ local: access, remote: access }) }) }),
});

/** Where an instance streams from. */
export const streamingSchema = z.object({ configuration: z.object({ urls: z.object({ streaming: z.url({ protocol: /^wss?$/ }) }) }) });

/** An event of a stream: its payload is JSON in a string, but for a deletion, where it is the id. */
export const eventSchema = z.object({ event: z.string().max(60), payload: z.string().max(2_000_000).optional() });
