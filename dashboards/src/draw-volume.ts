import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { volumeBySentiment, type VolumePoint } from '#core/charts/volume-by-sentiment.ts';
import type { Interval } from '#core/calendar.ts';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** Draws into `element` and follows its size. @returns a function that takes the chart away. */
export function drawVolume(element: HTMLElement, points: readonly VolumePoint[], interval: Interval): () => void {
  const chart = init(element, undefined, { renderer: 'svg' });
  chart.setOption(volumeBySentiment(points, interval));
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
