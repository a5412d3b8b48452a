import { z } from 'zod';
import { DEFAULT_KEYWORDS } from '../../match-keywords.ts';

export const configSchema = z
  .strictObject({
    url: z
      .url({ protocol: /^(?:ws|http)s?$/ })
      .optional()
      .describe('One host in place of the public ones; the path stays the service’s own.'),
    baseUrl: z
      .url({ protocol: /^(?:ws|http)s?$/ })
      .optional()
      .describe('The same as `url`.'),
    wire: z.enum(['v1', 'v2']).default('v1').describe('Form of the stream.'),
    match: z
      .union([z.literal('all'), z.array(z.string().min(2).max(100)).min(1).max(500)])
      .default([...DEFAULT_KEYWORDS])
      .describe(
        '"all", or words, phrases, hashtags ("#OurNHS") and mentions ("@NHSEngland") of which a post must hold one: in its text, its tags, or its link’s title and description.',
      ),
    identifier: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe('Handle of an account: with it, posts from before what the stream keeps are searched for.'),
    appPassword: z.string().min(1).max(300).optional().describe('An app password of that account, not the password itself.'),
    pdsUrl: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Server of that account: https://bsky.social; follows `url` and `baseUrl` when only those are set.'),
  })
  .superRefine(({ identifier, appPassword }, context) => {
    if ((identifier === undefined) === (appPassword === undefined)) return;
    const path = [identifier === undefined ? 'identifier' : 'appPassword'];
    context.addIssue({ code: 'custom', path, message: 'a login is "identifier" and "appPassword" together' });
  });
export type Config = z.infer<typeof configSchema>;

const instantMs = z.number().int().nonnegative();

/** How far a search for older posts has come: `keyword` down to `untilMs`, those before it in the list wholly. */
const searchState = z.object({ fromMs: instantMs, toMs: instantMs, keyword: z.string().max(100), untilMs: instantMs });
export type SearchState = z.infer<typeof searchState>;

const position = { host: z.string().max(300), search: searchState.optional() };

/** The newest event handed on: its time in microseconds, which holds for every host, and for v2 its number, which holds for one host (0: none). */
export const cursorSchema = z.discriminatedUnion('wire', [
  z.object({ wire: z.literal('v1'), cursor: instantMs, ...position }),
  z.object({ wire: z.literal('v2'), cursor: instantMs, timeUs: instantMs, ...position }),
]);
export type Cursor = z.infer<typeof cursorSchema>;

const card = z.object({ title: z.string().optional().catch(undefined), description: z.string().optional().catch(undefined) });
const external = card.optional().catch(undefined);
const uri = z.object({ uri: z.string().max(500) });
const facet = z.object({ features: z.array(z.object({ tag: z.string().max(640).optional().catch(undefined) })) });

/** A post as its author's client wrote it; what isn't as the lexicon says counts as absent, but for the text. */
export const postRecord = z.object({
  text: z.string().max(50_000),
  createdAt: z.string().max(64).optional().catch(undefined),
  langs: z.array(z.string().max(35)).nullish().catch(undefined),
  tags: z.array(z.string().max(640)).nullish().catch(undefined),
  facets: z.array(facet.nullish().catch(undefined)).nullish().catch(undefined),
  reply: z.object({ root: uri, parent: uri }).nullish().catch(undefined),
  embed: z
    .object({ external, media: z.object({ external }).optional().catch(undefined) })
    .nullish()
    .catch(undefined),
});
export type PostRecord = z.infer<typeof postRecord>;

export const did = z.string().regex(/^did:[a-z]+:[\w.:%-]{1,250}$/);
const operation = z.enum(['create', 'update', 'delete']);
const collection = z.string().max(317);
const rkey = z.string().regex(/^[\w.:~-]{1,512}$/);
const instantUs = z.number().int().nonnegative();
const instant = z.iso.datetime({ offset: true });
export const accountState = z.object({ active: z.boolean(), status: z.string().max(60).optional() });

/** What every event of v1 has; the rest is read by kind, so that a new kind breaks nothing. */
export const v1Event = z.object({ did, time_us: instantUs, kind: z.string() });
export const v1Commit = z.object({ commit: z.object({ operation, collection, rkey, record: z.unknown().optional() }) });
export const v1Account = z.object({ account: accountState });

export const v2Frame = z.object({ $type: z.string(), payload: z.unknown().optional(), error: z.string().max(100).optional() });
export const v2Payload = z.object({ $type: z.string() });
export const v2Info = z.object({ name: z.string().max(100) });
/** `time` may be another than when the event was seen, which `witnessedAt` then tells (absent from older servers). */
export const v2Event = z.object({ seq: instantUs, did, time: instant, witnessedAt: instant.optional().catch(undefined) });
export const v2Commit = z.object({ operation, collection, rkey, record: z.unknown().optional() });
export const v2Account = z.object({ account: accountState });

/** Answers of an account's server. */
export const sessionSchema = z.object({ accessJwt: z.string().min(1).max(10_000), refreshJwt: z.string().min(1).max(10_000) });
export const refusalSchema = z.object({ error: z.string().max(100) });
export const foundSchema = z.object({ posts: z.array(z.unknown()).max(1_000), cursor: z.string().max(2_000).optional().catch(undefined) });
export const postUriSchema = z.object({ uri: z.string().max(1_000) });
export const postViewSchema = z.object({
  uri: z.string().regex(/^at:\/\/did:[a-z]+:[\w.:%-]{1,250}\/app\.bsky\.feed\.post\/[\w.:~-]{1,512}$/),
  record: z.unknown(),
  indexedAt: instant,
});
