import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { NOW_MS, openWorld, type World } from '../test-support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const createdAtMs = NOW_MS - 3_600_000;
  await world.save(
    buildPost({ name: '1', createdAtMs, places: ['RR8', 'QWO', 'Y63'] }),
    buildPost({ name: '2', createdAtMs, places: ['RR8', 'QWO', 'Y63'] }),
    buildPost({ name: '3', createdAtMs, places: ['RAE', 'QWO', 'Y63'] }),
    buildPost({ name: '4', createdAtMs, places: ['X99'] }),
    buildPost({ name: '5', createdAtMs }),
  );
});

afterAll(() => world[Symbol.asyncDispose]());

async function ranking(query = '') {
  const { body } = await world.get(`/v1/organisations${query}`);
  const items = body['items'] as { ods: string; name: string; level: string | null; posts: number }[];
  return {
    items: items.map(({ ods, level, posts }) => [ods, level, posts]),
    complete: body['complete'],
    names: items.map(({ name }) => name),
  };
}

describe('GET /v1/organisations', () => {
  it('ranks places of one level', async () => {
    expect(await ranking('?level=organisation')).toEqual({
      items: [
        ['RR8', 'organisation', 2],
        ['RAE', 'organisation', 1],
      ],
      complete: true,
      names: ['Leeds Teaching Hospitals NHS Trust', 'Bradford Teaching Hospitals NHS Foundation Trust'],
    });
  });

  it('counts a post for the ICB and region of its organisation', async () => {
    expect((await ranking('?place=RR8')).items).toEqual([
      ['QWO', 'icb', 2],
      ['RR8', 'organisation', 2],
      ['Y63', 'region', 2],
    ]);
  });

  it('shows a code whose organisation it does not know', async () => {
    expect((await ranking('?place=X99')).items).toEqual([['X99', null, 1]]);
  });

  it('says when there are more places than it lists', async () => {
    expect(await ranking('?limit=1&level=organisation')).toMatchObject({ items: [['RR8', 'organisation', 2]], complete: false });
  });
});

describe('GET /v1/organisations/search', () => {
  it('finds places by part of a name', async () => {
    expect((await world.get('/v1/organisations/search?name=leeds+teaching')).body).toEqual({
      items: [{ ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', level: 'organisation' }],
    });
  });

  it('asks for a name', async () => {
    expect((await world.get('/v1/organisations/search?name=')).body).toMatchObject({ status: 400, parameter: 'name' });
    expect((await world.get('/v1/organisations/search')).body).toMatchObject({ status: 400, parameter: 'name' });
  });
});
