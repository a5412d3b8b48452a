import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { NOW_MS, openWorld, type World } from '../test-support/world.ts';

let world: World;

interface Counted {
  id: string;
  name: string;
  definition?: string | null;
  posts: number;
  clusters: { value: number };
  themes?: Counted[];
}

beforeAll(async () => {
  world = await openWorld();
  const createdAtMs = NOW_MS - 3_600_000;
  await world.save(
    buildPost({ name: '1', createdAtMs, themes: ['access.waiting', 'access.appointments'], sentiment: 'negative' }),
    buildPost({ name: '2', createdAtMs, themes: ['access.waiting'], sentiment: 'negative' }),
    buildPost({ name: '3', createdAtMs, themes: ['access.parking'], sentiment: 'negative' }),
    buildPost({ name: '4', createdAtMs, themes: ['staff.kindness'], sentiment: 'positive' }),
  );
});

afterAll(() => world[Symbol.asyncDispose]());

async function tree(query = ''): Promise<Counted[]> {
  return (await world.get(`/v1/themes${query}`)).body['items'] as Counted[];
}

describe('GET /v1/themes', () => {
  it('counts a post once in its category, however many of its themes it has', async () => {
    const [access, staff] = await tree();
    expect([access?.name, access?.posts, staff?.name, staff?.posts]).toEqual(['Access', 3, 'Staff', 1]);
    expect(access?.themes?.map(({ name, posts }) => [name, posts])).toEqual([
      ['Waiting', 2],
      ['Appointments', 1],
      ['access.parking', 1],
    ]);
  });

  it('gives definitions, and none for a theme that the taxonomy no longer has', async () => {
    const [access] = await tree();
    expect(access?.themes?.map((theme) => theme.definition)).toEqual(['How long things take', 'Getting one', null]);
  });

  it('lists themes without a post too', async () => {
    const categories = await tree('?lang=cy');
    expect(categories.flatMap((category) => category.themes ?? []).map(({ posts }) => posts)).toEqual([0, 0, 0]);
  });

  it('says what the numbers rest on', async () => {
    expect((await world.get('/v1/themes?sentiment=positive')).body['basis']).toMatchObject({ posts: 1, relevance: { by: 'default' } });
  });
});

describe('GET /v1/taxonomy', () => {
  it('lists every theme with its definition', async () => {
    expect((await world.get('/v1/taxonomy')).body).toEqual({
      version: 'test-1',
      categories: [
        {
          id: 'access',
          name: 'Access',
          themes: [
            { id: 'access.waiting', name: 'Waiting', definition: 'How long things take' },
            { id: 'access.appointments', name: 'Appointments', definition: 'Getting one' },
          ],
        },
        { id: 'staff', name: 'Staff', themes: [{ id: 'staff.kindness', name: 'Kindness', definition: 'Warmth and respect' }] },
      ],
    });
  });
});
