import { defineConnector, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { createKeywordMatcher } from '../../match-keywords.ts';
import { fillGap, reasonOf } from './fill-gap.ts';
import { timeOf, usablePosition } from './position.ts';
import { readStream } from './read-stream.ts';
import { configSchema, cursorSchema, type Config, type Cursor } from './schema.ts';

export const bluesky = defineConnector<Config, Config, Cursor>({
  meta: {
    id: 'bluesky',
    mode: 'stream',
    genre: 'post',
    about: {
      what: 'public posts, by keyword',
      needs:
        'Nothing. For posts of more than 36 hours ago a Bluesky account and an app password of it (Settings, Privacy and security, App passwords).',
      limits:
        'The stream keeps 36 hours. What is older is searched for by keyword, which finds what Bluesky’s index holds and tells of no deletions.',
      terms:
        'What a user deletes must be deleted; deletes and the end of accounts are followed as they happen. Bluesky asks that search be left to people where the stream will do: it fills gaps and reads past dates only.',
      triedOn: 'recordings',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 1,
    // Of searches: an account's server takes 3,000 requests in 5 minutes.
    rate: { capacity: 5, refillPerSecond: 1 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'signal' },
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
  partitions: (config) => new Map([['jetstream', config]]),
  read,
});

/** What was posted before the oldest that the stream keeps, then the stream itself. */
async function* read(context: ReadContext<Config>, saved: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const { partition: config, clock } = context;
  const matches = createKeywordMatcher(config.match);
  const { from, gap } = yield* fillGap(context, saved && usablePosition(saved, config.wire, clock.now()), range, matches);
  const isOver = from !== undefined && range.untilMs !== undefined && timeOf(from) / 1_000 >= range.untilMs;
  if (!isOver) yield* readStream(context, { from, range, matches, gap, reason: reasonOf(config) });
}
