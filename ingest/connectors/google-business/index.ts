import { defineConnector, type ReadContext, type ReadRange, type SourceContext } from '../../connector.ts';
import { newestFirstCursorSchema, readNewestFirst, type Listed, type NewestFirstCursor } from '../../newest-first.ts';
import { listReviews } from './list-reviews.ts';
import { recheck } from './recheck.ts';
import { configSchema, type Config, type Review } from './schema.ts';
import { itemsOf } from './to-item.ts';

const MAX_PAGES = 400;
const OVERLAP_MS = 60_000;
/** Reviews that are looked for in one list. */
const RECHECK_SIZE = 100;

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
        'Off by default: the API is for managing one’s own places, and Google approves each use. Content may not be kept longer than it is shown there; held reviews are asked for again within two days.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema: newestFirstCursorSchema,
    pollSeconds: 900,
    rate: { capacity: 10, refillPerSecond: 3 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: RECHECK_SIZE,
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

/** By the date of the last change: an edit comes up again. An answer counts by its own date, since it may leave the review's as it is. */
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
      const { reviews, next } = await listReviews(context, config, location.name, pageToken);
      return { listed: reviews.flatMap((review) => listedOf(review, location.organisation, observedAt, context)), next };
    },
  });
}

function listedOf(review: Review, organisation: string | undefined, observedAt: string, context: SourceContext): Listed[] {
  const [item, ...replies] = itemsOf(review, organisation, observedAt);
  const { name, updateTime } = review;
  if (item.text === '') context.dropped({ key: `${name} ${updateTime}`, reason: 'empty' });
  return [
    { id: name, version: updateTime, atMs: Date.parse(updateTime), op: item.text === '' ? undefined : { op: 'upsert', item } },
    ...replies.map((reply): Listed => ({
      id: reply.nativeId,
      version: reply.createdAt,
      atMs: Date.parse(reply.createdAt),
      op: { op: 'upsert', item: reply },
    })),
  ];
}
