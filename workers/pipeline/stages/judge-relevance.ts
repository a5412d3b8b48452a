import type { Understanding } from '#core/language/heads/understanding.ts';
import { judgeRelevance } from '#core/language/judge-relevance.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { judgedOf, withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';
import type { Understand } from '../understand.ts';

/** Tags what a post is; readers see experience and opinion unless they ask for the rest. Nothing is dropped. */
export function createJudgeRelevance(
  understanding: Understanding,
  understand: Understand,
  shouldAnalyse: ShouldAnalyse,
): Stage<Draft, Draft> {
  return function judgeRelevances(batch) {
    return batch.map((draft) => {
      const learned = shouldAnalyse(draft) ? understanding.probabilities('relevance', understand(draft).reading) : null;
      return keep(withInsight(draft, { relevance: judgeRelevance(judgedOf(draft), learned) }));
    });
  };
}
