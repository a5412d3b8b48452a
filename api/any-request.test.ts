import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { INTERVALS } from '#core/calendar.ts';
import { RELEVANCE_KINDS, SENTIMENT_LABELS } from '#core/insight.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { openApiText } from './openapi.ts';
import { NOW_MS, openWorld, THEMES, type World } from './test-support/world.ts';

const PATHS = [
  '/v1/posts',
  '/v1/trends',
  '/v1/themes',
  '/v1/organisations',
  '/v1/organisations/search',
  '/v1/sources',
  '/v1/taxonomy',
] as const;

/** Values that each parameter takes, so that many requests get past the checks. */
const SOUND: Record<string, string[]> = {
  q: ['ward AND (nurse* OR "long wait")', 'wait NEAR/3 hours -theme:staff', 'relevance:news', ''],
  theme: [...THEMES.map((theme) => theme.id), 'access', '-staff,access.waiting'],
  place: ['RR8', 'rr8,-Y63'],
  source: ['bluesky', '-bluesky', 'rss'],
  sentiment: [...SENTIMENT_LABELS, '-negative'],
  lang: ['en', 'cy'],
  kind: ['post', '-reply'],
  relevance: [...RELEVANCE_KINDS, 'all', '-all'],
  from: ['2026-11-01', '2026-11-10T00:00:00+01:00'],
  to: ['2026-11-18T09:00:00Z', '2026-11-25'],
  limit: ['1', '10', '100'],
  order: ['oldest', 'newest'],
  interval: [...INTERVALS],
  level: ['icb', 'organisation'],
  name: ['leeds', 'zzz'],
};
const soundPair = fc.constantFrom(
  ...Object.entries(SOUND).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
);
const oddName = fc.oneof(
  fc.constantFrom(...Object.keys(SOUND), 'cursor'),
  fc.constantFrom('__proto__', 'constructor', 'toString'),
  fc.string({ maxLength: 12 }),
);
const oddValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  soundPair.map(([, value]) => value),
);

/** The parameters that a path declares. */
function parametersOf(path: string): Set<string> {
  return new Set(description.paths[path]?.['get']?.parameters?.map((parameter) => parameter.name));
}

/** Mostly parameters that the path has, with values that they take; sometimes anything. */
function queryOf(path: string): fc.Arbitrary<[string, string][]> {
  const known = parametersOf(path);
  const sound = fc.uniqueArray(
    soundPair.filter(([name]) => known.has(name)),
    { selector: ([name]) => name, maxLength: 5 },
  );
  const odd = fc.array(fc.oneof(soundPair, fc.tuple(oddName, oddValue)), { maxLength: 5 });
  return known.size ? fc.oneof(sound, odd) : odd;
}

const description = JSON.parse(openApiText()) as {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: { name: string }[];
        responses: Record<string, { content: Record<string, { schema: unknown; example?: unknown }> }>;
      }
    >
  >;
  components: { schemas: object };
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.save(
    ...Array.from({ length: 40 }, (_, nth) =>
      buildPost({
        name: `${nth}`,
        text: nth % 2 ? 'A long wait for the nurse on the ward' : 'Waited nine hours 😡',
        createdAtMs: NOW_MS - nth * 7_200_000 - 1,
        themes: [THEMES[nth % 3]!.id],
        sentiment: SENTIMENT_LABELS[nth % 4],
        relevance: RELEVANCE_KINDS[nth % 5],
        places: ['RR8', 'QWO', 'Y63'],
      }),
    ),
  );
});

afterAll(() => world[Symbol.asyncDispose]());

/** The declared body of an answer, with every object closed: a field that is not declared fails. */
function declaredBody(path: string, status: number, contentType: string, method = 'get'): z.ZodType {
  const declared = description.paths[path]?.[method]?.responses[status]?.content[contentType]?.schema;
  if (declared === undefined) throw new Error(`${path} declares no ${contentType} answer with status ${status}`);
  const closed = JSON.stringify({ ...(declared as object), $defs: description.components.schemas })
    .replaceAll('#/components/schemas/', '#/$defs/')
    .replaceAll('"type":"object","properties"', '"type":"object","additionalProperties":false,"properties"');
  return z.fromJSONSchema(JSON.parse(closed));
}

const cache = new Map<string, z.ZodType>();

it.each(PATHS)('%s answers any query string with a declared body, never with a 5xx', async (path) => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(queryOf(path), async (pairs) => {
      const answer = await world.request(`${path}?${new URLSearchParams(pairs).toString()}`);
      expect(answer.status).toBeLessThan(500);
      statuses.add(answer.status);
      const contentType = answer.headers.get('content-type') ?? '';
      const key = `${answer.status} ${contentType}`;
      const schema = cache.get(path + key) ?? declaredBody(path, answer.status, contentType);
      cache.set(path + key, schema);
      const parsed = schema.safeParse(await answer.json());
      expect(parsed.error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(statuses).toContain(200);
});

it('answers raw bytes in the query string too', async () => {
  const raw = fc.array(
    fc.constantFrom('%', '%00', '%ff', '%C3', '%E2%82', '&', '=', '+', '[', ']', '__proto__', 'q', '%F0%9F%98%80', '"', '(', '\\'),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PATHS), raw, async (path, parts) => {
      expect((await world.request(`${path}?${parts.join('')}`)).status).toBeLessThan(500);
    }),
  );
});

it('answers any address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webPath(), async (path) => {
      expect([200, 400, 404]).toContain((await world.request(path.startsWith('/') ? path : `/${path}`)).status);
    }),
  );
});

it('gives examples that are what it declares', () => {
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      for (const [status, { content }] of Object.entries(responses)) {
        for (const [contentType, { example }] of Object.entries(content)) {
          const where = `${method} ${path} ${status}`;
          expect(example, where).toBeDefined();
          expect(declaredBody(path, Number(status), contentType, method).safeParse(example).error?.issues ?? [], where).toEqual([]);
        }
      }
    }
  }
});
