import { judgeRelevance } from '#core/language/judge-relevance.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { withInsight, type Draft } from '../draft.ts';

/** Tags what a post is; readers see experience and opinion unless they ask for the rest. Nothing is dropped. */
export function createJudgeRelevance(): Stage<Draft, Draft> {
  return function judgeRelevances(batch) {
    return batch.map((draft) => keep(withInsight(draft, { relevance: judgeRelevance(draft.read, draft.post, draft.title) })));
  };
}
