import { useEffect, useRef } from 'react';
import type { VolumePoint } from '#core/charts/volume-by-sentiment.ts';
import type { Interval } from '#core/calendar.ts';

interface Props {
  points: VolumePoint[];
  interval: Interval;
  /** What the chart shows, for people who can't see it. */
  label: string;
  /** A column was clicked. Everything that it does can be done from the table too. */
  onPick: (index: number) => void;
}

/** The chart library is loaded when a chart is shown, and only the parts that are used. */
export function VolumeChart({ points, interval, label, onPick }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    const state = { isGone: false, dispose: () => undefined as void };
    async function draw() {
      const { drawVolume } = await import('../draw-volume.ts');
      if (!state.isGone && element.current) state.dispose = drawVolume(element.current, points, interval, (index) => pick.current(index));
    }
    void draw();
    return () => {
      state.isGone = true;
      state.dispose();
    };
  }, [points, interval]);

  return <div className="chart" ref={element} role="img" aria-label={label} />;
}
