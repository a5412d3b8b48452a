import { expect, it } from 'vitest';
import { bucketLabel, volumeBySentiment } from './volume-by-sentiment.ts';

const point = (start: string, positive: number, negative: number) => ({
  startMs: Date.parse(start),
  posts: positive + negative,
  sentiment: { positive, neutral: 0, mixed: 0, negative },
});

it('stacks the four sentiments in one order, each with a pattern of its own', () => {
  const { series, color } = volumeBySentiment([point('2026-11-16T00:00Z', 3, 1), point('2026-11-17T00:00Z', 0, 2)], 'day');
  expect(series.map(({ name, data }) => [name, data])).toEqual([
    ['Positive', [3, 0]],
    ['Neutral', [0, 0]],
    ['Mixed', [0, 0]],
    ['Negative', [1, 2]],
  ]);
  expect(new Set(series.map(({ itemStyle }) => JSON.stringify(itemStyle.decal))).size).toBe(4);
  expect(color).toHaveLength(4);
});

it('labels buckets with London dates and hours', () => {
  expect(bucketLabel(Date.parse('2026-06-30T23:00Z'), 'day')).toBe('1 Jul');
  expect(bucketLabel(Date.parse('2026-06-30T13:00Z'), 'hour')).toBe('30 Jun 14:00');
});
