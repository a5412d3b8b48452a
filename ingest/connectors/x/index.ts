import {
  defineConnector,
  type HeldPost,
  type Op,
  type Page,
  type ReadContext,
  type ReadRange,
  type RecheckContext,
  type SourceContext,
} from '../../connector.ts';
import { isWithin } from '../../is-within.ts';
import { parseOrTell } from '../../parse-or-tell.ts';
import { SourceError } from '../../source-error.ts';
import { get, WalkRefused } from './request.ts';
import { configSchema, cursorSchema, idSchema, postSchema, type Answer, type Config, type Cursor, type XPost } from './schema.ts';
import { toItem } from './to-item.ts';

const PAGE = 100;
const DAY_MS = 86_400_000;
/** A search goes back this far, and ends this much before the present. */
const LOOKBACK_MS = 7 * DAY_MS - 60_000;
const LEAST_AGE_MS = 15_000;

export const x = defineConnector<Config, Config, Cursor>({
  meta: {
    id: 'x',
    mode: 'poll',
    genre: 'post',
    about: {
      what: 'posts on X found by a search',
      needs:
        'A developer account and an app’s bearer token with credits: X bills $0.005 for each post that is read, for each look at a held post too.',
      limits: 'The search goes back seven days; 450 requests in 15 minutes.',
      terms:
        'Off by default: X forbids to infer health about a person, so nothing ties posts to authors here and only numbers over many posts may be shown; use by or for a government body needs an Enterprise contract that names it. What is deleted must be deleted within 24 hours. Posts are kept 30 days, which also bounds what asking again for them costs.',
      triedOn: 'documentation',
    },
    configSchema,
    cursorSchema,
    pollSeconds: 300,
    rate: { capacity: 10, refillPerSecond: 0.4 },
    isUserGiven: false,
    capabilities: { backfill: true, edits: true, deletes: 'recheck' },
    recheckSize: PAGE,
    policy: {
      retentionDays: 30,
      deleteWithinHours: 24,
      refreshWithinDays: null,
      derivedMetrics: 'allowed',
      inferHealth: 'forbidden',
      redistribution: 'none',
      enabledByDefault: false,
    },
  },
  partitions: (config) => new Map([[config.query, config]]),
  read,
  recheck,
});

/**
 * From `since_id` on, newest first: the id moves up only after the last page, so that a walk that ends early loses nothing. A walk is resumed by its page's token,
 * and begun anew from the id where the token is refused.
 */
async function* read(context: ReadContext<Config>, from: Cursor | undefined, range: ReadRange = {}): AsyncGenerator<Page<Cursor>> {
  const sinceId = from?.sinceId ?? null;
  let walk = from?.walk;
  const isOne = sinceId === null && range.sinceMs === undefined;
  const bounds = sinceId === null ? boundsOf(range, context) : { since_id: sinceId };
  for (;;) {
    const answer = await search(context, bounds, walk?.nextToken).catch((error: unknown) => {
      if (error instanceof WalkRefused && walk) return undefined;
      if (error instanceof WalkRefused) throw new SourceError({ type: 'fatal' }, 'X refuses its own page’s token.', { cause: error });
      throw error;
    });
    if (!answer) {
      walk = undefined;
      continue;
    }
    const newestId = walk?.newestId ?? answer.meta?.newest_id ?? newestOf(answer) ?? sinceId;
    const nextToken = answer.meta?.next_token;
    const hasMore = nextToken !== undefined && nextToken !== walk?.nextToken && !isOne && newestId !== null;
    walk = hasMore ? { nextToken, newestId } : undefined;
    const ops = opsOf(answer, context).filter(
      (op) => op.op !== 'upsert' || isWithin(Date.parse(op.item.editedAt ?? op.item.createdAt), range),
    );
    yield { ops, cursor: walk ? { sinceId, walk } : { sinceId: newestId }, hasMore };
    if (!hasMore) return;
  }
}

function search(context: ReadContext<Config>, bounds: Record<string, string>, nextToken: string | undefined): Promise<Answer> {
  const { partition: config } = context;
  const page = { query: config.query, max_results: String(PAGE), ...bounds, ...(nextToken === undefined ? {} : { next_token: nextToken }) };
  return get(context, config, '/2/tweets/search/recent', page);
}

function boundsOf({ sinceMs, untilMs }: ReadRange, context: SourceContext): Record<string, string> {
  const nowMs = context.clock.now();
  const oldestMs = nowMs - LOOKBACK_MS;
  if (sinceMs !== undefined && sinceMs < oldestMs) context.warn('X searches back seven days; what is older is missing.');
  const isPast = untilMs !== undefined && untilMs < nowMs - LEAST_AGE_MS;
  return {
    ...(sinceMs === undefined ? {} : { start_time: new Date(Math.max(sinceMs, oldestMs)).toISOString() }),
    ...(isPast ? { end_time: new Date(untilMs).toISOString() } : {}),
  };
}

async function* recheck(context: RecheckContext<Config>, posts: readonly HeldPost[]): AsyncGenerator<Op[]> {
  const answer = await get(context, context.config, '/2/tweets', { ids: posts.map(({ nativeId }) => nativeId).join(',') });
  const observedAt = new Date(context.clock.now()).toISOString();
  const found = new Map(readPosts(answer, context).map((post) => [post.id, post]));
  const gone = new Set(answer.errors?.map(({ resource_id: id }) => id));
  yield posts.flatMap(({ source, nativeId, canonicalId }): Op[] => {
    const post = found.get(nativeId);
    const item = post && toItem(post, observedAt);
    if (item) return [{ op: 'upsert', item }];
    const isWithheld = post !== undefined;
    if (!isWithheld && !gone.has(nativeId)) return [];
    return [{ op: 'delete', ref: { source, nativeId, canonicalId }, reason: isWithheld ? 'platform' : 'user' }];
  });
}

function opsOf(answer: Answer, context: SourceContext): Op[] {
  const observedAt = new Date(context.clock.now()).toISOString();
  return readPosts(answer, context).flatMap((post): Op[] => {
    const item = toItem(post, observedAt);
    return item ? [{ op: 'upsert', item }] : [];
  });
}

function readPosts({ data = [] }: Answer, context: SourceContext): XPost[] {
  return data.flatMap((each) => parseOrTell(postSchema, each, context) ?? []);
}

/** Of what the answer holds, where it doesn't name the newest itself. */
function newestOf({ data = [] }: Answer): string | undefined {
  const ids = data.flatMap((each) => idSchema.safeParse(each).data?.id ?? []);
  return ids.reduce<string | undefined>((newest, id) => (newest === undefined || BigInt(id) > BigInt(newest) ? id : newest), undefined);
}
