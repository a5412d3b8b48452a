import { createRoute, z } from '@hono/zod-openapi';
import { londonDate } from '#core/calendar.ts';
import { COMPANION_KINDS, companionMeasureDocument, readCompanion, type CompanionMeasure } from '#core/companions/companion.ts';
import { breaksBetween } from '#core/companions/series-breaks.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { ApiDeps } from '../deps.ts';
import { single } from '../parameters.ts';
import { ProblemError } from '../problem.ts';
import { createRouter, problemResponses, READ_PROBLEMS } from '../routing.ts';
import { withinTime } from '../within-time.ts';

const date = z.string().openapi({ description: 'A date in London', example: '2026-10-01' });

const localDate = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a date such as 2026-10-01');

const measureSchema = z
  .object({
    id: z.string(),
    kind: z.enum(COMPANION_KINDS),
    title: z.string(),
    unit: z.enum(['percent', 'score']).openapi({ description: 'percent: of those who answered; score: 0 to 10' }),
    base: z.string().optional().openapi({ description: 'Of whom it is a figure, and how it was reckoned' }),
  })
  .openapi('CompanionMeasure');

const seriesSchema = z
  .object({
    measure: measureSchema,
    place: z.string().openapi({ description: 'ODS code' }),
    items: z.array(
      z.object({
        from: date,
        to: date.openapi({ description: 'In the period', example: '2026-10-31' }),
        value: z.number().nullable().openapi({ description: 'Null: the publisher held it back, since too few answered' }),
        n: z.int().nullable().openapi({ description: 'Who answered; null where it is not published' }),
      }),
    ),
    breaks: z.array(z.object({ date, note: z.string(), source: z.string() })).openapi({
      description: 'From each of these dates on, figures are not to be compared with those before',
    }),
  })
  .openapi('CompanionSeries', {
    description: 'A published survey, to stand beside what people write in public and never in one figure with it',
  });

const measureId = z.string().regex(/^[a-z][a-z0-9-]{2,79}$/, 'must be the id of a measure');

const SAMPLE_MEASURE = {
  id: 'fft-inpatient-positive',
  kind: 'fft' as const,
  title: 'Friends and Family Test, inpatient: positive experience',
  unit: 'percent' as const,
  base: 'Of those who chose to answer, who are no sample of patients; not weighted.',
};
const SAMPLE_SERIES = {
  measure: SAMPLE_MEASURE,
  place: 'RR8',
  items: [{ from: '2026-10-01', to: '2026-10-31', value: 94, n: 2104 }],
  breaks: [],
};

const placeParameter = single(z.string().regex(/^[A-Za-z0-9]{3,10}$/, 'must be an ODS code'));
const range = {
  from: single(localDate).optional().openapi({ description: 'Without it, from the first figure on', example: '2025-10-01' }),
  to: single(localDate).optional().openapi({ description: 'In the range', example: '2026-10-31' }),
};

const listMeasures = createRoute({
  method: 'get',
  path: '/v1/companions',
  operationId: 'listCompanionMeasures',
  tags: ['Companions'],
  summary: 'Which measures of published surveys were imported, and what they say of a place',
  description: '`from` and `to` go with `place`.',
  request: {
    query: z.strictObject({
      place: placeParameter
        .optional()
        .openapi({ description: 'ODS code: the figures of this place come along, of every measure that has any', example: 'RR8' }),
      measure: single(measureId).optional().openapi({ description: 'This measure alone', example: 'fft-inpatient-positive' }),
      ...range,
    }),
  },
  responses: {
    200: {
      description: 'Every measure, in the order of ids; with `place`, those that have figures of it in the range, and the figures',
      content: {
        'application/json': {
          schema: z
            .object({
              items: z.array(measureSchema),
              series: z.array(seriesSchema).optional().openapi({ description: 'With `place`: one for each of the items, in their order' }),
            })
            .openapi('CompanionMeasures'),
          example: { items: [SAMPLE_MEASURE], series: [SAMPLE_SERIES] },
        },
      },
    },
    ...READ_PROBLEMS,
  },
});

const readSeries = createRoute({
  method: 'get',
  path: '/v1/companions/{measure}',
  operationId: 'readCompanionSeries',
  tags: ['Companions'],
  summary: 'One measure of a published survey at one place, over time',
  request: {
    params: z.object({ measure: measureId.openapi({ param: { name: 'measure', in: 'path' }, example: 'fft-inpatient-positive' }) }),
    query: z.strictObject({ place: placeParameter.openapi({ description: 'ODS code', example: 'RR8' }), ...range }),
  },
  responses: {
    200: {
      description: 'The figures whose period overlaps the range, the earliest first',
      content: {
        'application/json': {
          schema: seriesSchema,
          example: SAMPLE_SERIES,
        },
      },
    },
    ...READ_PROBLEMS,
    ...problemResponses(404),
  },
});

/** Published surveys beside the posts. */
export function companionsRoutes(deps: ApiDeps) {
  return createRouter()
    .openapi(listMeasures, async (context) => {
      const { place, measure: wanted, from, to } = context.req.valid('query');
      if (place === undefined && (from ?? to) !== undefined)
        throw new ProblemError('invalid-parameter', {
          detail: 'from and to are dates of figures, which are shown of one place: give place as well.',
          parameter: from === undefined ? 'to' : 'from',
        });
      const all = await withinTime(context, deps.clock, () => allMeasures(deps.documents));
      const items = all.filter(({ id }) => wanted === undefined || id === wanted);
      if (place === undefined) return context.json({ items }, 200);
      const found = await withinTime(context, deps.clock, () =>
        Promise.all(items.map((measure) => readOne(deps, measure, { place, from, to }))),
      );
      const series = found.filter((each) => each.items.length > 0);
      return context.json({ items: series.map(({ measure }) => measure), series }, 200);
    })
    .openapi(readSeries, async (context) => {
      const { measure: id } = context.req.valid('param');
      const held = await withinTime(context, deps.clock, () => deps.documents.get(companionMeasureDocument, id));
      if (!held)
        throw new ProblemError('not-found', { detail: 'There is no measure with this id: /v1/companions lists those that were imported.' });
      return context.json(await withinTime(context, deps.clock, () => readOne(deps, held.value, context.req.valid('query'))), 200);
    });
}

async function readOne(
  { documents, clock }: Pick<ApiDeps, 'documents' | 'clock'>,
  measure: CompanionMeasure,
  { place, from = '0000-01-01', to = londonDate(clock.now()) }: { place: string; from?: string | undefined; to?: string | undefined },
): Promise<z.infer<typeof seriesSchema>> {
  const code = place.toUpperCase();
  const points = await readCompanion(documents, { measure: measure.id, place: code, from, to });
  return {
    measure,
    place: code,
    items: points.map(({ from: first, to: last, value, n }) => ({ from: first, to: last, value, n })),
    breaks: breaksBetween(measure.kind, points[0]?.from ?? '', points.at(-1)?.from ?? '').map(({ date: at, note, source }) => ({
      date: at,
      note,
      source,
    })),
  };
}

async function allMeasures(documents: Pick<DocumentStore, 'list'>): Promise<CompanionMeasure[]> {
  const items: CompanionMeasure[] = [];
  let after: string | undefined;
  do {
    const page = await documents.list(companionMeasureDocument, { after, limit: 1_000 });
    items.push(...page.documents.map(({ value }) => value));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}
