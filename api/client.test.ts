import { hc } from 'hono/client';
import { expect, expectTypeOf, it } from 'vitest';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import type { Api } from './create-api.ts';
import { NOW_MS, openWorld } from './test-support/world.ts';

it('can be asked through a typed client', async () => {
  await using world = await openWorld();
  await world.save(buildPost({ name: 'one', createdAtMs: NOW_MS - 1, themes: ['access.waiting'] }));
  const client = hc<Api>('http://localhost', {
    fetch: (input: string | URL | Request, init?: RequestInit) =>
      world.request(input instanceof Request ? input.url : input.toString(), init ?? {}),
  });

  const page = await client.v1.posts.$get({ query: { q: 'nurses', theme: ['access', 'staff'], limit: '5' } });
  if (!page.ok) throw new Error('the search failed');
  const { items } = await page.json();
  expectTypeOf(items[0]!.text).toEqualTypeOf<string>();
  expect(items.map((item) => item.id)).toEqual([idOf('one')]);

  const trend = await client.v1.trends.$get({ query: { interval: 'week' } });
  if (trend.status !== 200) throw new Error('the trend failed');
  expectTypeOf((await trend.json()).items[0]!.voices.approximate).toEqualTypeOf<boolean>();

  const post = await client.v1.posts[':id'].$get({ param: { id: idOf('one') } });
  expect(post.status).toBe(200);
});
