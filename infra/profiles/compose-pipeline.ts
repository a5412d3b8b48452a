import type { StageTimer } from '#core/stage.ts';
import type { AnalyseDeps } from '#workers/handle-analyse-job.ts';
import { createPipeline } from '#workers/pipeline/pipeline.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Profile } from './profile.ts';

type Stores = Pick<Profile, 'posts' | 'clock'> & { coordination: Pick<Profile['coordination'], 'duplicates'> };

/** The pipeline over a profile's stores, in this thread. Its models take 150 MB: import it only where posts are analysed. */
export function composePipeline({ posts, coordination, clock }: Stores, time?: StageTimer): AnalyseDeps['analyse'] {
  return createPipeline({ ...loadKnowledge(), posts, duplicates: coordination.duplicates, clock, ...(time ? { time } : {}) });
}
