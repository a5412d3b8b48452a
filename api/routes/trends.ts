import { createRoute, z } from '@hono/zod-openapi';
import { INTERVALS, intervalStartMs, londonDate, nextIntervalMs, weekName, type Interval } from '#core/calendar.ts';
import type { SeriesPoint } from '#core/ports/post-store.ts';
import { basisSchema, describeBasis } from '../basis.ts';
import type { ApiDeps } from '../deps.ts';
import { buildFilters, filterSchema } from '../filters.ts';
import { formatInstant } from '../instants.ts';
import { oneOf } from '../parameters.ts';
import { bucketStarts, daysBefore, weeksBefore, type DefaultStart, type Range } from '../range.ts';
import { createRouter, READ_PROBLEMS } from '../routing.ts';
import { SAMPLE_BASIS, SAMPLE_TOTALS } from '../samples.ts';
import { instantSchema, totalsOf, totalsShape } from '../shapes.ts';
import { withinTime } from '../within-time.ts';

const DEFAULT_STARTS: Record<Interval, DefaultStart> = { hour: daysBefore(7), day: daysBefore(28), week: weeksBefore(13) };

const pointSchema = z
  .object({
    start: instantSchema,
    end: instantSchema.openapi({ description: 'Not in the interval' }),
    date: z.string().openapi({ description: 'The date in London on which it starts', example: '2026-11-16' }),
    week: z.string().openapi({ description: 'The ISO week it starts in; weeks begin on Monday', example: '2026-W47' }),
    partial: z
      .boolean()
      .openapi({ description: 'The range, or the present, cuts this interval short: do not compare its counts with whole ones' }),
    posts: totalsShape.posts,
    voices: totalsShape.voices,
    sentiment: totalsShape.sentiment,
  })
  .openapi('TrendPoint');

const SAMPLE_POINT: z.infer<typeof pointSchema> = {
  start: '2026-11-16T00:00:00.000Z',
  end: '2026-11-23T00:00:00.000Z',
  date: '2026-11-16',
  week: '2026-W47',
  partial: false,
  posts: SAMPLE_TOTALS.posts,
  voices: SAMPLE_TOTALS.voices,
  sentiment: SAMPLE_TOTALS.sentiment,
};

const readTrend = createRoute({
  method: 'get',
  path: '/v1/trends',
  operationId: 'readTrend',
  tags: ['Analysis'],
  summary: 'Posts, voices and sentiment over time',
  description: 'One point for each local hour, day or Monday week of the range (Europe/London), empty ones included, in order.',
  request: {
    query: filterSchema.extend({ interval: oneOf(INTERVALS).default('day').openapi({ example: 'day' }) }),
  },
  responses: {
    200: {
      description: 'The series',
      content: {
        'application/json': {
          schema: z.object({ interval: z.enum(INTERVALS), items: z.array(pointSchema), basis: basisSchema }).openapi('Trend'),
          example: { interval: 'week', items: [SAMPLE_POINT], basis: SAMPLE_BASIS },
        },
      },
    },
    ...READ_PROBLEMS,
  },
});

/** Series over time. */
export function trendsRoutes(deps: ApiDeps) {
  return createRouter().openapi(readTrend, async (context) => {
    const query = context.req.valid('query');
    const { interval } = query;
    const filters = buildFilters(query, deps, DEFAULT_STARTS[interval]);
    bucketStarts(filters.range, interval);
    const [points, basis] = await withinTime(context, deps.clock, (read) =>
      Promise.all([deps.posts.series({ where: filters.where, ...filters.range, interval }, read), describeBasis(filters, deps, read)]),
    );
    const nowMs = deps.clock.now();
    return context.json({ interval, items: points.map((point) => presentPoint(point, interval, filters.range, nowMs)), basis }, 200);
  });
}

function presentPoint(point: SeriesPoint, interval: Interval, range: Range, nowMs: number): z.infer<typeof pointSchema> {
  // A store may give the first point the start of the range or that of the whole interval; both fall in the same one.
  const startMs = intervalStartMs(point.startMs, interval);
  const endMs = nextIntervalMs(startMs, interval);
  const { posts, voices, sentiment } = totalsOf({ ...point, clusters: point.voices });
  return {
    start: formatInstant(startMs),
    end: formatInstant(endMs),
    date: londonDate(startMs),
    week: weekName(startMs),
    partial: startMs < range.fromMs || endMs > range.toMs || endMs > nowMs,
    posts,
    voices,
    sentiment,
  };
}
