import { useEffect, useRef } from 'react';
import type { VolumePoint } from '#core/charts/volume-by-sentiment.ts';
import type { Interval } from '#core/calendar.ts';

interface Props {
  points: VolumePoint[];
  interval: Interval;
  /** What the chart shows, for people who can't see it. */
  label: string;
}

/** The chart library is loaded when a chart is shown, and only the parts that are used. */
export function VolumeChart({ points, interval, label }: Props) {
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const state = { isGone: false, dispose: () => undefined as void };
    async function draw() {
      const { drawVolume } = await import('../draw-volume.ts');
      if (!state.isGone && element.current) state.dispose = drawVolume(element.current, points, interval);
    }
    void draw();
    return () => {
      state.isGone = true;
      state.dispose();
    };
  }, [points, interval]);

  return <div className="chart" ref={element} role="img" aria-label={label} />;
}
