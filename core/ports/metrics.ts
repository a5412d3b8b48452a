/** Counters, gauges and timings. Labels are few and of low cardinality: never text, a handle or an id. */
export interface Metrics {
  count(name: CounterName, labels: Labels, by?: number): void;
  set(name: GaugeName, labels: Labels, value: number): void;
  observeSeconds(name: TimingName, labels: Labels, seconds: number): void;
  /** Everything, in Prometheus' text format. */
  expose(): Promise<string>;
}

export type Labels = Record<string, string>;

/** Name, help and label names of every metric; the exposed names are these. */
export const COUNTERS = {
  earshot_posts_collected_total: { help: 'Operations that sources handed over', labels: ['source'] },
  earshot_posts_stored_total: { help: 'Posts stored', labels: ['source'] },
  earshot_posts_dropped_total: { help: 'Posts dropped on purpose', labels: ['source', 'reason'] },
  earshot_posts_quarantined_total: { help: 'Posts set aside', labels: ['source', 'reason'] },
  earshot_posts_erased_total: { help: 'Posts forgotten, or kept out by a tombstone', labels: ['source'] },
  earshot_bulk_items_total: { help: 'Items of bulk writes to the store', labels: ['outcome'] },
  earshot_source_requests_total: { help: 'Requests to sources', labels: ['source', 'outcome'] },
  earshot_http_requests_total: { help: 'API requests', labels: ['route', 'method', 'status'] },
} as const satisfies Record<string, MetricDefinition>;

export const GAUGES = {
  earshot_oldest_pending_age_seconds: { help: 'Age of the oldest batch that waits', labels: ['queue'] },
  earshot_queue_jobs: { help: 'Jobs by state', labels: ['queue', 'state'] },
  earshot_ledger_posts: { help: 'The ledger: operations by what became of them', labels: ['source', 'outcome'] },
  earshot_ledger_difference: {
    help: 'collected - (stored + dropped + quarantined + erased + pending): 0 unless posts were lost',
    labels: ['source'],
  },
  earshot_batches_missing: { help: 'Batches that are neither settled nor in the queue: lost work', labels: [] },
  earshot_source_up: { help: '1 if the last contact with the source succeeded', labels: ['source'] },
} as const satisfies Record<string, MetricDefinition>;

export const TIMINGS = {
  earshot_stage_duration_seconds: { help: 'Time of one pipeline stage on one batch', labels: ['stage'] },
  earshot_batch_duration_seconds: { help: 'Time of one batch from start to settled', labels: [] },
  earshot_searchable_lag_seconds: { help: 'Time from collected to searchable', labels: ['source'] },
  earshot_http_request_duration_seconds: { help: 'Time of an API request', labels: ['route', 'method'] },
} as const satisfies Record<string, MetricDefinition>;

export interface MetricDefinition {
  help: string;
  labels: readonly string[];
}

export type CounterName = keyof typeof COUNTERS;
export type GaugeName = keyof typeof GAUGES;
export type TimingName = keyof typeof TIMINGS;
