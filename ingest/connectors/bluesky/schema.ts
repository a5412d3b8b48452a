import { z } from 'zod';
import { DEFAULT_KEYWORDS } from '../../match-keywords.ts';

export const configSchema = z.strictObject({
  url: z
    .url({ protocol: /^(?:ws|http)s?$/ })
    .optional()
    .describe('One host in place of the public ones; the path stays the service’s own.'),
  baseUrl: z
    .url({ protocol: /^(?:ws|http)s?$/ })
    .optional()
    .describe('The same as `url`.'),
  wire: z.enum(['v1', 'v2']).default('v1').describe('Form of the stream. Positions in one mean nothing in the other.'),
  match: z
    .union([z.literal('all'), z.array(z.string().min(2).max(100)).min(1).max(500)])
    .default([...DEFAULT_KEYWORDS])
    .describe('"all", or words and phrases of which a post must hold one: in its text, its tags, or its link’s title and description.'),
});
export type Config = z.infer<typeof configSchema>;

/** The newest event handed on: its time in microseconds, which holds for every host, and for v2 its number, which holds for one host. */
export const cursorSchema = z.discriminatedUnion('wire', [
  z.object({ wire: z.literal('v1'), host: z.string().max(300), cursor: z.number().int().nonnegative() }),
  z.object({
    wire: z.literal('v2'),
    host: z.string().max(300),
    cursor: z.number().int().nonnegative(),
    timeUs: z.number().int().nonnegative(),
  }),
]);
export type Cursor = z.infer<typeof cursorSchema>;

const card = z.object({ title: z.string().optional().catch(undefined), description: z.string().optional().catch(undefined) });
const external = card.optional().catch(undefined);
const uri = z.object({ uri: z.string().max(500) });

export const postRecord = z.object({
  text: z.string().max(50_000),
  createdAt: z.string().max(64).optional().catch(undefined),
  langs: z.array(z.string().max(35)).nullish().catch(undefined),
  tags: z.array(z.string().max(640)).nullish().catch(undefined),
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
export const accountState = z.object({ active: z.boolean(), status: z.string().max(60).optional() });

/** What every event of v1 has; the rest is read by kind, so that a new kind breaks nothing. */
export const v1Event = z.object({ did, time_us: instantUs, kind: z.string() });
export const v1Commit = z.object({ commit: z.object({ operation, collection, rkey, record: z.unknown().optional() }) });
export const v1Account = z.object({ account: accountState });

export const v2Frame = z.object({ $type: z.string(), payload: z.unknown().optional(), error: z.string().max(100).optional() });
export const v2Payload = z.object({ $type: z.string() });
export const v2Event = z.object({ seq: instantUs, did, time: z.iso.datetime({ offset: true }) });
export const v2Commit = z.object({ operation, collection, rkey, record: z.unknown().optional() });
export const v2Account = z.object({ account: accountState });
