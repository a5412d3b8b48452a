import { createRoute, z } from '@hono/zod-openapi';
import { SORT_ORDERS } from '#core/ports/post-store.ts';
import { describeScope, scopeSchema } from '../basis.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { buildFilters, filterSchema } from '../filters.ts';
import { oneOf, single, wholeNumber } from '../parameters.ts';
import { postSchema, presentPost } from '../present-post.ts';
import { ProblemError } from '../problem.ts';
import { createRouter, problemResponses, READ_PROBLEMS } from '../routing.ts';
import { SAMPLE_POST, SAMPLE_POST_ID, SAMPLE_SCOPE } from '../samples.ts';
import { withinTime } from '../within-time.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

const searchPosts = createRoute({
  method: 'get',
  path: '/v1/posts',
  operationId: 'searchPosts',
  tags: ['Posts'],
  summary: 'Search posts',
  request: {
    query: filterSchema.extend({
      order: oneOf(SORT_ORDERS).default('newest').openapi({ example: 'newest' }),
      limit: wholeNumber(1, MAX_LIMIT)
        .default(DEFAULT_LIMIT)
        .openapi({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT, example: DEFAULT_LIMIT }),
      cursor: single().optional().openapi({ description: '`nextCursor` of the page before, with the same filters and order' }),
    }),
  },
  responses: {
    200: {
      description: 'One page of posts',
      content: {
        'application/json': {
          schema: z
            .object({
              items: z.array(postSchema),
              total: z.int().nonnegative().openapi({ description: 'On all pages together' }),
              nextCursor: z.string().nullable().openapi({ description: 'Null on the last page' }),
              basis: scopeSchema,
            })
            .openapi('PostPage'),
          example: { items: [SAMPLE_POST], total: 1, nextCursor: null, basis: SAMPLE_SCOPE },
        },
      },
    },
    ...READ_PROBLEMS,
  },
});

const readPost = createRoute({
  method: 'get',
  path: '/v1/posts/{id}',
  operationId: 'readPost',
  tags: ['Posts'],
  summary: 'Read one post',
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^[A-Za-z0-9_-]{22}$/, 'must be the id of a post: 22 letters, digits, "-" or "_"')
        .openapi({ example: SAMPLE_POST_ID }),
    }),
  },
  responses: {
    200: {
      description: 'The post',
      content: {
        'application/json': {
          schema: postSchema
            .extend({ nearCopies: z.int().nonnegative().openapi({ description: 'Other posts with nearly the same wording' }) })
            .openapi('PostWithCopies'),
          example: { ...SAMPLE_POST, nearCopies: 3 },
        },
      },
    },
    ...READ_PROBLEMS,
    ...problemResponses(404),
  },
});

/** Search, and one post. */
export function postsRoutes(deps: ApiDeps) {
  const present = presentPost(deps);
  return createRouter()
    .openapi(searchPosts, async (context) => {
      const query = context.req.valid('query');
      const { order, limit, cursor } = query;
      const filters = buildFilters(query, deps);
      const after = cursor === undefined ? undefined : decodeCursor(cursor, order);
      const page = await withinTime(context, deps.clock, (read) =>
        deps.posts.search({ where: filters.where, ...filters.range, order, limit, after }, read),
      );
      return context.json(
        {
          items: page.posts.map(present),
          total: page.total,
          nextCursor: page.next ? encodeCursor(order, page.next) : null,
          basis: describeScope(filters, deps),
        },
        200,
      );
    })
    .openapi(readPost, async (context) => {
      const { id } = context.req.valid('param');
      const found = await withinTime(context, deps.clock, async (read) => {
        const post = await deps.posts.get(id);
        if (!post) return null;
        const copies = await deps.posts.totals({ where: { type: 'field', field: 'cluster', value: post.insight.cluster } }, read);
        return { post, nearCopies: Math.max(0, copies.posts - 1) };
      });
      if (!found) {
        throw new ProblemError('not-found', {
          detail: 'There is no post with this id. It may have been deleted at its source.',
          parameter: 'id',
        });
      }
      return context.json({ ...present(found.post), nearCopies: found.nearCopies }, 200);
    });
}
