import { PUSH_SOURCE } from '#core/push.ts';
import { defineConnector } from '../../connector.ts';
import { configSchema, cursorSchema, type Config, type Cursor } from './schema.ts';

/** Comments that others send. Nothing is read here: `createPushReceiver` takes them in for `POST /v1/ingest`. */
export const push = defineConnector<Config, never, Cursor>({
  meta: {
    id: PUSH_SOURCE,
    mode: 'push',
    genre: 'post',
    about: {
      what: 'comments that your own systems send to Earshot',
      needs:
        'A secret in EARSHOT_PUSH_SECRET, and a sender that signs with it as Standard Webhooks says: [docs/push.md](push.md) has an example. EARSHOT_SOURCES needn’t name it.',
      limits: '1 MB and 1,000 comments a request. While much waits to be analysed, senders are asked to come back later.',
      terms: 'Whoever sends comments answers for the right to use them.',
      triedOn: 'specification',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 60,
    isUserGiven: false,
    capabilities: { backfill: false, edits: true, deletes: 'signal' },
    policy: {
      retentionDays: null,
      deleteWithinHours: null,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'aggregate',
      redistribution: 'quotes',
      enabledByDefault: true,
    },
  },
  partitions: () => new Map<string, never>(),
  read: nothing,
});

async function* nothing(): AsyncGenerator<never> {}
