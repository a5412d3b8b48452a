import { createRoute, z } from '@hono/zod-openapi';
import { EarshotError } from '#core/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { createRouter, problemResponses } from '../routing.ts';

const PROBE_LIMIT_MS = 2_000;
/** However often they are asked, probes run once in this time. */
const REMEMBER_MS = 1_000;

const checkSchema = z.object({
  name: z.string(),
  ready: z.boolean(),
  detail: z.string().nullable().openapi({ description: 'What is wrong and what to do about it' }),
});
const readinessSchema = z.object({ ready: z.boolean(), checks: z.array(checkSchema) }).openapi('Readiness');
type Readiness = z.infer<typeof readinessSchema>;

const isAlive = createRoute({
  method: 'get',
  path: '/livez',
  operationId: 'isAlive',
  tags: ['Operations'],
  summary: 'Whether this process answers',
  description: 'Looks at nothing else. If it does not answer, restart the process.',
  security: [],
  responses: {
    200: {
      description: 'It does',
      content: { 'application/json': { schema: z.object({ alive: z.literal(true) }), example: { alive: true } } },
    },
    ...problemResponses(403),
  },
});

const isReady = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'isReady',
  tags: ['Operations'],
  summary: 'Whether everything it needs works',
  description:
    'Tries writes, the queue and the indices, and names what fails. If not ready, send no requests here; a restart does not help.',
  security: [],
  responses: {
    200: {
      description: 'Everything works',
      content: {
        'application/json': { schema: readinessSchema, example: { ready: true, checks: [{ name: 'writes', ready: true, detail: null }] } },
      },
    },
    503: {
      description: 'Something does not',
      content: {
        'application/json': {
          schema: readinessSchema,
          example: {
            ready: false,
            checks: [{ name: 'queue', ready: false, detail: 'The queue is not available right now. Nothing was lost; try again shortly.' }],
          },
        },
      },
    },
    ...problemResponses(403),
  },
});

const readMetrics = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'readMetrics',
  tags: ['Operations'],
  summary: "Metrics in Prometheus' text format",
  responses: {
    200: {
      description: 'All metrics of this process',
      content: { 'text/plain': { schema: z.string(), example: 'earshot_posts_stored_total{source="bluesky"} 981' } },
    },
    ...problemResponses(401, 403, 500),
  },
});

/** Liveness, readiness and metrics. */
export function healthRoutes(deps: ApiDeps) {
  const readReadiness = rememberBriefly(
    () => probeAll(deps),
    () => deps.clock.now(),
  );
  return createRouter()
    .openapi(isAlive, (context) => context.json({ alive: true as const }, 200))
    .openapi(isReady, async (context) => {
      const readiness = await readReadiness();
      return readiness.ready ? context.json(readiness, 200) : context.json(readiness, 503, { 'Retry-After': '5' });
    })
    .openapi(readMetrics, async (context) =>
      context.text(await deps.metrics.expose(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
    );
}

async function probeAll({ probes, clock, log }: ApiDeps): Promise<Readiness> {
  const checks = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => {
      const settled = new AbortController();
      const limit = clock.sleep(PROBE_LIMIT_MS, settled.signal).then(() => {
        throw new EarshotError('timeout', `There was no answer within ${PROBE_LIMIT_MS / 1000} seconds.`);
      });
      limit.catch(() => {});
      try {
        await Promise.race([probe(), limit]);
        return { name, ready: true, detail: null };
      } catch (error) {
        log.warn({ err: error, probe: name }, 'a readiness probe failed');
        return {
          name,
          ready: false,
          detail: error instanceof EarshotError ? error.message : 'It failed for an unknown reason: see the log.',
        };
      } finally {
        settled.abort();
      }
    }),
  );
  return { ready: checks.every((check) => check.ready), checks };
}

function rememberBriefly<T>(read: () => Promise<T>, now: () => number): () => Promise<T> {
  let held: { atMs: number; value: Promise<T> } | undefined;
  return () => {
    if (!held || now() - held.atMs >= REMEMBER_MS) held = { atMs: now(), value: read() };
    return held.value;
  };
}
