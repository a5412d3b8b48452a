import { londonDate, londonOffsetMs, type Interval } from '../calendar.ts';
import { SENTIMENT_LABELS } from '../insight.ts';
import type { SentimentCounts } from '../ports/post-store.ts';
import { FONT, INK, PALETTE, RULE } from './palette.ts';

export interface VolumePoint {
  startMs: number;
  posts: number;
  sentiment: SentimentCounts;
}

/** One fill pattern a category, so that the bars can be told apart without colour. */
const DECALS = [
  { symbol: 'none' },
  { dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.6,
  },
  { dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
].map((decal) => ({ ...decal, color: 'rgba(255,255,255,0.55)' }));

/**
 * ECharts options for posts over time, stacked by sentiment. Posts without an analysed sentiment are in no bar: the text beside the
 * chart has to say how many they are.
 */
export function volumeBySentiment(points: readonly VolumePoint[], interval: Interval) {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK, fontSize: 14 },
    color: [...PALETTE],
    grid: { left: 8, right: 8, top: 44, bottom: 8, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
    legend: { top: 0, left: 0, itemWidth: 22, itemHeight: 14, selectedMode: false as const, textStyle: { fontSize: 14, color: INK } },
    tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const }, confine: true, renderMode: 'richText' as const },
    xAxis: {
      type: 'category' as const,
      data: points.map((point) => bucketLabel(point.startMs, interval)),
      axisTick: { alignWithLabel: true },
      axisLine: { lineStyle: { color: INK } },
      axisLabel: { hideOverlap: true, color: INK },
    },
    yAxis: {
      type: 'value' as const,
      minInterval: 1,
      splitLine: { lineStyle: { color: RULE } },
      axisLabel: { color: INK },
    },
    series: SENTIMENT_LABELS.map((label, index) => ({
      name: label[0]!.toUpperCase() + label.slice(1),
      type: 'bar' as const,
      stack: 'sentiment',
      barCategoryGap: '20%',
      itemStyle: { decal: DECALS[index] },
      data: points.map((point) => point.sentiment[label]),
    })),
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A bucket's short name in London's time: "16 Nov", or "16 Nov 14:00" for an hour. */
export function bucketLabel(startMs: number, interval: Interval): string {
  const [, month, day] = londonDate(startMs).split('-').map(Number) as [number, number, number];
  const date = `${day} ${MONTHS[month - 1]}`;
  if (interval !== 'hour') return date;
  const hour = new Date(startMs + londonOffsetMs(startMs)).getUTCHours();
  return `${date} ${String(hour).padStart(2, '0')}:00`;
}
