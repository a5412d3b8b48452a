import type { Gap, Page, ReadContext, ReadRange } from '../../connector.ts';
import type { KeywordMatcher } from '../../match-keywords.ts';
import { toSourceError, type SourceError } from '../../source-error.ts';
import { LOOKBACK_MS, positionAt, timeOf } from './position.ts';
import type { Config, Cursor, SearchState } from './schema.ts';
import { searchStretch } from './search-stretch.ts';

/** The stream is begun so long after the oldest that it keeps: the search takes its time. */
const MARGIN_MS = 3_600_000;
/** Failures in a row after which collecting goes on without what is missing. */
const MAX_FAILURES = 4;

export interface Filled {
  /** Where the stream goes on. */
  from: Cursor | undefined;
  /** What stays missing. */
  gap: Gap | undefined;
}

/**
 * Hands on what lies before the oldest that the stream keeps, by searching for it, where the configuration has a login. Each page is a position from which the search
 * goes on. While collecting, a search that fails leaves a gap and stops nothing else; in a range that was asked for it fails the read.
 */
export async function* fillGap(
  context: ReadContext<Config>,
  from: Cursor | undefined,
  range: ReadRange,
  matches: KeywordMatcher,
): AsyncGenerator<Page<Cursor>, Filled> {
  const { partition: config, clock } = context;
  let position = from;
  for (;;) {
    const stretch = missingStretch(position, range, clock.now());
    if (!stretch) return { from: withoutSearch(position), gap: undefined };
    const base = withoutSearch(position) ?? positionAt(config.wire, stretch.fromMs * 1_000);
    if (config.identifier === undefined || config.match === 'all') {
      const gap = { ...stretch, reason: reasonOf(config) };
      if (stretch.toMs !== range.untilMs) return { from: base, gap };
      const end = positionAt(config.wire, stretch.toMs * 1_000);
      yield { ops: [], cursor: end, hasMore: false, gap };
      return { from: end, gap: undefined };
    }
    const toMs = Math.min(stretch.toMs + MARGIN_MS, range.untilMs ?? Infinity);
    const begun = position?.search ?? { fromMs: stretch.fromMs, toMs, keyword: config.match[0]!, untilMs: toMs };
    try {
      position = yield* search(context, base, begun, range, matches);
    } catch (error) {
      const fault = toSourceError(error);
      if (range.sinceMs !== undefined || context.signal.aborted || mayPass(fault, context.attempt)) throw error;
      return { from: base, gap: { ...stretch, reason: `What the stream no longer keeps could not be searched for: ${fault.message}` } };
    }
  }
}

async function* search(
  context: ReadContext<Config>,
  base: Cursor,
  begun: SearchState,
  range: ReadRange,
  matches: KeywordMatcher,
): AsyncGenerator<Page<Cursor>, Cursor> {
  const { partition: config } = context;
  const after = positionAt(config.wire, begun.toMs * 1_000);
  const keywords = config.match === 'all' ? [] : config.match;
  for await (const { ops, state } of searchStretch(context, keywords, begun, matches)) {
    const isDone = state === undefined;
    const hasMore = !isDone || begun.toMs !== range.untilMs;
    yield { ops, cursor: isDone ? after : { ...base, search: state }, hasMore };
  }
  return after;
}

/** From where reading goes on, or is to begin, to the oldest that the stream keeps. */
function missingStretch(position: Cursor | undefined, range: ReadRange, nowMs: number): { fromMs: number; toMs: number } | undefined {
  const fromMs = position ? Math.trunc(timeOf(position) / 1_000) : range.sinceMs;
  const floorMs = nowMs - LOOKBACK_MS;
  const toMs = Math.min(floorMs, range.untilMs ?? Infinity);
  return fromMs === undefined || fromMs === 0 || fromMs >= toMs ? undefined : { fromMs, toMs };
}

function mayPass({ outcome }: SourceError, failures: number): boolean {
  return (outcome.type === 'retry' || outcome.type === 'rate-limited') && failures < MAX_FAILURES;
}

/** Why what the stream no longer keeps is missing. */
export function reasonOf({ identifier, match }: Config): string {
  if (match === 'all') return 'The stream keeps 36 hours, and without keywords nothing older can be searched for.';
  return identifier === undefined
    ? 'The stream keeps 36 hours. What is older can be searched for with sources.bluesky.identifier set.'
    : 'The stream no longer held the position. "sources backfill bluesky" searches for what is missing.';
}

function withoutSearch(position: Cursor | undefined): Cursor | undefined {
  if (!position?.search) return position;
  const { search: _done, ...rest } = position;
  return rest;
}
