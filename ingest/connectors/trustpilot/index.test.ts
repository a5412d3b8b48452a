import { describe, expect, test } from 'vitest';
import { createInventedReviews } from '../../test-support/invented-reviews.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';
import { reviewSchema } from './schema.ts';
import { TRUSTPILOT } from './test-support/invented-trustpilot.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const raw = {
  enabled: true,
  acceptTerms: true,
  apiKey: 'key',
  businessUnits: [{ id: '1a2b3c', organisation: 'RR8' }],
  baseUrl: 'https://trustpilot.example',
};

function openPlace() {
  const place = createInventedReviews(TRUSTPILOT, () => NOW);
  const http = place.serve();
  return { place, http, source: openConnector('trustpilot', raw, http, NOW) };
}

const idOf = (nth: number) => TRUSTPILOT.build(nth, '', NOW).id;

test('reviews are read newest first, page by page, back to where reading stopped', async () => {
  const { place, http, source } = openPlace();
  for (let n = 0; n < 150; n++) place.publish(`Review ${n}`, NOW - (150 - n) * 3_600_000);
  const first = await source.read();
  expect(textsOfPages(first)).toHaveLength(100);
  expect(http.requests[0]).toMatchObject({
    url: 'https://trustpilot.example/v1/business-units/1a2b3c/reviews?page=1&perPage=100&orderBy=createdat.desc',
    headers: { apikey: 'key' },
  });
  place.publish('Review 150', NOW);
  expect(textsOfPages(await source.read(first.at(-1)!.cursor))).toEqual(['Review 150']);
});

test('a review keeps an id of its writer and not the name; the organisation’s answer is a response', async () => {
  const { place, source } = openPlace();
  place.publish('Kind nurses', NOW - 7_200_000, {
    title: 'Thanks',
    companyReply: { text: 'Thank you', createdAt: '2026-11-16T08:00:00Z' },
  });
  const ops = (await source.read()).flatMap((page) => page.ops);
  expect(ops).toMatchObject([
    { item: { kind: 'review', title: 'Thanks', author: { id: 'nobody' }, organisation: 'RR8', lang: 'en' } },
    { item: { kind: 'response', text: 'Thank you', parentId: idOf(0), progress: 'answered' } },
  ]);
  expect(JSON.stringify(ops)).not.toContain('Nobody at all');
});

test('dates are read as the documentation has them, without a zone, and with one', () => {
  const review = { id: '1a', text: 'Kind nurses', createdAt: '2026-07-01T09:30:00' };
  expect(reviewSchema.parse(review).createdAt).toBe('2026-07-01T09:30:00.000Z');
  expect(reviewSchema.parse({ ...review, createdAt: '2026-07-01T09:30:00Z' }).createdAt).toBe('2026-07-01T09:30:00.000Z');
  expect(reviewSchema.parse({ ...review, createdAt: '2026-07-01T09:30:00+02:00' }).createdAt).toBe('2026-07-01T07:30:00.000Z');
});

test('an edit, an answer and a review that is shown late come up again', async () => {
  const { place, source } = openPlace();
  for (let n = 0; n < 5; n++) place.publish(`Review ${n}`, NOW - (30 - n) * 86_400_000);
  place.publish('The last', NOW - 3_600_000);
  const [page] = await source.read();
  place.edit('Review 1', 'Review 1, edited');
  place.change('Review 2', { companyReply: { text: 'Thank you', createdAt: '2026-11-16T08:30:00' } });
  place.publish('Written before the last', NOW - 20 * 3_600_000);
  const texts = textsOfPages(await source.read(page!.cursor));
  expect(new Set(texts)).toEqual(new Set(['Review 1, edited', 'Thank you', 'Written before the last']));
});

describe('held reviews', () => {
  const feed = 'https://api.trustpilot.com/v1/business-units/1a2b3c';
  const held = (nth: number, more = '') => ({ nativeId: `${idOf(nth)}${more}`, canonicalId: `${idOf(nth)}${more}`, feed });

  test('are looked for in the list, and asked for by themselves where it leaves them out', async () => {
    const { place, http, source } = openPlace();
    place.publish('Stays', NOW - 3_600_000);
    place.publish('Goes', NOW);
    place.setGone('Goes', true);
    place.edit('Stays', 'Stays, edited');
    const ops = await source.recheck(held(0), held(1), held(0, '/reply'));
    expect(ops.map(describeOp)).toEqual(['Stays, edited', `${idOf(1)} is gone (user)`, `${idOf(0)}/reply is gone (user)`]);
    expect(ops[0]).toMatchObject({ item: { organisation: 'RR8', editedAt: '2026-11-16T09:00:00.000Z' } });
    expect(http.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/v1/business-units/1a2b3c/reviews',
      `/v1/reviews/${idOf(1)}`,
      `/v1/reviews/${idOf(0)}`,
    ]);
  });

  test('take one request for a hundred', async () => {
    const { place, http, source } = openPlace();
    for (let n = 0; n < 300; n++) place.publish(`Review ${n}`, NOW - (300 - n) * 3_600_000);
    const createdAtMs = (n: number) => NOW - (300 - n) * 3_600_000;
    const ops = await source.recheck(...Array.from({ length: 100 }, (_, n) => ({ ...held(199 - n), createdAtMs: createdAtMs(199 - n) })));
    expect([ops.length, http.requests.length]).toEqual([100, 2]);
  });

  test('are not all gone when their business unit is', async () => {
    const http = createScriptedHttp(() => ({ status: 404 }));
    const source = openConnector('trustpilot', raw, http, NOW);
    await expect(source.recheck(held(0), held(1))).rejects.toMatchObject({
      outcome: { type: 'config', setting: 'sources.trustpilot.businessUnits' },
    });
    expect(http.requests).toHaveLength(1);
  });

  test('that can’t be read are told of, and not taken for gone', async () => {
    const { place, source } = openPlace();
    place.publish('Stays', NOW, { text: { html: 'Stays' } });
    expect(await source.recheck(held(0))).toEqual([]);
    expect(source.malformed).not.toEqual([]);
  });
});

test.each([
  [404, 'config', 'sources.trustpilot.businessUnits'],
  [401, 'config', 'sources.trustpilot.apiKey'],
  [500, 'retry', undefined],
])('%i', async (status, type, setting) => {
  const outcome = setting === undefined ? { type } : { type, setting };
  await expect(
    openConnector(
      'trustpilot',
      raw,
      createScriptedHttp(() => ({ status })),
      NOW,
    ).read(),
  ).rejects.toMatchObject({ outcome });
});
