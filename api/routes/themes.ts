import { createRoute, z } from '@hono/zod-openapi';
import type { AggregateBucket } from '#core/ports/post-store.ts';
import { categoryOf, slug, type Theme } from '#core/theme.ts';
import { basisSchema, describeBasis } from '../basis.ts';
import type { ApiDeps } from '../deps.ts';
import { buildFilters, filterSchema } from '../filters.ts';
import { createRouter, READ_PROBLEMS } from '../routing.ts';
import { SAMPLE_BASIS, SAMPLE_POST, SAMPLE_TOTALS } from '../samples.ts';
import { totalsOf, totalsShape } from '../shapes.ts';
import { withinTime } from '../within-time.ts';

const MAX_THEMES = 500;

const themeSchema = z
  .object({
    id: z.string().openapi({ example: 'access-to-medical-care-support.timeliness-of-care' }),
    name: z.string(),
    definition: z.string().nullable().openapi({ description: 'Null for a theme of an earlier taxonomy that older posts still carry' }),
    ...totalsShape,
  })
  .openapi('ThemeCounts');

const categorySchema = z
  .object({ id: z.string(), name: z.string(), ...totalsShape, themes: z.array(themeSchema) })
  .openapi('CategoryCounts', { description: 'A post with several themes of a category counts once in it, so themes may add up to more' });

type CategoryCounts = z.infer<typeof categorySchema>;

const [SAMPLE_THEME] = SAMPLE_POST.themes;
const SAMPLE_CATEGORY: CategoryCounts = {
  id: 'access-to-medical-care-support',
  name: 'Access to medical care & support',
  ...SAMPLE_TOTALS,
  themes: [
    {
      id: SAMPLE_THEME!.id,
      name: SAMPLE_THEME!.name,
      definition: 'Waits for appointments, ambulances, treatment and results',
      ...SAMPLE_TOTALS,
    },
  ],
};

const breakDownByTheme = createRoute({
  method: 'get',
  path: '/v1/themes',
  operationId: 'breakDownByTheme',
  tags: ['Analysis'],
  summary: 'Posts, voices and sentiment by theme',
  description: 'Categories with their themes, most posts first; those without any post are listed too.',
  request: { query: filterSchema },
  responses: {
    200: {
      description: 'The breakdown',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(categorySchema), basis: basisSchema }).openapi('ThemeBreakdown'),
          example: { items: [SAMPLE_CATEGORY], basis: SAMPLE_BASIS },
        },
      },
    },
    ...READ_PROBLEMS,
  },
});

/** Breakdown by theme. */
export function themesRoutes(deps: ApiDeps) {
  return createRouter().openapi(breakDownByTheme, async (context) => {
    const filters = buildFilters(context.req.valid('query'), deps);
    const [buckets, basis] = await withinTime(context, deps.clock, (read) =>
      Promise.all([
        deps.posts.aggregate({ where: filters.where, ...filters.range, by: 'theme', limit: MAX_THEMES }, read),
        describeBasis(filters, deps, read),
      ]),
    );
    return context.json({ items: treeOf(buckets, deps.taxonomy.themes), basis }, 200);
  });
}

function treeOf(buckets: readonly AggregateBucket[], themes: readonly Theme[]): CategoryCounts[] {
  const counts = new Map(buckets.map((bucket) => [bucket.key, bucket]));
  const listed = new Map(themes.map((theme) => [theme.id, theme]));
  const ids = new Set([...listed.keys(), ...counts.keys()].filter((id) => id.includes('.')));
  const names = new Map(themes.map((theme) => [slug(theme.category), theme.category]));

  const categories = new Map<string, CategoryCounts>();
  for (const id of ids) {
    const categoryId = categoryOf(id);
    const category = categories.get(categoryId) ?? {
      id: categoryId,
      name: names.get(categoryId) ?? categoryId,
      ...totalsOf(counts.get(categoryId)),
      themes: [],
    };
    categories.set(categoryId, category);
    const theme = listed.get(id);
    category.themes.push({ id, name: theme?.name ?? id, definition: theme?.definition ?? null, ...totalsOf(counts.get(id)) });
  }
  for (const category of categories.values()) category.themes.sort(byPosts);
  return [...categories.values()].sort(byPosts);
}

/** Most posts first; the taxonomy's own order otherwise, since sorting is stable. */
function byPosts(left: { posts: number }, right: { posts: number }): number {
  return right.posts - left.posts;
}
