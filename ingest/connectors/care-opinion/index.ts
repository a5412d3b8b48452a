import { defineConnector } from '../../connector.ts';
import { readListing, type Partition } from './read-listing.ts';
import { recheck } from './recheck.ts';
import { configSchema, cursorSchema, type Config, type Cursor } from './schema.ts';

export const careOpinion = defineConnector<Config, Partition, Cursor>({
  meta: {
    id: 'care-opinion',
    mode: 'poll',
    genre: 'feedback',
    about: {
      what: 'stories on Care Opinion, and what organisations answer',
      needs: 'A subscription to Care Opinion with a key for its API (version 2).',
      limits: '5 requests a second. The key shows what the subscription covers. Stories are dated by their publication.',
      terms:
        'Content may be used under a licence of the kind CC BY-NC-SA and the subscription’s own terms: name Care Opinion where a story is shown.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 300,
    rate: { capacity: 5, refillPerSecond: 4 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: 100,
    policy: {
      retentionDays: null,
      deleteWithinHours: 24,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'quotes',
      enabledByDefault: true,
    },
  },
  partitions: (config) =>
    new Map(
      (config.responses ? (['opinions', 'responses'] as const) : (['opinions'] as const)).map((listing) => [listing, { config, listing }]),
    ),
  read: readListing,
  recheck,
});
