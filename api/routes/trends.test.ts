import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import { NOW_MS, openWorld, type World } from '../test-support/world.ts';

let world: World;

interface Point {
  start: string;
  end: string;
  date: string;
  week: string;
  partial: boolean;
  posts: number;
  voices: { value: number };
  sentiment: Record<string, number>;
}

function items(answer: { body: Record<string, unknown> }): Point[] {
  return answer.body['items'] as Point[];
}

beforeAll(async () => {
  world = await openWorld();
  await world.save(
    buildPost({ name: 'monday', voice: idOf('v1'), createdAtMs: Date.UTC(2026, 10, 16, 8), sentiment: 'negative' }),
    buildPost({ name: 'again', voice: idOf('v1'), createdAtMs: Date.UTC(2026, 10, 16, 9), sentiment: 'negative' }),
    buildPost({ name: 'tuesday', voice: idOf('v2'), createdAtMs: Date.UTC(2026, 10, 17, 8), sentiment: 'positive', source: 'rss' }),
    buildPost({ name: 'summer', createdAtMs: Date.UTC(2026, 9, 24, 22, 30) }),
    buildPost({ name: 'winter', createdAtMs: Date.UTC(2026, 9, 25, 23, 30) }),
  );
  await world.setStatus({
    id: 'bluesky',
    mode: 'stream',
    state: 'collecting',
    detail: null,
    collectedSinceMs: Date.UTC(2026, 9, 1),
    lastSuccessAtMs: NOW_MS,
    nextTryAtMs: null,
    gaps: [
      { fromMs: Date.UTC(2026, 10, 17, 2), toMs: Date.UTC(2026, 10, 17, 3), reason: 'cut' },
      { fromMs: Date.UTC(2026, 8, 1), toMs: Date.UTC(2026, 8, 2), reason: 'before' },
    ],
    updatedAtMs: NOW_MS,
  });
});

afterAll(() => world[Symbol.asyncDispose]());

describe('GET /v1/trends', () => {
  it('counts posts, voices and sentiment for each day, empty ones included', async () => {
    const answer = await world.get('/v1/trends?from=2026-11-15&to=2026-11-18');
    expect(items(answer).map(({ date, posts, voices, partial }) => [date, posts, voices.value, partial])).toEqual([
      ['2026-11-15', 0, 0, false],
      ['2026-11-16', 2, 1, false],
      ['2026-11-17', 1, 1, false],
    ]);
    expect(items(answer)[1]?.sentiment).toEqual({ positive: 0, neutral: 0, mixed: 0, negative: 2 });
  });

  it('says what the numbers rest on, gaps of the range included', async () => {
    const { body } = await world.get('/v1/trends?from=2026-11-15&to=2026-11-18');
    expect(body['basis']).toMatchObject({
      posts: 3,
      voices: { value: 2, approximate: false },
      range: { from: '2026-11-15T00:00:00.000Z', to: '2026-11-18T00:00:00.000Z' },
      sources: [
        { id: 'bluesky', posts: 2, gaps: [{ from: '2026-11-17T02:00:00.000Z', to: '2026-11-17T03:00:00.000Z', reason: 'cut' }] },
        { id: 'rss', posts: 1, gaps: [] },
      ],
      synthetic: false,
    });
  });

  it('names no gap of a source that was filtered out', async () => {
    const { body } = await world.get('/v1/trends?from=2026-11-15&to=2026-11-18&source=rss');
    expect(body['basis']).toMatchObject({ posts: 1, sources: [{ id: 'rss', posts: 1, gaps: [] }] });
  });

  it('makes 25 hours of the day on which clocks go back', async () => {
    const answer = await world.get('/v1/trends?interval=day&from=2026-10-25&to=2026-10-26');
    expect(items(answer)).toMatchObject([{ start: '2026-10-24T23:00:00.000Z', end: '2026-10-26T00:00:00.000Z', posts: 1 }]);
    expect(items(await world.get('/v1/trends?interval=hour&from=2026-10-25&to=2026-10-26'))).toHaveLength(25);
  });

  it('begins weeks on Monday and marks those that are cut short', async () => {
    const answer = await world.get('/v1/trends?interval=week&from=2026-11-03&to=2026-11-19');
    expect(items(answer).map(({ date, week, partial }) => [date, week, partial])).toEqual([
      ['2026-11-02', '2026-W45', true],
      ['2026-11-09', '2026-W46', false],
      ['2026-11-16', '2026-W47', true],
    ]);
  });

  it('looks at a span that suits the interval unless asked otherwise', async () => {
    expect(items(await world.get('/v1/trends?interval=hour'))).toHaveLength(7 * 24);
    expect(items(await world.get('/v1/trends'))).toHaveLength(28);
    const weeks = items(await world.get('/v1/trends?interval=week'));
    expect([weeks.length, weeks[0]?.partial, weeks.at(-1)?.partial]).toEqual([13, false, true]);
  });

  it('refuses more than 500 intervals', async () => {
    const { status, body } = await world.get('/v1/trends?interval=hour&from=2026-10-01&to=2026-11-01');
    expect([status, body['code'], body['parameter']]).toEqual([400, 'too-many-buckets', 'interval']);
  });
});
