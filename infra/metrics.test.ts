import { describe, expect, it } from 'vitest';
import { COUNTERS, GAUGES, TIMINGS } from '#core/ports/metrics.ts';
import { createMetrics } from './metrics.ts';

describe('metrics', () => {
  it('exposes every metric of the port by its own name', async () => {
    const text = await createMetrics().expose();
    for (const name of Object.keys({ ...COUNTERS, ...GAUGES, ...TIMINGS })) expect(text).toContain(`# TYPE ${name} `);
  });

  it('counts, sets and times', async () => {
    const metrics = createMetrics();
    metrics.count('earshot_posts_stored_total', { source: 'rss' });
    metrics.count('earshot_posts_stored_total', { source: 'rss' }, 4);
    metrics.set('earshot_batches_missing', {}, 2);
    metrics.observeSeconds('earshot_stage_duration_seconds', { stage: 'clean' }, 0.02);
    const text = await metrics.expose();
    expect(text).toContain('earshot_posts_stored_total{source="rss"} 5');
    expect(text).toContain('earshot_batches_missing 2');
    expect(text).toContain('earshot_stage_duration_seconds_bucket{le="0.025",stage="clean"} 1');
  });

  it('tells how the process is doing when asked to', async () => {
    expect(await createMetrics({ process: true }).expose()).toContain('process_resident_memory_bytes');
  });
});
