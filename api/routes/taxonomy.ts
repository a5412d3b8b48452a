import { createRoute, z } from '@hono/zod-openapi';
import { categoryOf } from '#core/theme.ts';
import type { ApiDeps } from '../deps.ts';
import { createRouter, problemResponses } from '../routing.ts';

const readTaxonomy = createRoute({
  method: 'get',
  path: '/v1/taxonomy',
  operationId: 'readTaxonomy',
  tags: ['Reference'],
  summary: 'Themes and what they mean',
  responses: {
    200: {
      description: 'The taxonomy in use',
      content: {
        'application/json': {
          schema: z
            .object({
              version: z.string(),
              categories: z.array(
                z.object({
                  id: z.string(),
                  name: z.string(),
                  themes: z.array(z.object({ id: z.string(), name: z.string(), definition: z.string() })),
                }),
              ),
            })
            .openapi('Taxonomy'),
          example: {
            version: 'qdc-v7+social-1',
            categories: [
              {
                id: 'access-to-medical-care-support',
                name: 'Access to medical care & support',
                themes: [
                  {
                    id: 'access-to-medical-care-support.timeliness-of-care',
                    name: 'Timeliness of care',
                    definition: 'Waits for appointments, ambulances, treatment and results',
                  },
                ],
              },
            ],
          },
        },
      },
    },
    ...problemResponses(401, 403, 500),
  },
});

/** The taxonomy in use. */
export function taxonomyRoutes(deps: ApiDeps) {
  const byCategory = Map.groupBy(deps.taxonomy.themes, (theme) => categoryOf(theme.id));
  const categories = [...byCategory].map(([id, themes]) => ({
    id,
    name: themes[0]?.category ?? id,
    themes: themes.map(({ id, name, definition }) => ({ id, name, definition })),
  }));
  return createRouter().openapi(readTaxonomy, (context) => context.json({ version: deps.taxonomy.version, categories }, 200));
}
