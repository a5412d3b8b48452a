import type { Metrics } from '#core/ports/metrics.ts';
import type { AnalyseDeps } from '#workers/handle-analyse-job.ts';
import { createPipeline } from '#workers/pipeline/pipeline.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Profile } from './profile.ts';

/** The pipeline over a profile's stores, its stages timed. */
export function composePipeline({ posts, coordination, clock }: Profile, metrics: Metrics): AnalyseDeps['analyse'] {
  return createPipeline({
    ...loadKnowledge(),
    posts,
    duplicates: coordination.duplicates,
    clock,
    time: (stage, seconds) => metrics.observeSeconds('earshot_stage_duration_seconds', { stage }, seconds),
  });
}
