import { DAY_MS } from '#core/calendar.ts';
import type { RawPost } from '#core/post.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
import { defineConnector, type Gap, type Op, type Page, type ReadContext, type ReadRange } from '../../connector.ts';
import { shortHash } from '../../identity.ts';
import { isWithin } from '../../is-within.ts';
import { organisationOfCodes } from '../../organisation-of-codes.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import {
  configSchema,
  cursorSchema,
  idSchema,
  MAX_SEEN,
  pageSchema,
  reviewSchema,
  type Config,
  type Cursor,
  type Review,
} from './schema.ts';

const SETTING = 'sources.nhs-reviews.subscriptionKey';
const LIMIT = 100;
const MAX_PAGES = 500;
/** Reviews are moderated for days before they appear under the date on which they were written. */
const OVERLAP_MS = 7 * DAY_MS;
const RECONCILE_MS = 35 * DAY_MS;
/** Reviews stay on the website for two years, and may be taken away until then. */
const SHOWN_MS = 2 * 366 * DAY_MS;

interface Partition {
  config: Config;
  of: Record<string, string>;
}

export const nhsReviews = defineConnector<Config, Partition, Cursor>({
  meta: {
    id: 'nhs-reviews',
    mode: 'poll',
    genre: 'feedback',
    about: {
      what: 'ratings and reviews of the NHS website',
      needs:
        'A subscription key of the NHS website’s API. Whether the API goes on is uncertain (its portal is being moved): ask before you plan with it.',
      limits: 'What the plan of the key allows. Reviews appear days after they were written.',
      terms: 'The NHS website’s terms for its API. Reviews that are taken away are listed as such and followed.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 3_600,
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
  partitions: (config) =>
    new Map([
      ...config.odsCodes.map((odsCode): [string, Partition] => [odsCode, { config, of: { odsCode } }]),
      ...config.orgTypes.map((orgType): [string, Partition] => [`type ${orgType}`, { config, of: { orgType } }]),
    ]),
  read,
});

/**
 * Lists the last days, and once a day the last weeks, published reviews and those taken away, and hands on what is new in them. Once a day all that were taken
 * away are listed: nobody says whether they count by when they were written. The order of the list isn't promised, so the position moves up after its end only.
 */
async function* read(context: ReadContext<Partition>, from: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const nowMs = context.clock.now();
  const isReconciling = from !== undefined && nowMs - from.reconciledMs >= DAY_MS;
  const sinceMs = from ? from.newestMs - (isReconciling ? RECONCILE_MS : OVERLAP_MS) : (range.sinceMs ?? nowMs - OVERLAP_MS);
  const held: Cursor = from ?? { newestMs: Math.max(0, sinceMs + OVERLAP_MS), reconciledMs: nowMs, seen: '' };
  const known = new Set(held.seen.match(/.{6}/g));
  let newestMs = from?.newestMs ?? 0;
  let { seen } = held;
  let gap: Gap | undefined;
  for (const status of ['published', 'removed'] as const) {
    const listedMs = status === 'removed' && isReconciling ? nowMs - SHOWN_MS : sinceMs;
    for await (const { reviews, isCut } of list(context, status, listedMs, range)) {
      if (isCut && status === 'published')
        gap = { fromMs: sinceMs, toMs: range.untilMs ?? nowMs, reason: 'More reviews than can be listed.' };
      const fresh = reviews
        .map((review) => foundOf(review, status, nowMs))
        .filter(({ mark, atMs }) => !known.has(mark) && isWithin(atMs, range));
      newestMs = Math.max(newestMs, ...fresh.map(({ atMs }) => Math.min(atMs, nowMs)));
      const lately = fresh.filter(({ atMs }) => atMs >= sinceMs);
      seen = (lately.map(({ mark }) => mark).join('') + seen).slice(0, MAX_SEEN * 6);
      yield { ops: fresh.map(({ op }) => op), cursor: held, hasMore: true };
    }
  }
  const cursor = { newestMs: newestMs === 0 ? nowMs : newestMs, reconciledMs: isReconciling ? nowMs : held.reconciledMs, seen };
  yield { ops: [], cursor, hasMore: false, gap };
}

interface Found {
  op: Op;
  atMs: number;
  mark: string;
}

function foundOf(review: Review, status: Status, nowMs: number): Found {
  const op: Op = status === 'removed' ? deleteOf(review) : { op: 'upsert', item: toItem(review, new Date(nowMs).toISOString()) };
  const mark = shortHash(JSON.stringify([status, review.commentId, review.lastUpdated])).slice(0, 6);
  return { op, atMs: Date.parse(instant(review.dateSubmitted)), mark };
}

type Status = 'published' | 'removed';

interface Listed {
  reviews: Review[];
  /** More would follow, and isn't asked for. */
  isCut: boolean;
}

async function* list(context: ReadContext<Partition>, status: Status, sinceMs: number, { untilMs }: ReadRange): AsyncGenerator<Listed> {
  const { config, of } = context.partition;
  const to = untilMs === undefined ? {} : { toDate: dayOf(untilMs + DAY_MS) };
  let last = '';
  for (let page = 0; page < MAX_PAGES; page++) {
    const url = new URL('/comments/Comments', config.baseUrl);
    const query = {
      ...of,
      status,
      fromDate: dayOf(sinceMs),
      ...to,
      offset: String(page * LIMIT),
      limit: String(LIMIT),
      'api-version': '1.0',
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = { accept: 'application/json', 'subscription-key': config.subscriptionKey };
    const response = await context.http.send({ url: url.href, headers, signal: context.signal });
    requireOk(response, { nowMs: context.clock.now(), setting: SETTING });
    const parsed = pageSchema.safeParse(parseJson(response));
    if (!parsed.success)
      throw new SourceError({ type: 'fatal' }, `${url.host} answered with something else than reviews.`, { status: 200 });
    const reviews = parsed.data.comments.flatMap((each) => parseOrTell(reviewSchema, each, context, idOf)?.comment ?? []);
    const ids = reviews.map(({ commentId }) => commentId).join();
    // A service that ignores the offset would be read without end.
    if (ids !== '' && ids === last) return;
    last = ids;
    const isLast = parsed.data.comments.length < LIMIT;
    yield { reviews, isCut: !isLast && page === MAX_PAGES - 1 };
    if (isLast) return;
  }
}

function idOf(item: unknown): string | undefined {
  return idSchema.safeParse(item).data?.comment.commentId;
}

/** The writer's screen name and the scores are left where they are. */
function toItem(review: Review, observedAt: string): RawPost {
  const { commentId, odsCode, title, commentText, commentOriginalURL, dateSubmitted, lastUpdated } = review;
  const organisation = odsCode ? organisationOfCodes([odsCode]) : undefined;
  const createdAt = instant(dateSubmitted);
  const editedAt = lastUpdated ? instant(lastUpdated) : createdAt;
  return {
    source: 'nhs-reviews',
    nativeId: commentId,
    canonicalId: commentId,
    kind: 'review',
    text: commentText ?? '',
    ...(title ? { title } : {}),
    createdAt,
    ...(Date.parse(editedAt) > Date.parse(createdAt) ? { editedAt } : {}),
    observedAt,
    ...(organisation ? { organisation } : {}),
    lang: 'en',
    ...(commentOriginalURL ? { url: commentOriginalURL } : {}),
  };
}

function deleteOf({ commentId }: Review): Op {
  return { op: 'delete', ref: { source: 'nhs-reviews', nativeId: commentId, canonicalId: commentId }, reason: 'platform' };
}

/** Without a zone: UTC. */
function instant(text: string): string {
  const at = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  return new Date(Number.isNaN(at) ? 0 : at).toISOString();
}

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
