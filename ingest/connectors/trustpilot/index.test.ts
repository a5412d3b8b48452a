import { expect, test } from 'vitest';
import { createInventedReviews } from '../../test-support/invented-reviews.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';
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
  place.publish('Kind nurses', NOW, { title: 'Thanks', companyReply: { text: 'Thank you', createdAt: '2026-11-16T08:00:00Z' } });
  const ops = (await source.read()).flatMap((page) => page.ops);
  expect(ops).toMatchObject([
    { item: { kind: 'review', title: 'Thanks', author: { id: 'nobody' }, organisation: 'RR8', lang: 'en' } },
    { item: { kind: 'response', text: 'Thank you', parentId: idOf(0), progress: 'answered' } },
  ]);
  expect(JSON.stringify(ops)).not.toContain('Nobody at all');
});

test('held reviews are asked for one by one, and stay about the organisation that they were about', async () => {
  const { place, source } = openPlace();
  place.publish('Stays', NOW - 3_600_000);
  place.publish('Goes', NOW);
  place.setGone('Goes', true);
  place.edit('Stays', 'Stays, edited');
  const feed = 'https://api.trustpilot.com/v1/business-units/1a2b3c';
  const ops = await source.recheck(
    { nativeId: idOf(0), canonicalId: idOf(0), feed },
    { nativeId: idOf(1), canonicalId: idOf(1), feed },
    `${idOf(0)}/reply`,
  );
  expect(ops.map(describeOp)).toEqual(['Stays, edited', `${idOf(1)} is gone (user)`, `${idOf(0)}/reply is gone (user)`]);
  expect(ops[0]).toMatchObject({ item: { organisation: 'RR8', editedAt: '2026-11-16T09:00:00.000Z' } });
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
