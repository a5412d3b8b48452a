import {
  defineConnector,
  type HeldPost,
  type Op,
  type ReadContext,
  type ReadRange,
  type RecheckContext,
  type SourceContext,
} from '../../connector.ts';
import { newestFirstCursorSchema, readNewestFirst, type Listed, type NewestFirstCursor } from '../../newest-first.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import { get } from './request.ts';
import { configSchema, nameSchema, pageSchema, reviewSchema, type Config, type Review } from './schema.ts';
import { replyToItem, reviewToItem } from './to-item.ts';

const PAGE = 50;
const MAX_PAGES = 400;
const OVERLAP_MS = 60_000;

interface Partition {
  config: Config;
  location: Config['locations'][number];
}

export const googleBusiness = defineConnector<Config, Partition, NewestFirstCursor>({
  meta: {
    id: 'google-business',
    mode: 'poll',
    genre: 'feedback',
    about: {
      what: 'reviews of your own places on Google',
      needs:
        'A Google account that manages the places, an OAuth client that Google has approved for the Business Profile API, and a refresh token with the scope business.manage.',
      limits: '300 requests a minute. Only places that the account manages and that are verified. Stars without words are left out.',
      terms:
        'Off by default: the API is for managing one’s own places, and Google approves each use. Content may not be kept longer than it is shown there; held reviews are asked for again each day.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema: newestFirstCursorSchema,
    pollSeconds: 900,
    rate: { capacity: 10, refillPerSecond: 3 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    policy: {
      retentionDays: null,
      deleteWithinHours: 48,
      refreshWithinDays: 30,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'none',
      enabledByDefault: false,
    },
  },
  partitions: (config) => new Map(config.locations.map((location) => [location.name, { config, location }])),
  read,
  recheck,
});

/** By the date of the last change: an edit comes up again. */
function read(context: ReadContext<Partition>, from: NewestFirstCursor | undefined, range: ReadRange = {}) {
  const { config, location } = context.partition;
  const nowMs = context.clock.now();
  const observedAt = new Date(nowMs).toISOString();
  return readNewestFirst<string>({
    from,
    range,
    nowMs,
    overlapMs: OVERLAP_MS,
    maxPages: MAX_PAGES,
    reason: 'More reviews were changed than can be listed.',
    async fetch(pageToken) {
      const query = { pageSize: String(PAGE), orderBy: 'updateTime desc', ...(pageToken === undefined ? {} : { pageToken }) };
      const json = await get(context, config, `/v4/${location.name}/reviews`, query);
      const page = pageSchema.safeParse(json);
      if (json === undefined)
        throw new SourceError(
          { type: 'config', setting: 'sources.google-business.locations' },
          'Google knows no such place: check sources.google-business.locations.',
          { status: 404 },
        );
      if (!page.success) throw new SourceError({ type: 'fatal' }, 'Google answered with something else than reviews.', { status: 200 });
      const listed = page.data.reviews.flatMap((each) => {
        const review = readReview(each, context);
        return review ? listedOf(review, location.organisation, observedAt, context) : [];
      });
      return { listed, next: page.data.nextPageToken };
    },
  });
}

function listedOf(review: Review, organisation: string | undefined, observedAt: string, context: SourceContext): Listed[] {
  const item = reviewToItem(review, organisation, observedAt);
  const reply = replyToItem(review, organisation, observedAt);
  if (item.text === '') context.dropped({ key: `${review.name} ${review.updateTime}`, reason: 'empty' });
  const atMs = Date.parse(review.updateTime);
  return [
    { id: review.name, version: review.updateTime, atMs, op: item.text === '' ? undefined : { op: 'upsert', item } },
    ...(reply ? [{ id: reply.nativeId, version: reply.createdAt, atMs, op: { op: 'upsert' as const, item: reply } }] : []),
  ];
}

async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<Op[]> {
  const observedAt = new Date(context.clock.now()).toISOString();
  for (const { source, nativeId, canonicalId } of posts) {
    const isReply = nativeId.endsWith('/reply');
    const name = isReply ? nativeId.slice(0, -'/reply'.length) : nativeId;
    const json = await get(context, context.config, `/v4/${name}`);
    const gone: Op = { op: 'delete', ref: { source, nativeId, canonicalId }, reason: 'user' };
    if (json === undefined) {
      yield [gone];
      continue;
    }
    const review = readReview(json, context);
    if (!review) continue;
    const organisation = context.config.locations.find((location) => name.startsWith(`${location.name}/`))?.organisation;
    const item = isReply ? replyToItem(review, organisation, observedAt) : reviewToItem(review, organisation, observedAt);
    yield [item && item.text !== '' ? { op: 'upsert', item } : gone];
  }
}

function readReview(each: unknown, context: SourceContext): Review | undefined {
  return parseOrTell(reviewSchema, each, context, (item) => nameSchema.safeParse(item).data?.name);
}
