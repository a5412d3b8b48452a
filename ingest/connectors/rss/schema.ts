import { z } from 'zod';
import { ODS_CODE } from '#core/organisations/ods-code.ts';

/** Public news feeds on health in England. Replace them with the feeds that matter to you: comment feeds above all. */
const FEEDS = [
  { url: 'https://feeds.bbci.co.uk/news/health/rss.xml' },
  { url: 'https://www.theguardian.com/society/nhs/rss' },
  { url: 'https://www.england.nhs.uk/feed/' },
  { url: 'https://www.pulsetoday.co.uk/feed/' },
];

export const configSchema = z.strictObject({
  feeds: z
    .array(
      z.strictObject({
        url: z
          .url({ protocol: /^https?$/ })
          .max(2_000)
          .describe('Address of an RSS, Atom or JSON feed.'),
        organisation: z
          .string()
          .regex(ODS_CODE, 'must be an ODS code in capitals, such as RR8')
          .optional()
          .describe('ODS code of the one organisation that the feed is about.'),
      }),
    )
    .min(1)
    .max(500)
    .default(FEEDS)
    .describe('Feeds that are read: `url`, and `organisation` where one is about one organisation.'),
  match: z
    .union([z.literal('all'), z.array(z.string().min(2).max(100)).min(1).max(500)])
    .default('all')
    .describe('"all", or words and phrases of which an entry must hold one.'),
});
export type Config = z.infer<typeof configSchema>;

export const LEAST_PAUSE_MS = 15 * 60_000;
/** Entries whose marks a cursor holds: what fits into 4 kB. */
export const MAX_SEEN = 500;
export const MARK_LENGTH = 6;

export const cursorSchema = z.object({
  /** Where the feed moved to for good. */
  url: z.string().max(300).optional(),
  etag: z.string().max(200).optional(),
  lastModified: z.string().max(60).optional(),
  /** The origin that said these, where requests begin at another. */
  validatorsFrom: z.string().max(300).optional(),
  /** Marks of the entries that were in it, six characters each: servers send the same entries again and again. */
  seen: z.string().max(MAX_SEEN * MARK_LENGTH),
  /** What the feed itself asked to wait: an answer that nothing changed doesn't repeat it. */
  feedMinutes: z.number().nonnegative().optional(),
  readAtMs: z.number().int().nonnegative(),
  /** Not asked again before this. */
  dueMs: z.number().int().nonnegative(),
  /** The server said that the feed is gone for good (410). */
  isGone: z.boolean().optional(),
});
export type Cursor = z.infer<typeof cursorSchema>;
