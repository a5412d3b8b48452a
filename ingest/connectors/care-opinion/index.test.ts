import { describe, expect, test } from 'vitest';
import { createInventedCareOpinion, inventedStory } from '../../test-support/invented-care-opinion.ts';
import { describeOp, openConnector, textsOfPages } from '../../test-support/open-connector.ts';
import { responseSchema, storySchema, type Cursor } from './schema.ts';
import { responseToItem, storyToItem } from './to-item.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const DAY = 86_400_000;
const raw = { apiKey: 'key', baseUrl: 'https://care-opinion.example' };

function openPlace(more: object = {}) {
  const place = createInventedCareOpinion();
  const http = place.serve();
  return { place, http, source: openConnector('care-opinion', { ...raw, ...more }, http, NOW) };
}

test('the key goes as the service wants it, and the filter of the configuration narrows what is listed', async () => {
  const { http, source } = openPlace({ filter: { nacs: 'RR8' } });
  await source.read();
  expect(http.requests[0]!.headers).toMatchObject({ authorization: 'SUBSCRIPTION_KEY key' });
  expect(Object.fromEntries(new URL(http.requests[0]!.url).searchParams)).toMatchObject({ nacs: 'RR8', take: '100', format: 'json' });
});

test('a poll lists little again, and hands on what is new and what was changed', async () => {
  const { place, http, source } = openPlace();
  for (let n = 0; n < 250; n++) place.publish(`Story ${n}`, NOW - (300 - n) * 1_000);
  const cursor = (await source.read(undefined, { sinceMs: NOW - DAY })).at(-1)!.cursor as Cursor;
  expect(cursor).toMatchObject({ newestMs: NOW - 51_000, listed: 250 });
  place.change('Story 249', { progress: 'ChangePlanned' });
  place.publish('Story 250', NOW);
  const before = http.requests.length;
  const pages = await source.read(cursor);
  expect(textsOfPages(pages)).toEqual(['Story 249', 'Story 250']);
  expect(http.requests.slice(before).map(({ url }) => new URL(url).searchParams.get('skip'))).toEqual(['200']);
});

test('a story that is listed weeks late is met within a day', async () => {
  const { place, source } = openPlace();
  place.publish('Story', NOW - DAY);
  const { cursor } = (await source.read())[0]!;
  place.publish('Listed late', NOW - 20 * DAY);
  expect(textsOfPages(await source.read(cursor))).toEqual([]);
  await source.clock.advance(DAY);
  const [page] = await source.read(cursor);
  expect(textsOfPages([page!])).toEqual(['Listed late', 'Story']);
  expect(page!.cursor).toMatchObject({ reconciledMs: NOW + DAY, newestMs: NOW - DAY });
});

test('the service’s apology in place of a story is set aside, and the rest is read', async () => {
  const { place, source } = openPlace();
  place.publish('Story', NOW);
  place.publishRaw('Sorry! Something went wrong.', NOW);
  place.publishRaw({ id: 7, body: 'No date' }, NOW);
  expect(textsOfPages(await source.read())).toEqual(['Story']);
  expect(source.malformed.map(({ field }) => field)).toEqual(['dateOfPublication', 'item']);
});

test('held posts: their days are listed once, and only what is missing there is asked for by itself', async () => {
  const { place, http, source } = openPlace();
  const ids = Array.from({ length: 90 }, (_, n) => place.publish(`Story ${n}`, NOW - n * 60_000));
  const answered = place.publish('We are sorry', NOW, { links: [{ rel: 'opinion', id: ids[0] }] }, 'responses');
  place.setGone('Story 3', true);
  place.change('Story 4', { body: 'Story 4, edited' });
  const held = ids.map((id, n) => ({ nativeId: String(id), canonicalId: String(id), createdAtMs: NOW - n * 60_000 }));
  const ops = await source.recheck(...held, { nativeId: `response/${answered}`, canonicalId: `response/${answered}`, createdAtMs: NOW });
  expect(ops).toHaveLength(91);
  expect(ops.map(describeOp)).toEqual(expect.arrayContaining([`${ids[3]} is gone (user)`, 'Story 4, edited', 'We are sorry']));
  expect(ops.filter(({ op }) => op === 'delete')).toHaveLength(1);
  expect(http.requests.map(({ url }) => new URL(url).pathname)).toEqual([
    '/api/v2/opinions',
    `/api/v2/opinions/${ids[3]}`,
    '/api/v2/responses',
  ]);
});

describe('a story', () => {
  const item = (more: object) =>
    storyToItem(storySchema.parse({ ...inventedStory(123, 'Kind *nurses*', NOW), ...more }), new Date(NOW).toISOString());
  const service = (...ids: string[]) => ids.map((id) => ({ rel: 'healthservice', id, href: 'x' }));

  test('is dated by its publication, in UTC, and never names its writer', () => {
    expect(item({ dateOfPublication: '2026-11-15T23:30:00', author: 'nobody' })).toEqual({
      source: 'care-opinion',
      nativeId: '123',
      canonicalId: '123',
      kind: 'story',
      text: 'Kind nurses',
      createdAt: '2026-11-15T23:30:00.000Z',
      observedAt: '2026-11-16T09:00:00.000Z',
      organisation: 'RR8',
      lang: 'en',
      url: 'https://www.careopinion.org.uk/123',
    });
  });

  test.each([
    ['a site of a trust', service('RR801'), 'RR8'],
    ['several sites of one', service('RR801', 'RR813', 'RR8'), 'RR8'],
    ['a practice', service('b86001'), 'B86001'],
    ['two trusts', service('RR801', 'RAE01'), undefined],
    ['a service with a code of its own', service('NTPH1'), undefined],
    ['none', [], undefined],
  ])('about %s', (_name, links, organisation) => {
    expect(item({ links }).organisation).toBe(organisation);
  });

  test.each([
    ['ResponsePublished', 'answered'],
    ['A change is planned', 'change-planned'],
    ['ChangeMade', 'change-made'],
    ['AwaitingResponse', undefined],
    [null, undefined],
  ])('whose progress is %s', (progress, expected) => {
    expect(item({ progress }).progress).toBe(expected);
  });
});

test.each([
  [{ changeScore: 'No change', changeInt: 0 }, 'answered'],
  [{ changeScore: 'Change planned', changeInt: 1 }, 'change-planned'],
  [{ changeScore: 'Change made' }, 'change-made'],
  [{ changeInt: 2 }, 'change-made'],
  [{}, 'answered'],
])('an answer with %j', (more, progress) => {
  const parsed = responseSchema.parse({
    id: 9,
    body: 'We are sorry',
    dateOfPublication: '2026-11-16T08:00:00',
    links: [{ relation: 'opinion', id: 123 }],
    ...more,
  });
  expect(responseToItem(parsed, new Date(NOW).toISOString())).toMatchObject({
    kind: 'response',
    progress,
    parentId: '123',
    rootId: '123',
    nativeId: 'response/9',
  });
});
