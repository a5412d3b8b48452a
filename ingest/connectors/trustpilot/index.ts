import type { RawPost } from '#core/post.ts';
import { defineConnector, type ReadContext, type ReadRange } from '../../connector.ts';
import { newestFirstCursorSchema, readNewestFirst, type Listed, type NewestFirstCursor } from '../../newest-first.ts';
import { recheck } from './recheck.ts';
import { listReviews } from './request.ts';
import { configSchema, type Config } from './schema.ts';
import { itemsOf } from './to-item.ts';

const MAX_PAGES = 200;
const OVERLAP_MS = 60_000;
/** Reviews that are looked for in one list. */
const RECHECK_SIZE = 100;

interface Partition {
  config: Config;
  unit: Config['businessUnits'][number];
}

export const trustpilot = defineConnector<Config, Partition, NewestFirstCursor>({
  meta: {
    id: 'trustpilot',
    mode: 'poll',
    genre: 'feedback',
    about: {
      what: 'reviews of organisations on Trustpilot',
      needs: 'A Trustpilot business account with access to the API, and the key of an application.',
      limits:
        '200,000 requests a year in the smallest plan: a business unit takes some 20,000, and more with many reviews. Edits and answers are met soon on the latest hundred reviews; on older ones edits within two days, and answers not at all.',
      terms:
        'Off by default: the API is part of a paid plan and its terms bind what may be shown. Reviews that are taken away are followed within two days.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema: newestFirstCursorSchema,
    pollSeconds: 1_800,
    rate: { capacity: 10, refillPerSecond: 2 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: RECHECK_SIZE,
    policy: {
      retentionDays: null,
      deleteWithinHours: 48,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'none',
      enabledByDefault: false,
    },
  },
  partitions: (config) => new Map(config.businessUnits.map((unit) => [unit.id, { config, unit }])),
  read,
  recheck,
});

/** What was edited or answered counts by that date: it comes up again while its review is on the pages that are read. */
function read(context: ReadContext<Partition>, from: NewestFirstCursor | undefined, range: ReadRange = {}) {
  const { config, unit } = context.partition;
  const nowMs = context.clock.now();
  const observedAt = new Date(nowMs).toISOString();
  return readNewestFirst<number>({
    from,
    range,
    nowMs,
    overlapMs: OVERLAP_MS,
    maxPages: MAX_PAGES,
    reason: 'More reviews were written than can be listed.',
    async fetch(page) {
      const { reviews, next } = await listReviews(context, config, unit.id, page);
      const items = reviews.flatMap((review) => itemsOf(review, unit, observedAt));
      return { listed: items.map(listedOf), next };
    },
  });
}

function listedOf(item: RawPost): Listed {
  const version = item.editedAt;
  return { id: item.nativeId, version, atMs: Date.parse(version ?? item.createdAt), op: { op: 'upsert', item } };
}
