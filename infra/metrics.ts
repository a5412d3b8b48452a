import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { COUNTERS, GAUGES, TIMINGS, type MetricDefinition, type Metrics } from '#core/ports/metrics.ts';

/** From a millisecond (one stage of a small batch) to ten minutes (a batch that waited for the store). */
const BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600];

/** Metrics in a registry of their own. `process`: memory, CPU and event loop of this process too. */
export function createMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counters = mapDefinitions(COUNTERS, (name, { help, labels }) => new Counter({ name, help, labelNames: labels, registers }));
  const gauges = mapDefinitions(GAUGES, (name, { help, labels }) => new Gauge({ name, help, labelNames: labels, registers }));
  const timings = mapDefinitions(
    TIMINGS,
    (name, { help, labels }) => new Histogram({ name, help, labelNames: labels, registers, buckets: BUCKETS_SECONDS }),
  );
  return {
    count: (name, labels, by = 1) => counters[name].inc(labels, by),
    set: (name, labels, value) => gauges[name].set(labels, value),
    observeSeconds: (name, labels, seconds) => timings[name].observe(labels, seconds),
    expose: () => registry.metrics(),
  };
}

function mapDefinitions<Name extends string, Metric>(
  definitions: Record<Name, MetricDefinition>,
  make: (name: Name, definition: MetricDefinition) => Metric,
): Record<Name, Metric> {
  const entries = (Object.entries(definitions) as [Name, MetricDefinition][]).map(([name, definition]) => [name, make(name, definition)]);
  return Object.fromEntries(entries) as Record<Name, Metric>;
}
