import { describe, expect, test } from 'vitest';
import { createInventedReviews } from '../../test-support/invented-reviews.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';
import { reviewSchema } from './schema.ts';
import { GOOGLE_BUSINESS, LOCATION } from './test-support/invented-google-business.ts';
import { replyToItem, reviewToItem } from './to-item.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const accepted = { enabled: true, acceptTerms: true, clientId: 'a', clientSecret: 'b', refreshToken: 'c' };
const raw = { ...accepted, locations: [{ name: LOCATION, organisation: 'RR8' }], baseUrl: 'https://google.example' };

function openPlace() {
  const place = createInventedReviews(GOOGLE_BUSINESS, () => NOW);
  const http = place.serve();
  return { place, http, source: openConnector('google-business', raw, http, NOW) };
}

test('asks for a token by the refresh token, and for reviews by the date of their last change', async () => {
  const { http, source } = openPlace();
  await source.read();
  expect(http.requests[0]).toMatchObject({
    method: 'POST',
    url: 'https://google.example/token',
    body: 'grant_type=refresh_token&client_id=a&client_secret=b&refresh_token=c',
  });
  expect(http.requests[1]!.url).toBe('https://google.example/v4/accounts/1/locations/2/reviews?pageSize=50&orderBy=updateTime+desc');
});

test('an edit and an answer come up again; stars without words are left out and counted', async () => {
  const { place, source } = openPlace();
  for (let n = 0; n < 120; n++) place.publish(`Review ${n}`, NOW - (200 - n) * 3_600_000);
  place.publish('', NOW - 3_600_000);
  const pages = await source.read(undefined, { sinceMs: NOW - 30 * 86_400_000 });
  expect(textsOfPages(pages)).toHaveLength(120);
  expect(source.dropped).toMatchObject([{ reason: 'empty' }]);
  place.edit('Review 3', 'Review 3, edited');
  place.change('Review 119', {
    updateTime: new Date(NOW).toISOString(),
    reviewReply: { comment: 'Thank you', updateTime: new Date(NOW).toISOString() },
  });
  expect(new Set(textsOfPages(await source.read(pages.at(-1)!.cursor)))).toEqual(new Set(['Review 3, edited', 'Review 119', 'Thank you']));
});

test('held reviews and answers are asked for one by one', async () => {
  const { place, source } = openPlace();
  place.publish('Stays', NOW, { reviewReply: { comment: 'Thank you', updateTime: new Date(NOW).toISOString() } });
  place.publish('Goes', NOW);
  place.publish('Only stars now', NOW);
  place.setGone('Goes', true);
  place.change('Only stars now', { comment: '' });
  const [stays, goes, stars] = [0, 1, 2].map((n) => `${LOCATION}/reviews/r${n}`) as [string, string, string];
  const ops = await source.recheck(stays, `${stays}/reply`, goes, `${goes}/reply`, stars);
  expect(ops.map(describeOp)).toEqual([
    'Stays',
    'Thank you',
    `${goes} is gone (user)`,
    `${goes}/reply is gone (user)`,
    `${stars} is gone (user)`,
  ]);
  expect(ops[0]).toMatchObject({ item: { organisation: 'RR8' } });
});

describe('refusals', () => {
  const answering = (token: object, status = 200) =>
    createScriptedHttp((url) => (url.pathname === '/token' ? token : { status, json: { error: { status: 'X' } } }));
  const good = { json: { access_token: 't', expires_in: 60 } };
  test.each([
    [
      'a refresh token that is not valid any more',
      answering({ status: 400, json: { error: 'invalid_grant' } }),
      'config',
      'sources.google-business.refreshToken',
    ],
    ['a place that the account doesn’t manage', answering(good, 403), 'config', 'sources.google-business.locations'],
    ['a place that is not there', answering(good, 404), 'config', 'sources.google-business.locations'],
    ['too many requests', answering(good, 429), 'rate-limited', undefined],
    ['a fault of theirs', answering(good, 503), 'retry', undefined],
  ])('%s', async (_name, http, type, setting) => {
    const outcome = setting === undefined ? { type } : { type, setting };
    await expect(openConnector('google-business', raw, http, NOW).read()).rejects.toMatchObject({ outcome });
  });
});

describe('a review', () => {
  const review = (more: object) => reviewSchema.parse({ ...GOOGLE_BUSINESS.build(1, 'Kind nurses', NOW), ...more });
  const textOf = (comment: string) => reviewToItem(review({ comment }), 'RR8', '').text;

  test.each([
    ['(Translated by Google) Kind nurses\n\n(Original)\nMiłe pielęgniarki', 'Miłe pielęgniarki'],
    ['Miłe pielęgniarki\n\n(Translated by Google)\nKind nurses', 'Miłe pielęgniarki'],
    ['Kind nurses', 'Kind nurses'],
    ['', ''],
  ])('%j is read in the words it was written in', (comment, text) => {
    expect(textOf(comment)).toBe(text);
  });

  test('names nobody, and its answer is a response', () => {
    const answered = review({ reviewReply: { comment: 'Thank you', updateTime: '2026-11-16T10:00:00Z' } });
    expect(JSON.stringify(reviewToItem(answered, 'RR8', ''))).not.toMatch(/author|Nobody/);
    expect(replyToItem(answered, 'RR8', '')).toMatchObject({
      kind: 'response',
      text: 'Thank you',
      parentId: answered.name,
      progress: 'answered',
    });
  });
});
