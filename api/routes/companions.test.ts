import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkId, companionMeasureDocument, companionValuesDocument } from '#core/companions/companion.ts';
import { openWorld, type World } from '../test-support/world.ts';

const measure = {
  id: 'fft-gp-positive',
  kind: 'fft' as const,
  title: 'Friends and Family Test, GP practices: positive experience',
  unit: 'percent' as const,
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { documents } = world.deps;
  await documents.put(companionMeasureDocument, measure.id, measure, 'absent');
  for (const [from, to, value] of [
    ['2019-10-01', '2019-10-31', 90],
    ['2026-10-01', '2026-10-31', null],
  ] as const) {
    const entries = [
      { place: 'B86001', value, n: value },
      { place: 'B86002', value: 70, n: 20 },
    ];
    await documents.put(
      companionValuesDocument,
      chunkId(measure.id, 'B86001', { from, to }),
      { measure: measure.id, from, to, importedAt: '2026-11-16T09:00:00.000Z', entries },
      'absent',
    );
  }
});
afterAll(() => world[Symbol.asyncDispose]());

describe('GET /v1/companions', () => {
  it('lists the measures that were imported', async () => {
    expect((await world.get('/v1/companions')).body).toEqual({ items: [measure] });
  });

  it('gives what all of them, or one, say of a place', async () => {
    const { body } = await world.get('/v1/companions?place=b86001');
    expect(body).toMatchObject({
      items: [measure],
      series: [{ measure, place: 'B86001', items: [{ value: 90 }, { value: null }], breaks: [{ date: '2020-04-01' }] }],
    });
    const one = await world.get('/v1/companions?place=B86001&measure=fft-gp-positive&from=2026-01-01&to=2026-12-31');
    expect(one.body).toMatchObject({ series: [{ items: [{ from: '2026-10-01' }], breaks: [] }] });
    expect((await world.get('/v1/companions?place=B86001&measure=fft-gp-negative')).body).toEqual({ items: [], series: [] });
    expect((await world.get('/v1/companions?place=RR8')).body).toEqual({ items: [], series: [] });
    expect((await world.get('/v1/companions?measure=fft-gp-positive')).body).toEqual({ items: [measure] });
  });

  it.each([
    ['from=2026-01-01', 'from'],
    ['place=x', 'place'],
    ['place=RR8&place=RAE', 'place'],
    ['place=RR8&to=yesterday', 'to'],
    ['measure=!', 'measure'],
    ['places=RR8', 'places'],
  ])('refuses ?%s by the name of the parameter', async (query, parameter) => {
    expect((await world.get(`/v1/companions?${query}`)).body).toMatchObject({ status: 400, parameter });
  });

  it('gives the figures of one place, with what was held back and where the series breaks', async () => {
    const { body } = await world.get('/v1/companions/fft-gp-positive?place=b86001');
    expect(body).toMatchObject({
      measure,
      place: 'B86001',
      items: [
        { from: '2019-10-01', to: '2019-10-31', value: 90, n: 90 },
        { from: '2026-10-01', to: '2026-10-31', value: null, n: null },
      ],
      breaks: [{ date: '2020-04-01' }],
    });
    const later = await world.get('/v1/companions/fft-gp-positive?place=B86001&from=2026-10-31');
    expect(later.body).toMatchObject({ items: [{ from: '2026-10-01' }], breaks: [] });
  });

  it('has nothing of a place that is not in it, and no measure that was not imported', async () => {
    expect((await world.get('/v1/companions/fft-gp-positive?place=RR8')).body).toMatchObject({ items: [] });
    expect((await world.get('/v1/companions/fft-dental-positive?place=RR8')).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await world.get('/v1/companions/fft-gp-positive')).body).toMatchObject({ status: 400, parameter: 'place' });
  });
});
