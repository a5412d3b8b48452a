import type { RawPost } from '#core/post.ts';
import { parseJson, requireOk } from '../../classify-response.ts';
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
import { configSchema, pageSchema, reviewSchema, type Config, type Review } from './schema.ts';

const KEY = 'sources.trustpilot.apiKey';
const UNITS = 'sources.trustpilot.businessUnits';
const PAGE = 100;
const MAX_PAGES = 100;
const OVERLAP_MS = 60_000;

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
      limits: 'What the plan allows. Edits are met when held reviews are asked for again, not before.',
      terms:
        'Off by default: the API is part of a paid plan and its terms bind what may be shown. Reviews that are taken away are followed within two days.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema: newestFirstCursorSchema,
    pollSeconds: 900,
    rate: { capacity: 10, refillPerSecond: 2 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
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
    async fetch(page = 1) {
      const path = `/v1/business-units/${unit.id}/reviews`;
      const json = await get(context, config, path, { page: String(page), perPage: String(PAGE), orderBy: 'createdat.desc' });
      const parsed = pageSchema.safeParse(json);
      if (json === undefined)
        throw new SourceError({ type: 'config', setting: UNITS }, `Trustpilot knows no such business unit: check ${UNITS}.`, {
          status: 404,
        });
      if (!parsed.success)
        throw new SourceError({ type: 'fatal' }, 'Trustpilot answered with something else than reviews.', { status: 200 });
      const reviews = parsed.data.reviews.flatMap((each) => readReview(each, context) ?? []);
      const listed = reviews.flatMap((review): Listed[] =>
        itemsOf(review, unit, observedAt).map((item) => ({
          id: item.nativeId,
          version: item.editedAt,
          atMs: Date.parse(review.createdAt),
          op: { op: 'upsert', item },
        })),
      );
      return { listed, next: parsed.data.reviews.length < PAGE ? undefined : page + 1 };
    },
  });
}

async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<Op[]> {
  const observedAt = new Date(context.clock.now()).toISOString();
  for (const { source, nativeId, canonicalId, feed } of posts) {
    const unit = context.config.businessUnits.find(({ id }) => feed === feedOf(id));
    const json = await get(context, context.config, `/v1/reviews/${encodeURIComponent(nativeId.replace(/\/reply$/, ''))}`);
    const review = json === undefined ? undefined : readReview(json, context);
    if (json !== undefined && !review) continue;
    const item = review && itemsOf(review, unit, observedAt).find((each) => each.nativeId === nativeId);
    yield [item ? { op: 'upsert', item } : { op: 'delete', ref: { source, nativeId, canonicalId }, reason: 'user' }];
  }
}

/** Undefined: not found. @throws SourceError. */
async function get(context: SourceContext, config: Config, path: string, query: Record<string, string> = {}): Promise<unknown> {
  const url = new URL(path, config.baseUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await context.http.send({
    url: url.href,
    headers: { accept: 'application/json', apikey: config.apiKey },
    signal: context.signal,
  });
  if (response.status === 404) return undefined;
  requireOk(response, { nowMs: context.clock.now(), setting: KEY });
  return parseJson(response);
}

/** The review, and what the organisation answered. */
function itemsOf(review: Review, unit: Partition['unit'] | undefined, observedAt: string): RawPost[] {
  const { id, title, text, language, createdAt, updatedAt, consumer, companyReply } = review;
  const organisation = unit?.organisation;
  const own = { source: 'trustpilot', observedAt, ...(unit ? { feed: feedOf(unit.id) } : {}), ...(organisation ? { organisation } : {}) };
  const isEdited = updatedAt && Date.parse(updatedAt) > Date.parse(createdAt);
  const item: RawPost = {
    ...own,
    nativeId: id,
    canonicalId: id,
    kind: 'review',
    text: text ?? '',
    ...(title ? { title } : {}),
    createdAt: new Date(createdAt).toISOString(),
    ...(isEdited ? { editedAt: new Date(updatedAt).toISOString() } : {}),
    ...(consumer ? { author: { id: consumer.id } } : {}),
    ...(language ? { lang: language } : {}),
    url: `https://www.trustpilot.com/reviews/${id}`,
  };
  if (!companyReply) return [item];
  const reply = `${id}/reply`;
  const answeredAt = new Date(companyReply.createdAt).toISOString();
  return [
    item,
    {
      ...own,
      nativeId: reply,
      canonicalId: reply,
      kind: 'response',
      text: companyReply.text,
      createdAt: answeredAt,
      progress: 'answered',
      parentId: id,
      rootId: id,
    },
  ];
}

/** What tells later which business unit a review is about. */
function feedOf(unit: string): string {
  return `https://api.trustpilot.com/v1/business-units/${unit}`;
}

function readReview(each: unknown, context: SourceContext): Review | undefined {
  return parseOrTell(reviewSchema, each, context);
}
