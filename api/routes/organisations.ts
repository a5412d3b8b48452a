import { createRoute, z } from '@hono/zod-openapi';
import { LEVELS } from '#core/organisations/directory.ts';
import { basisSchema, describeBasis } from '../basis.ts';
import type { ApiDeps } from '../deps.ts';
import { buildFilters, filterSchema } from '../filters.ts';
import { oneOf, single, wholeNumber } from '../parameters.ts';
import { createRouter, problemResponses, READ_PROBLEMS } from '../routing.ts';
import { SAMPLE_BASIS, SAMPLE_TOTALS } from '../samples.ts';
import { totalsOf, totalsShape } from '../shapes.ts';
import { withinTime } from '../within-time.ts';

const MAX_PLACES = 500;
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 20;
const MAX_NAME_LENGTH = 100;

const limit = wholeNumber(1, MAX_LIMIT)
  .default(DEFAULT_LIMIT)
  .openapi({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT, example: DEFAULT_LIMIT });

const organisationShape = {
  ods: z.string().openapi({ description: 'ODS code', example: 'RR8' }),
  name: z.string().openapi({ example: 'Leeds Teaching Hospitals NHS Trust' }),
  level: z.enum(LEVELS),
};

const SAMPLE_ORGANISATION = { ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', level: 'organisation' as const };

const rankOrganisations = createRoute({
  method: 'get',
  path: '/v1/organisations',
  operationId: 'rankOrganisations',
  tags: ['Analysis'],
  summary: 'Posts, voices and sentiment by organisation, ICB or region',
  description:
    'Most posts first. A post counts for each organisation it names, and for their ICBs and regions. Numbers are of what people wrote in public, not of patients: do not read them as rates.',
  request: { query: filterSchema.extend({ level: oneOf(LEVELS).optional().openapi({ example: 'organisation' }), limit }) },
  responses: {
    200: {
      description: 'The ranking',
      content: {
        'application/json': {
          schema: z
            .object({
              items: z.array(z.object({ ...organisationShape, level: organisationShape.level.nullable(), ...totalsShape })),
              complete: z.boolean().openapi({ description: 'False when there are more places than these' }),
              basis: basisSchema,
            })
            .openapi('OrganisationRanking'),
          example: { items: [{ ...SAMPLE_ORGANISATION, ...SAMPLE_TOTALS }], complete: true, basis: SAMPLE_BASIS },
        },
      },
    },
    ...READ_PROBLEMS,
  },
});

const searchOrganisations = createRoute({
  method: 'get',
  path: '/v1/organisations/search',
  operationId: 'searchOrganisations',
  tags: ['Reference'],
  summary: 'Find an organisation, ICB or region by name',
  request: {
    query: z.strictObject({
      name: single(
        z.string().trim().min(1, 'must not be empty').max(MAX_NAME_LENGTH, `must have at most ${MAX_NAME_LENGTH} characters`),
      ).openapi({
        description: 'Part of a name, an alias or an ODS code',
        example: 'leeds teaching',
      }),
      limit,
    }),
  },
  responses: {
    200: {
      description: 'Best match first',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(z.object(organisationShape)) }).openapi('OrganisationList'),
          example: { items: [SAMPLE_ORGANISATION] },
        },
      },
    },
    ...problemResponses(400, 401, 403, 500),
  },
});

/** Ranking, and search by name. */
export function organisationsRoutes(deps: ApiDeps) {
  return createRouter()
    .openapi(rankOrganisations, async (context) => {
      const query = context.req.valid('query');
      const filters = buildFilters(query, deps);
      const [buckets, basis] = await withinTime(context, deps.clock, (read) =>
        Promise.all([
          deps.posts.aggregate({ where: filters.where, ...filters.range, by: 'place', limit: MAX_PLACES }, read),
          describeBasis(filters, deps, read),
        ]),
      );
      const ranked = buckets
        .map((bucket) => {
          const organisation = deps.organisations.get(bucket.key);
          return { ods: bucket.key, name: organisation?.name ?? bucket.key, level: organisation?.level ?? null, ...totalsOf(bucket) };
        })
        .filter((item) => query.level === undefined || item.level === query.level);
      const complete = ranked.length <= query.limit && buckets.length < MAX_PLACES;
      return context.json({ items: ranked.slice(0, query.limit), complete, basis }, 200);
    })
    .openapi(searchOrganisations, (context) => {
      const query = context.req.valid('query');
      const items = deps.organisations.search(query.name, query.limit).map(({ ods, name, level }) => ({ ods, name, level }));
      return context.json({ items }, 200);
    });
}
