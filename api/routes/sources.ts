import { createRoute, z } from '@hono/zod-openapi';
import type { AccountOutcome, SourceAccount } from '#core/ports/coordination.ts';
import { SOURCE_STATES, type SourceStatus } from '#core/ports/source-status.ts';
import { coveredShare, readCoverage, STRETCH_KINDS } from '#core/source-coverage.ts';
import { formatGap, gapSchema } from '../basis.ts';
import type { ApiDeps } from '../deps.ts';
import { formatInstant } from '../instants.ts';
import { single } from '../parameters.ts';
import { resolveRange } from '../range.ts';
import { createRouter, problemResponses, READ_PROBLEMS } from '../routing.ts';
import { instantSchema } from '../shapes.ts';
import { withinTime } from '../within-time.ts';

const count = z.int().nonnegative();
const byReason = z.record(z.string(), count);

const accountSchema = z
  .object({
    collected: count,
    stored: count,
    dropped: byReason,
    quarantined: byReason,
    erased: count,
    pending: count,
    difference: z
      .int()
      .openapi({ description: 'collected - (stored + dropped + quarantined + erased + pending): 0 unless something was lost' }),
  })
  .openapi('SourceAccount', { description: 'What became of everything that was collected, in operations' });

const sourceSchema = z
  .object({
    id: z.string(),
    mode: z.enum(['poll', 'stream', 'push', 'file']).nullable(),
    state: z.enum(SOURCE_STATES).nullable().openapi({ description: 'Null for what was imported rather than collected' }),
    detail: z.string().nullable().openapi({ description: 'What is wrong and what to do about it' }),
    collectedSince: instantSchema.nullable(),
    lastSuccess: instantSchema.nullable(),
    nextTry: instantSchema.nullable(),
    gaps: z.array(gapSchema).openapi({ description: 'Stretches of time from which posts may be missing, newest first' }),
    recheck: z.object({ completed: instantSchema.nullable(), detail: z.string().nullable() }).nullable().openapi({
      description:
        'When all held posts were last looked at again, and what is wrong with that; null where the source tells of deletions or of none',
    }),
    account: accountSchema,
  })
  .openapi('Source');

type SourceView = z.infer<typeof sourceSchema>;

const SAMPLE_SOURCE: SourceView = {
  id: 'bluesky',
  mode: 'stream',
  state: 'collecting',
  detail: null,
  collectedSince: '2026-11-16T08:00:00.000Z',
  lastSuccess: '2026-11-18T15:00:00.000Z',
  nextTry: null,
  gaps: [{ from: '2026-11-17T02:10:00.000Z', to: '2026-11-17T02:25:00.000Z', reason: 'the stream was cut and could not be resumed' }],
  recheck: null,
  account: {
    collected: 1_040,
    stored: 981,
    dropped: { duplicate: 22, unmatched: 30 },
    quarantined: { invalid: 1 },
    erased: 4,
    pending: 2,
    difference: 0,
  },
};

const listSources = createRoute({
  method: 'get',
  path: '/v1/sources',
  operationId: 'listSources',
  tags: ['Operations'],
  summary: 'What is collected, since when, and what is missing',
  responses: {
    200: {
      description: 'Every source that is collected or ever was',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(sourceSchema), asOf: instantSchema, synthetic: z.boolean() }).openapi('SourceList'),
          example: { items: [SAMPLE_SOURCE], asOf: '2026-11-18T15:00:05.000Z', synthetic: false },
        },
      },
    },
    ...problemResponses(401, 403, 500, 503, 504),
  },
});

const coverageSchema = z
  .object({
    source: z.string(),
    from: instantSchema,
    to: instantSchema.openapi({ description: 'Not in the range' }),
    share: z.number().min(0).max(1).openapi({ description: 'How much of the range is held, as far as the ledger tells' }),
    items: z.array(
      z.object({
        kind: z.enum(STRETCH_KINDS).openapi({
          description:
            '`began`: not collected before. `stopped`: Earshot did not run. `outage`: nothing came. `missing`: what was posted is not held. `backfill`: it was added later',
        }),
        from: instantSchema.nullable().openapi({ description: 'Null: since ever' }),
        to: instantSchema,
        share: z.number().min(0).max(1).openapi({ description: 'Of the parts of the source (feeds, instances) that it holds for' }),
        reason: z.string(),
      }),
    ),
  })
  .openapi('SourceCoverage', { description: 'Stretches of time in which a source was not collected as usual' });

const readSourceCoverage = createRoute({
  method: 'get',
  path: '/v1/sources/{id}/coverage',
  operationId: 'readSourceCoverage',
  tags: ['Operations'],
  summary: 'When a source was out, not collected, or read back later',
  description: 'What to look at before a change in numbers is taken for a change in what people say. Without `from`, the last 28 days.',
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be the id of a source')
        .openapi({ param: { name: 'id', in: 'path' }, example: 'bluesky' }),
    }),
    query: z.strictObject({
      from: single().optional().openapi({ description: 'ISO 8601 with a zone, or a date in London', example: '2026-11-01' }),
      to: single().optional().openapi({ description: 'Not in the range', example: '2026-11-29' }),
    }),
  },
  responses: {
    200: {
      description: 'The stretches that overlap the range, earliest first; none of a source that nobody knows',
      content: {
        'application/json': {
          schema: coverageSchema,
          example: {
            source: 'bluesky',
            from: '2026-11-01T00:00:00.000Z',
            to: '2026-11-29T00:00:00.000Z',
            share: 0.996,
            items: [
              {
                kind: 'outage',
                from: '2026-11-17T02:10:00.000Z',
                to: '2026-11-17T02:25:00.000Z',
                share: 1,
                reason: 'jetstream.example went silent.',
              },
            ],
          },
        },
      },
    },
    ...READ_PROBLEMS,
  },
});

/** State and accounts of sources, and what they were collected in. */
export function sourcesRoutes(deps: ApiDeps) {
  const router = createRouter().openapi(readSourceCoverage, async (context) => {
    const { id } = context.req.valid('param');
    const range = resolveRange(context.req.valid('query'), deps.clock.now());
    const stretches = await withinTime(context, deps.clock, () => readCoverage(deps.documents, id, range.fromMs, range.toMs));
    const items = stretches.map(({ kind, fromMs, toMs, share, reason }) => ({
      kind,
      from: fromMs === 0 ? null : formatInstant(fromMs),
      to: formatInstant(toMs),
      share,
      reason,
    }));
    const share = coveredShare(stretches, range.fromMs, Math.min(range.toMs, Math.max(range.fromMs, deps.clock.now())));
    return context.json({ source: id, from: formatInstant(range.fromMs), to: formatInstant(range.toMs), share, items }, 200);
  });
  return router.openapi(listSources, async (context) => {
    const [statuses, accounts] = await withinTime(context, deps.clock, () =>
      Promise.all([deps.readSourceStatus(), deps.coordination.ledger.accounts()]),
    );
    const ids = [...new Set([...statuses.map(({ id }) => id), ...accounts.map(({ source }) => source)])].sort();
    const items = ids.map((id) =>
      presentSource(
        id,
        statuses.find((status) => status.id === id),
        accounts.find((account) => account.source === id),
      ),
    );
    return context.json({ items, asOf: formatInstant(deps.clock.now()), synthetic: deps.synthetic }, 200);
  });
}

function presentSource(id: string, status: SourceStatus | undefined, account: SourceAccount | undefined): SourceView {
  const orNull = (atMs: number | null | undefined) => (atMs === null || atMs === undefined ? null : formatInstant(atMs));
  return {
    id,
    mode: status?.mode ?? null,
    state: status?.state ?? null,
    detail: status?.detail ?? null,
    collectedSince: orNull(status?.collectedSinceMs),
    lastSuccess: orNull(status?.lastSuccessAtMs),
    nextTry: orNull(status?.nextTryAtMs),
    gaps: status?.gaps.map(formatGap) ?? [],
    recheck: status?.recheck ? { completed: orNull(status.recheck.completedAtMs), detail: status.recheck.detail } : null,
    account: presentAccount(account ?? { source: id, collected: 0, pending: 0, outcomes: [] }),
  };
}

function presentAccount({ collected, pending, outcomes }: SourceAccount): SourceView['account'] {
  const sum = (outcome: AccountOutcome) =>
    outcomes.filter((entry) => entry.outcome === outcome).reduce((total, { count }) => total + count, 0);
  const reasons = (outcome: AccountOutcome) =>
    Object.fromEntries(
      outcomes.filter((entry) => entry.outcome === outcome && entry.count > 0).map(({ reason, count }) => [reason || 'other', count]),
    );
  const [stored, erased] = [sum('stored'), sum('erased')];
  return {
    collected,
    stored,
    dropped: reasons('dropped'),
    quarantined: reasons('quarantined'),
    erased,
    pending,
    difference: collected - (stored + sum('dropped') + sum('quarantined') + erased + pending),
  };
}
