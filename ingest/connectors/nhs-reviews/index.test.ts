import { expect, test } from 'vitest';
import { createInventedNhsReviews, inventedReview } from '../../test-support/invented-nhs-reviews.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const DAY = 86_400_000;
const raw = { subscriptionKey: 'key', odsCodes: ['RR8'], baseUrl: 'https://api.nhs.example' };

function openPlace() {
  const place = createInventedNhsReviews(() => NOW);
  const http = place.serve();
  return { place, http, source: openConnector('nhs-reviews', raw, http, NOW) };
}

test('reviews and those taken away are listed from some days back, page by page', async () => {
  const { place, http, source } = openPlace();
  for (let n = 0; n < 150; n++) place.publish(`Review ${n}`, NOW - n * 60_000);
  place.setStatus('Review 7', 'removed');
  const pages = await source.read();
  expect(new Set(pages.flatMap(({ ops }) => ops.map(describeOp)))).toEqual(
    new Set([...Array.from({ length: 150 }, (_, n) => `Review ${n}`).filter((text) => text !== 'Review 7'), '70007 is gone (platform)']),
  );
  const asked = http.requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
  expect(asked.map(({ status, offset, fromDate, odsCode }) => [status, offset, fromDate, odsCode])).toEqual([
    ['published', '0', '2026-11-09', 'RR8'],
    ['published', '100', '2026-11-09', 'RR8'],
    ['removed', '0', '2026-11-09', 'RR8'],
  ]);
  expect(http.requests[0]!.headers).toMatchObject({ 'subscription-key': 'key' });
});

test('what was handed on is not again, but for an edit; what appears weeks late is met within a day', async () => {
  const { place, source } = openPlace();
  place.publish('Review', NOW - DAY);
  const first = (await source.read()).at(-1)!.cursor;
  place.edit('Review', 'Review, edited');
  place.publish('Moderated for long', NOW - 20 * DAY);
  const second = await source.read(first);
  expect(textsOfPages(second)).toEqual(['Review, edited']);
  await source.clock.advance(DAY);
  expect(textsOfPages(await source.read(second.at(-1)!.cursor))).toEqual(['Moderated for long']);
});

test('a review that is taken away is met within a day, however old it is', async () => {
  const { place, source } = openPlace();
  place.publish('Old', NOW - 400 * DAY);
  const first = (await source.read(undefined, { sinceMs: NOW - 500 * DAY })).at(-1)!.cursor;
  place.setStatus('Old', 'removed');
  await source.clock.advance(DAY);
  const ops = (await source.read(first)).flatMap((page) => page.ops);
  expect(ops.map(describeOp)).toEqual(['70000 is gone (platform)']);
});

test('more than can be listed leaves a gap', async () => {
  let n = 0;
  const http = createScriptedHttp(() => ({ json: { comments: Array.from({ length: 100 }, () => inventedReview(n++, 'Review', NOW)) } }));
  const pages = await openConnector('nhs-reviews', raw, http, NOW).read(undefined, { sinceMs: NOW - DAY });
  expect(pages.at(-1)).toMatchObject({ gap: { fromMs: NOW - DAY, toMs: NOW } });
});

test('a review keeps neither its writer’s name nor scores; the site’s trust is its organisation', async () => {
  const { comment } = inventedReview(5, 'Kind nurses', NOW - DAY, { title: 'Thanks', ratings: [{ question: 'Clean?', rating: 5 }] });
  const http = createScriptedHttp((url) => ({ json: { comments: url.searchParams.get('status') === 'published' ? [{ comment }] : [] } }));
  const [page] = await openConnector('nhs-reviews', raw, http, NOW).read();
  expect(page!.ops).toEqual([
    {
      op: 'upsert',
      item: {
        source: 'nhs-reviews',
        nativeId: '5',
        canonicalId: '5',
        kind: 'review',
        text: 'Kind nurses',
        title: 'Thanks',
        createdAt: '2026-11-15T09:00:00.000Z',
        observedAt: '2026-11-16T09:00:00.000Z',
        organisation: 'RR8',
        lang: 'en',
      },
    },
  ]);
});

test('a service that ignores the offset is not read without end', async () => {
  const page = Array.from({ length: 100 }, (_, n) => inventedReview(n, `Review ${n}`, NOW));
  const http = createScriptedHttp(() => ({ json: { comments: page } }));
  await openConnector('nhs-reviews', raw, http, NOW).read();
  expect(http.requests).toHaveLength(4);
});
