import type { Clock } from '#core/clock.ts';
import { hasCode } from '#core/errors.ts';
import type { AnalysedPost } from '#core/insight.ts';
import type { Understanding } from '#core/language/heads/understanding.ts';
import type { Gazetteer } from '#core/organisations/gazetteer.ts';
import type { DuplicatesIndex } from '#core/ports/coordination.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import { sequence, type BatchResult, type StageTimer } from '#core/stage.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import { englishOnly, type Draft, type PipelineItem, type ShouldAnalyse } from './draft.ts';
import { createClassifyThemes } from './stages/classify-themes.ts';
import { createDetectLanguage } from './stages/detect-language.ts';
import { createDropDuplicates } from './stages/drop-duplicates.ts';
import { createFlagUrgency } from './stages/flag-urgency.ts';
import { createJudgeRelevance } from './stages/judge-relevance.ts';
import { createSavePosts } from './stages/save-posts.ts';
import { createScoreSentiment } from './stages/score-sentiment.ts';
import { createUnderstand, type Understand } from './understand.ts';
import { createTagOrganisations } from './stages/tag-organisations.ts';

export interface Knowledge {
  gazetteer: Pick<Gazetteer, 'directory' | 'find'>;
  taxonomy: Taxonomy;
  understanding: Understanding;
}

export interface PipelineDeps extends Knowledge {
  posts: PostStore;
  duplicates: DuplicatesIndex;
  clock: Clock;
  time?: StageTimer;
}

/** What is found out about each post, in order. Pure: needs no store. */
export function analysisStages(
  knowledge: Knowledge,
  shouldAnalyse: ShouldAnalyse = englishOnly,
  understand: Understand = createUnderstand(knowledge.taxonomy, knowledge.understanding),
) {
  const { gazetteer, understanding } = knowledge;
  return [
    createDetectLanguage(),
    createTagOrganisations(gazetteer.find),
    createJudgeRelevance(understanding, understand, shouldAnalyse),
    createScoreSentiment(understanding, understand, shouldAnalyse),
    createClassifyThemes(knowledge, understand, shouldAnalyse),
    createFlagUrgency(shouldAnalyse),
  ];
}

/** The whole way of a batch through the worker, in order. Throws EarshotError 'unavailable' while a store is away. */
export function createPipeline(deps: PipelineDeps): (items: readonly PipelineItem[]) => Promise<BatchResult<AnalysedPost>> {
  return sequence<AnalysedPost>(
    [createDropDuplicates(deps), ...analysisStages(deps), createSavePosts({ ...deps, directory: deps.gazetteer.directory })],
    {
      ...(deps.time ? { time: deps.time } : {}),
      isTransient: (error) => hasCode(error, 'unavailable'),
    },
  );
}

/**
 * The analysis alone, for texts that are not stored: it judges every language, so that nothing that was asked is left without an answer.
 * `understand`: of a caller that asks more of what was read, so that it is read once.
 */
export function createAnalysis(knowledge: Knowledge, understand?: Understand): (drafts: readonly Draft[]) => Promise<BatchResult<Draft>> {
  return sequence<Draft>(analysisStages(knowledge, () => true, understand));
}
