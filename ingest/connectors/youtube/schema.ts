import { z } from 'zod';

export const SERVICE = 'https://www.googleapis.com';
const MAX_CHANNELS = 200;
/** Below this a day's share may not be enough for one page of comments and the replies to one of them. */
const LEAST_UNITS = 20;

const channel = z.string().regex(/^(?:UC[\w-]{1,60}|@[\p{L}\p{N}\p{M}._·-]{1,60})$/u, 'must be the id of a channel (UC…) or a handle (@…)');
const videoId = z.string().regex(/^[\w-]{1,32}$/, 'must be the id of a video');

export const configSchema = z
  .strictObject({
    apiKey: z.string().min(1).max(300).describe('Key of a Google Cloud project in which the YouTube Data API v3 is enabled.'),
    channels: z
      .array(channel)
      .max(MAX_CHANNELS)
      .default([])
      .describe('Channels whose videos’ comments are read, by id (UC…) or handle (@…). At least one of these, or of `videos`.'),
    videos: z.array(videoId).max(500).default([]).describe('Single videos whose comments are read whatever their age, by id.'),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .default(SERVICE)
      .describe('Replaces scheme and host; the path stays the service’s own.'),
    dailyUnits: z
      .number()
      .int()
      .min(LEAST_UNITS)
      .max(1_000_000_000)
      .default(10_000)
      .describe(
        'Quota of the project in units a day. Nine tenths are shared out evenly among channels, the rest is for looking at held comments again.',
      ),
    maxVideoAgeDays: z
      .number()
      .int()
      .min(1)
      .max(3_650)
      .default(30)
      .describe(
        'How long after its publication a video’s comments are read. The ten newest videos of a channel are read whatever their age.',
      ),
    match: z
      .union([z.literal('all'), z.array(z.string().min(2).max(100)).min(1).max(500)])
      .default('all')
      .describe('"all", or words and phrases of which a comment, or the title of its video, must hold one.'),
  })
  .superRefine(({ channels, videos, dailyUnits }, context) => {
    const parts = new Set(channels).size + (videos.length > 0 ? 1 : 0);
    if (parts === 0)
      context.addIssue({ code: 'custom', path: ['channels'], message: 'must name a channel, unless "videos" names a video' });
    if (dailyUnits < LEAST_UNITS * parts)
      context.addIssue({ code: 'custom', path: ['dailyUnits'], message: `must be at least ${LEAST_UNITS} for each channel` });
  });
export type Config = z.infer<typeof configSchema>;

const instantMs = z.number().int().nonnegative();
const position = z.object({ publishedMs: instantMs, id: videoId });

/** Longer page tokens are not kept: two of them have to fit into 4 kB. Reading then goes on at the video's newest comment. */
export const MAX_TOKEN_LENGTH = 1_400;
const commentId = z.string().regex(/^[\w.-]{1,128}$/);

const roundSchema = z.object({
  startMs: instantMs,
  /** What was published or edited before is known. */
  sinceMs: instantMs,
  /** Nothing is known: the newest page of each video is enough. */
  isFirst: z.boolean().optional(),
  /** A video was passed over for a fault that may pass. */
  isPart: z.boolean().optional(),
  units: instantMs,
  /** The last video that was read to its end. */
  done: position.optional(),
  /** The video that is being read: the page, and the last thread of it that was handed on. */
  walk: z.object({ id: videoId, token: z.string().max(MAX_TOKEN_LENGTH).optional(), after: commentId.optional() }).optional(),
});
export type Round = z.infer<typeof roundSchema>;

/** Where reading a channel, or the list of single videos, goes on. Its size does not depend on how many videos there are. */
export const cursorSchema = z.object({
  /** Of a handle, once it was looked up. */
  channelId: channel.optional(),
  /** Day in California for which `units` were spent. */
  day: z.iso.date(),
  units: instantMs,
  /** Start of the last round over the newest videos. */
  freshMs: instantMs,
  /** Start of the last round over all comments of all videos. */
  wholeMs: instantMs,
  wholeDueMs: instantMs,
  fresh: roundSchema.optional(),
  whole: roundSchema.optional(),
  /** `whole` reads back in time. */
  isRange: z.boolean().optional(),
  /** Not read again before this, so that the day's units last. */
  dueMs: instantMs,
});
export type Cursor = z.infer<typeof cursorSchema>;

const instant = z
  .string()
  .max(64)
  .refine((text) => Number.isFinite(Date.parse(text)), 'is not an instant');
const text = z.string().max(200_000).optional().catch(undefined);

export const commentSchema = z
  .object({
    id: commentId,
    snippet: z.object({
      videoId: videoId.optional().catch(undefined),
      channelId: channel.optional().catch(undefined),
      textOriginal: text,
      textDisplay: text,
      authorChannelId: z
        .object({ value: z.string().min(1).max(200).optional().catch(undefined) })
        .nullish()
        .catch(undefined),
      publishedAt: instant,
      updatedAt: instant.optional().catch(undefined),
    }),
  })
  .refine(({ snippet }) => snippet.textOriginal !== undefined || snippet.textDisplay !== undefined, {
    path: ['snippet', 'textOriginal'],
    message: 'is missing',
  });
export type Comment = z.infer<typeof commentSchema>;

export const threadSchema = z.object({
  id: commentId,
  snippet: z.object({
    channelId: channel.optional().catch(undefined),
    topLevelComment: z.unknown(),
    totalReplyCount: z.number().nonnegative().catch(0),
  }),
  replies: z
    .object({ comments: z.array(z.unknown()).max(1_000).catch([]) })
    .nullish()
    .catch(undefined),
});

/** Of a thread or comment that can't be read. */
export const idSchema = z.object({ id: commentId });

const title = z.string().max(2_000).optional().catch(undefined);
const date = instant.optional().catch(undefined);
export const uploadSchema = z.object({
  snippet: z
    .object({ title, publishedAt: date, resourceId: z.object({ videoId }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  contentDetails: z
    .object({ videoId: videoId.optional().catch(undefined), videoPublishedAt: date })
    .optional()
    .catch(undefined),
});

export const channelSchema = z.object({ id: channel });

/** Every list. An empty one may come without `items`. */
export const listSchema = z.object({
  kind: z.string().max(100).optional(),
  items: z.array(z.unknown()).optional(),
  nextPageToken: z.string().min(1).max(10_000).optional().catch(undefined),
});
export type List = z.infer<typeof listSchema>;

export const errorSchema = z.object({
  error: z.object({
    message: z.string().catch(''),
    errors: z.array(z.object({ reason: z.string().max(100).catch('') })).catch([]),
    details: z
      .array(
        z.object({
          reason: z.string().max(100).optional().catch(undefined),
          metadata: z
            .object({ quota_limit: z.string().optional().catch(undefined) })
            .optional()
            .catch(undefined),
        }),
      )
      .catch([]),
  }),
});
