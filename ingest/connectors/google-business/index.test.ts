import { describe, expect, test } from 'vitest';
import { createInventedReviews } from '../../test-support/invented-reviews.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { createScriptedHttp } from '../../test-support/scripted-http.ts';
import { reviewSchema } from './schema.ts';
import { GOOGLE_BUSINESS, LOCATION } from './test-support/invented-google-business.ts';
import { itemsOf } from './to-item.ts';

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

test('an answer comes by its own date, whatever becomes of its review’s', async () => {
  const { place, source } = openPlace();
  for (let n = 0; n < 3; n++) place.publish(`Review ${n}`, NOW - (30 - n) * 86_400_000);
  const pages = await source.read();
  const answer = (comment: string, reviewReplyState?: string) => ({
    reviewReply: { comment, updateTime: new Date(NOW - 60_000).toISOString(), reviewReplyState },
  });
  place.change('Review 0', answer('Thank you', 'APPROVED'));
  place.change('Review 1', answer('Not yet to be seen', 'PENDING'));
  place.change('Review 2', answer('Never to be seen', 'REJECTED'));
  expect(textsOfPages(await source.read(pages.at(-1)!.cursor))).toEqual(['Thank you']);
});

test('a review that is shown hours after it was written is met', async () => {
  const { place, source } = openPlace();
  place.publish('Shown at once', NOW);
  const pages = await source.read();
  place.publish('Shown late', NOW - 20 * 3_600_000);
  expect(textsOfPages(await source.read(pages.at(-1)!.cursor))).toEqual(['Shown late']);
});

describe('held reviews and answers', () => {
  const nameOf = (nth: number) => `${LOCATION}/reviews/r${nth}`;
  const asked = (urls: readonly string[]) => urls.map((url) => new URL(url).pathname.replace(`/v4/${LOCATION}/`, ''));

  test('are looked for in the list, and what it leaves out is asked for by itself', async () => {
    const { place, http, source } = openPlace();
    place.publish('Stays', NOW, { reviewReply: { comment: 'Thank you', updateTime: new Date(NOW).toISOString() } });
    place.publish('Goes', NOW);
    place.publish('Only stars now', NOW);
    place.setGone('Goes', true);
    place.change('Only stars now', { comment: '' });
    const ops = await source.recheck(nameOf(0), `${nameOf(0)}/reply`, nameOf(1), `${nameOf(1)}/reply`, nameOf(2));
    expect(ops.map(describeOp)).toEqual([
      'Stays',
      'Thank you',
      `${nameOf(1)} is gone (user)`,
      `${nameOf(1)}/reply is gone (user)`,
      `${nameOf(2)} is gone (user)`,
    ]);
    expect(ops[0]).toMatchObject({ item: { organisation: 'RR8' } });
    expect(asked(http.requests.slice(1).map(({ url }) => url))).toEqual(['reviews', 'reviews/r1', 'reviews/r1']);
  });

  test('are not all gone when their place is', async () => {
    const http = createScriptedHttp((url) =>
      url.pathname === '/token'
        ? { json: { access_token: 't', expires_in: 60 } }
        : { status: 404, json: { error: { status: 'NOT_FOUND' } } },
    );
    const source = openConnector('google-business', raw, http, NOW);
    await expect(source.recheck(nameOf(0), nameOf(1))).rejects.toMatchObject({
      outcome: { type: 'config', setting: 'sources.google-business.locations' },
    });
  });

  test('of a place that can’t be asked any more hold up no others', async () => {
    const { place, source } = openPlace();
    place.publish('Stays', NOW);
    const ops = await source.recheck('accounts/1/locations/9/reviews/r0', nameOf(0));
    expect(ops.map(describeOp)).toEqual(['Stays']);
    expect(source.warnings).toEqual([expect.stringContaining('sources.google-business.locations')]);
  });

  test('an answer that Google looks at once more stays meanwhile', async () => {
    const { place, source } = openPlace();
    place.publish('Stays', NOW, {
      reviewReply: { comment: 'Thanks', updateTime: new Date(NOW).toISOString(), reviewReplyState: 'PENDING' },
    });
    expect(await source.recheck(`${nameOf(0)}/reply`)).toEqual([]);
  });
});

describe('refusals', () => {
  const answering = (token: object, status = 200, details: object[] = []) =>
    createScriptedHttp((url) => (url.pathname === '/token' ? token : { status, json: { error: { status: 'X', details } } }));
  const good = { json: { access_token: 't', expires_in: 60 } };
  test.each([
    [
      'a refresh token that is not valid any more',
      answering({ status: 400, json: { error: 'invalid_grant' } }),
      'config',
      'sources.google-business.refreshToken',
    ],
    [
      'a client that Google doesn’t know',
      answering({ status: 401, json: { error: 'invalid_client' } }),
      'config',
      'sources.google-business.clientSecret',
    ],
    [
      'a token without the scope',
      answering(good, 403, [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }]),
      'config',
      'sources.google-business.refreshToken',
    ],
    [
      'a project for which the API is not switched on',
      answering(good, 403, [{ reason: 'SERVICE_DISABLED' }]),
      'config',
      'sources.google-business.clientId',
    ],
    [
      'a project that Google has not approved, told as too many requests',
      answering(good, 429, [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '0' } }]),
      'config',
      'sources.google-business.clientId',
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
  const textOf = (comment: string) => itemsOf(review({ comment }), 'RR8', '')[0].text;

  test.each([
    ['(Translated by Google) Kind nurses\n\n(Original)\nMiłe pielęgniarki', 'Miłe pielęgniarki'],
    ['Miłe pielęgniarki\n\n(Translated by Google)\nKind nurses', 'Miłe pielęgniarki'],
    ['(Translated by Google) Kind nurses', 'Kind nurses'],
    ['Kind nurses', 'Kind nurses'],
    ['', ''],
  ])('%j is read in the words it was written in', (comment, text) => {
    expect(textOf(comment)).toBe(text);
  });

  test('whose words are made to be slow is read at once', () => {
    const started = performance.now();
    textOf(`(Translated by Google)${' '.repeat(99_000)}`);
    textOf('\n'.repeat(99_000));
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('names nobody, and its answer is a response', () => {
    const [item, reply] = itemsOf(review({ reviewReply: { comment: 'Thank you', updateTime: '2026-11-16T10:00:00Z' } }), 'RR8', '');
    expect(JSON.stringify(item)).not.toMatch(/author|Nobody/);
    expect(reply).toMatchObject({ kind: 'response', text: 'Thank you', parentId: item.nativeId, progress: 'answered' });
  });
});
