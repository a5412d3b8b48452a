import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { volumeBySentiment, type VolumePoint } from '#core/charts/volume-by-sentiment.ts';
import type { Interval } from '#core/calendar.ts';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

const NARROW_PX = 400;

/**
 * Draws into `element` and follows its size; `onPick` gets the position of a column that is clicked. On a canvas, since the SVG
 * renderer and HTML tooltips write style attributes, which the content security policy refuses.
 *
 * @returns a function that takes the chart away.
 */
export function drawVolume(
  element: HTMLElement,
  points: readonly VolumePoint[],
  interval: Interval,
  onPick: (index: number) => void,
): () => void {
  const chart = init(element, undefined, { renderer: 'canvas' });
  chart.setOption(volumeBySentiment(points, interval));
  fitLegend();

  /** On a narrow screen the legend takes two rows. */
  function fitLegend(): void {
    chart.setOption({ grid: { top: element.clientWidth < NARROW_PX ? 68 : 44 } });
  }

  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    if (!chart.containPixel('grid', [offsetX, offsetY])) return;
    const [index] = chart.convertFromPixel('grid', [offsetX, offsetY]) as [number, number];
    if (points[index]) onPick(index);
  });
  const observer = new ResizeObserver(() => {
    chart.resize();
    fitLegend();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
