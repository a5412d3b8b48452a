import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPost, idOf } from '#core/test-support/analysed-post.ts';
import { NOW_MS, openWorld, type World } from '../test-support/world.ts';

const HOUR_MS = 3_600_000;
const VOICE = idOf('a voice');
let world: World;

function body(answer: { body: Record<string, unknown> }) {
  return answer.body as { items: { id: string; text: string }[]; total: number; nextCursor: string | null; basis: Record<string, unknown> };
}

beforeAll(async () => {
  world = await openWorld();
  await world.save(
    buildPost({
      name: 'ward',
      voice: VOICE,
      text: 'The ward was spotless in Leeds',
      createdAtMs: NOW_MS - HOUR_MS,
      sentiment: 'positive',
      themes: ['staff.kindness'],
      places: ['RR8', 'QWO'],
      insight: {
        organisations: [{ ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', basis: 'alias', start: 25, end: 30 }],
        themes: [{ id: 'staff.kindness', score: 0.8, sentiment: 'positive', words: [{ start: 4, end: 8, weight: 1.2 }] }],
        clauses: [{ start: 0, end: 21, inTitle: true, sentiment: 'positive', score: 0.7, themes: ['staff.kindness'] }],
        emotion: { label: 'joy', confidence: 0.8 },
        offensive: 0.02,
      },
    }),
    buildPost({
      name: 'wait',
      text: 'Waited nine hours',
      createdAtMs: NOW_MS - 2 * HOUR_MS,
      sentiment: 'negative',
      themes: ['access.waiting'],
    }),
    buildPost({
      name: 'copy',
      text: 'Waited nine hours!',
      createdAtMs: NOW_MS - 3 * HOUR_MS,
      source: 'mastodon',
      kind: 'reshare',
      cluster: idOf('wait'),
    }),
    buildPost({ name: 'news', text: 'Ward closes, says trust', createdAtMs: NOW_MS - 4 * HOUR_MS, relevance: 'news' }),
    buildPost({ name: 'old', text: 'The ward last year', createdAtMs: NOW_MS - 300 * 24 * HOUR_MS }),
  );
});

afterAll(() => world[Symbol.asyncDispose]());

describe('GET /v1/posts', () => {
  it('lists experiences and opinions of the last 28 days, newest first, and says so', async () => {
    const answer = await world.get('/v1/posts');
    expect(answer.status).toBe(200);
    const { items, total, nextCursor, basis } = body(answer);
    expect(items.map((item) => item.id)).toEqual(['ward', 'wait', 'copy'].map(idOf));
    expect([total, nextCursor]).toEqual([3, null]);
    expect(basis).toEqual({
      range: { from: '2026-10-21T23:00:00.000Z', to: '2026-11-19T00:00:00.000Z', timeZone: 'Europe/London' },
      relevance: { kinds: ['experience', 'opinion'], by: 'default' },
      versions: { model: 'model-1', taxonomy: 'test-1', redactor: 'redactor-1', note: expect.any(String) },
      synthetic: false,
    });
  });

  it.each([
    ['q=wait*', ['wait', 'copy']],
    ['q=ward&relevance=all', ['ward', 'news']],
    ['q=relevance:news', ['news']],
    ['theme=staff', ['ward']],
    ['theme=-staff.kindness', ['wait', 'copy']],
    ['place=rr8', ['ward']],
    ['source=mastodon', ['copy']],
    ['sentiment=positive,negative', ['ward', 'wait']],
    ['kind=-reshare', ['ward', 'wait']],
    ['kind=reshare', ['copy']],
    ['q=ward&from=2026-01-01', ['ward', 'old']],
    ['to=2026-11-18T12:30:00Z', ['copy']],
    ['from=2026-11-18T13:00:00Z&to=2026-11-18T14:00:00Z', ['wait']],
    ['lang=cy', []],
  ])('%s', async (query, names) => {
    expect(body(await world.get(`/v1/posts?${query}`)).items.map((item) => item.id)).toEqual(names.map(idOf));
  });

  it('pages without losing or repeating a post', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = body(await world.get(`/v1/posts?limit=1&order=oldest${cursor && `&cursor=${cursor}`}`));
      seen.push(...page.items.map((item) => item.id));
      expect(page.total).toBe(3);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['copy', 'wait', 'ward'].map(idOf));
  });

  it('points at the character where a query goes wrong', async () => {
    const { status, body: problem } = await world.get('/v1/posts?q=(ward AND');
    expect(status).toBe(400);
    expect(problem).toMatchObject({ type: 'urn:earshot:problem:query-syntax', code: 'query-syntax', parameter: 'q', position: 9 });
  });

  it.each([
    ['q=' + 'a'.repeat(257), 'query-syntax'],
    ['limit=101', 'invalid-parameter'],
    ['limit=0', 'invalid-parameter'],
    ['limit=ten', 'invalid-parameter'],
    ['limit=1&limit=2', 'invalid-parameter'],
    ['order=best', 'invalid-parameter'],
    ['sentiment=angry', 'invalid-parameter'],
    ['theme=acess', 'invalid-parameter'],
    ['from=yesterday', 'invalid-parameter'],
    ['from=2026-11-16T10:00:00', 'invalid-parameter'],
    ['from=2025-01-01&to=2026-11-01', 'range-not-allowed'],
    ['form=2026-11-16', 'unknown-parameter'],
    ['cursor=abc', 'invalid-cursor'],
  ])('refuses %s as %s and says why', async (query, code) => {
    const { status, body: problem } = await world.get(`/v1/posts?${query}`);
    expect(status).toBe(400);
    expect(problem['code']).toBe(code);
    expect(String(problem['detail']).length).toBeGreaterThan(20);
  });
});

describe('GET /v1/posts/{id}', () => {
  it('shows the post with names, and counts its near-copies', async () => {
    expect((await world.get(`/v1/posts/${idOf('wait')}`)).body).toMatchObject({ text: 'Waited nine hours', nearCopies: 1 });
    expect((await world.get(`/v1/posts/${idOf('ward')}`)).body).toMatchObject({
      createdAt: '2026-11-18T14:00:00.000Z',
      themes: [
        {
          id: 'staff.kindness',
          name: 'Kindness',
          category: 'Staff',
          score: 0.8,
          sentiment: 'positive',
          words: [{ start: 4, end: 8, inTitle: false, weight: 1.2 }],
        },
      ],
      clauses: [{ start: 0, end: 21, inTitle: true, sentiment: 'positive', score: 0.7, themes: ['staff.kindness'] }],
      emotion: { label: 'joy', confidence: 0.8 },
      offensive: 0.02,
      organisations: [{ ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', basis: 'alias', start: 25, end: 30 }],
      places: [
        { ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', level: 'organisation' },
        { ods: 'QWO', name: 'NHS West Yorkshire Integrated Care Board', level: 'icb' },
      ],
      nearCopies: 0,
    });
  });

  it('shows a post that was analysed before reasons were kept', async () => {
    expect((await world.get(`/v1/posts/${idOf('wait')}`)).body).toMatchObject({
      themes: [{ id: 'access.waiting', words: [] }],
      clauses: [],
      emotion: null,
      offensive: null,
    });
  });

  it('shows no pseudonym', async () => {
    const answer = await world.request(`/v1/posts/${idOf('ward')}`);
    expect(await answer.text()).not.toContain(VOICE);
  });

  it('knows nothing of an id that is not there, and refuses one that is none', async () => {
    expect((await world.get(`/v1/posts/${idOf('nobody')}`)).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await world.get('/v1/posts/1')).body).toMatchObject({ status: 400, code: 'invalid-parameter', parameter: 'id' });
  });
});
