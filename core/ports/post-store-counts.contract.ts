import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, intervalStarts, type Interval } from '../calendar.ts';
import type { AnalysedPost } from '../insight.ts';
import { buildPost, idOf, type PostOverrides } from '../test-support/analysed-post.ts';
import { MATCH_ALL, type QueryNode } from '../query.ts';
import type { OpenPostStore } from './post-store.contract.ts';
import type { Dimension, Estimate, PostStore } from './post-store.ts';

const POSTS: PostOverrides[] = [
  { voice: idOf('ann'), sentiment: 'negative', themes: ['access.waiting', 'access.parking'], places: ['RR8', 'Y63'] },
  { voice: idOf('ann'), sentiment: 'negative', themes: ['access.waiting'], places: ['RR8', 'Y63'], source: 'rss', kind: 'story' },
  { voice: idOf('bob'), sentiment: 'positive', themes: ['staff.attitude'], places: ['RJZ'], cluster: idOf('cluster'), lang: 'cy' },
  { sentiment: 'mixed', cluster: idOf('cluster'), relevance: 'news' },
  { voice: idOf('cat'), sentiment: null, lang: 'pl', kind: 'reply' },
];

const BUCKETS: Record<Dimension, [key: string, posts: number, voices: number, clusters: number][]> = {
  theme: [
    ['access', 2, 1, 2],
    ['access.waiting', 2, 1, 2],
    ['access.parking', 1, 1, 1],
    ['staff', 1, 1, 1],
    ['staff.attitude', 1, 1, 1],
  ],
  place: [
    ['RR8', 2, 1, 2],
    ['Y63', 2, 1, 2],
    ['RJZ', 1, 1, 1],
  ],
  source: [
    ['bluesky', 4, 3, 3],
    ['rss', 1, 1, 1],
  ],
  sentiment: [
    ['negative', 2, 1, 2],
    ['mixed', 1, 0, 1],
    ['positive', 1, 1, 1],
  ],
  lang: [
    ['en', 3, 1, 3],
    ['cy', 1, 1, 1],
    ['pl', 1, 1, 1],
  ],
  kind: [
    ['post', 3, 2, 2],
    ['reply', 1, 1, 1],
    ['story', 1, 1, 1],
  ],
  relevance: [
    ['experience', 4, 3, 4],
    ['news', 1, 0, 1],
  ],
};

const exactly = (value: number): Estimate => ({ value, approximate: false });
const NEGATIVE: QueryNode = { type: 'field', field: 'sentiment', value: 'negative' };

export function specifyCounts(open: OpenPostStore): void {
  describe('counts', () => {
    it('totals posts, voices, clusters and sentiment', async () => {
      await using store = await openWith(
        open,
        POSTS.map((post, n) => buildPost({ name: `post ${n}`, ...post })),
      );
      expect(await store.totals({ where: MATCH_ALL })).toEqual({
        posts: 5,
        voices: exactly(3),
        clusters: exactly(4),
        sentiment: { positive: 1, neutral: 0, mixed: 1, negative: 2 },
      });
      expect(await store.totals({ where: NEGATIVE })).toMatchObject({ posts: 2, voices: exactly(1), clusters: exactly(2) });
      expect(await store.totals({ where: { type: 'none' } })).toEqual({
        posts: 0,
        voices: exactly(0),
        clusters: exactly(0),
        sentiment: { positive: 0, neutral: 0, mixed: 0, negative: 0 },
      });
    });

    for (const [by, expected] of Object.entries(BUCKETS) as [Dimension, (typeof BUCKETS)[Dimension]][]) {
      it(`counts by ${by}, most posts first, ties by key`, async () => {
        await using store = await openWith(
          open,
          POSTS.map((post, n) => buildPost({ name: `post ${n}`, ...post })),
        );
        const buckets = await store.aggregate({ where: MATCH_ALL, by, limit: 500 });
        expect(buckets.map((bucket) => [bucket.key, bucket.posts, bucket.voices.value, bucket.clusters.value])).toEqual(expected);
        expect(buckets.some((bucket) => bucket.voices.approximate || bucket.clusters.approximate)).toBe(false);
        const first = await store.aggregate({ where: MATCH_ALL, by, limit: 1 });
        expect(first).toEqual(buckets.slice(0, 1));
      });
    }

    it('counts the sentiment of each bucket, within the query and the dates', async () => {
      const posts = POSTS.map((post, n) => buildPost({ name: `post ${n}`, ...post, createdAtMs: 1.7e12 + n }));
      await using store = await openWith(open, posts);
      const [bucket] = await store.aggregate({ where: MATCH_ALL, by: 'source', limit: 1, fromMs: 1.7e12 + 1, toMs: 1.7e12 + 4 });
      expect(bucket).toMatchObject({ key: 'bluesky', posts: 2, sentiment: { positive: 1, neutral: 0, mixed: 1, negative: 0 } });
      expect(await store.aggregate({ where: NEGATIVE, by: 'lang', limit: 5 })).toMatchObject([{ key: 'en', posts: 2 }]);
      expect(await store.aggregate({ where: { type: 'none' }, by: 'lang', limit: 5 })).toEqual([]);
    });

    const changes: [string, number][] = [
      ['to summer time, 29 March 2026', Date.UTC(2026, 2, 29)],
      ['to winter time, 25 October 2026', Date.UTC(2026, 9, 25)],
    ];
    for (const [name, changeMs] of changes) {
      for (const interval of ['hour', 'day', 'week'] as Interval[]) {
        it(`gives one point for each ${interval} of London's time over the change ${name}`, async () => {
          const fromMs = changeMs - (interval === 'week' ? 20 : 3) * DAY_MS;
          const toMs = changeMs + (interval === 'week' ? 20 : 3) * DAY_MS;
          const offsets = [
            -15 * DAY_MS,
            -DAY_MS - 1,
            -HOUR_MS,
            -1,
            0,
            HOUR_MS - 1,
            HOUR_MS,
            2 * HOUR_MS,
            23 * HOUR_MS - 1,
            23 * HOUR_MS,
            DAY_MS,
            8 * DAY_MS,
          ];
          const posts = offsets.map((offset, n) =>
            buildPost({ name: `post ${n}`, createdAtMs: changeMs + offset, voice: idOf(`voice ${n % 2}`), sentiment: 'negative' }),
          );
          await using store = await openWith(open, posts);
          const points = await store.series({ where: MATCH_ALL, fromMs, toMs, interval });
          const starts = intervalStarts(fromMs, toMs, interval);
          expect(points.map((point) => point.startMs)).toEqual(starts);
          for (const [n, point] of points.entries()) {
            const inside = posts.filter(
              ({ createdAtMs: at }) => at >= Math.max(point.startMs, fromMs) && at < Math.min(starts[n + 1] ?? toMs, toMs),
            );
            expect(point).toEqual({
              startMs: point.startMs,
              posts: inside.length,
              voices: exactly(new Set(inside.map((post) => post.voice)).size),
              sentiment: { positive: 0, neutral: 0, mixed: 0, negative: inside.length },
            });
          }
        });
      }
    }

    it('counts only what the query and the range hold, in series too', async () => {
      const noonMs = Date.UTC(2026, 9, 7, 12);
      const posts = [0, 1, 2].map((n) =>
        buildPost({ name: `post ${n}`, createdAtMs: noonMs + n * HOUR_MS, sentiment: n ? 'negative' : 'positive' }),
      );
      await using store = await openWith(open, posts);
      const range = { fromMs: noonMs, toMs: noonMs + 2 * HOUR_MS, interval: 'day' } as const;
      expect((await store.series({ where: NEGATIVE, ...range })).map((point) => point.posts)).toEqual([1]);
      expect((await store.series({ where: { type: 'none' }, ...range })).map((point) => point.posts)).toEqual([0]);
    });

    it('counts voices and clusters exactly below 3,000 and within 2 % above', async () => {
      const posts = Array.from({ length: 7_000 }, (_, n) =>
        buildPost({
          name: `post ${n}`,
          createdAtMs: 1.7e12 + n * 1_000,
          voice: idOf(`voice ${n % 5_000}`),
          source: n < 2_999 ? 'rss' : 'bluesky',
          text: 'busy',
        }),
      );
      await using store = await openWith(open, posts);
      const totals = await store.totals({ where: MATCH_ALL });
      expect(totals.posts).toBe(7_000);
      expectClose(totals.voices, 5_000);
      expectClose(totals.clusters, 7_000);
      const [bluesky, rss] = await store.aggregate({ where: MATCH_ALL, by: 'source', limit: 5 });
      expect(rss).toMatchObject({ posts: 2_999, voices: exactly(2_999), clusters: exactly(2_999) });
      expectClose(bluesky!.voices, 4_001);
      const [point] = await store.series({ where: MATCH_ALL, fromMs: 1.7e12, toMs: 1.7e12 + 7_000_000, interval: 'week' });
      expectClose(point!.voices, 5_000);
    });
  });
}

async function openWith(open: OpenPostStore, posts: AnalysedPost[]): Promise<PostStore> {
  const store = await open();
  for (let from = 0; from < posts.length; from += 500) await store.save(posts.slice(from, from + 500).map((post) => ({ post })));
  await store.refresh();
  return store;
}

function expectClose(estimate: Estimate, value: number): void {
  expect(Math.abs(estimate.value - value)).toBeLessThanOrEqual(estimate.approximate ? value * 0.02 : 0);
}
