import { clauseValences, ruleSentiment } from '#core/language/rule-sentiment.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';

/** How a post feels as a whole, title and text together. */
export function createScoreSentiment(shouldAnalyse: ShouldAnalyse): Stage<Draft, Draft> {
  return function scoreSentiment(batch) {
    return batch.map((draft) => {
      if (!shouldAnalyse(draft)) return keep(draft);
      const { read, title } = draft;
      const clauses = [...(title ? clauseValences(title) : []), ...clauseValences(read)];
      return keep(withInsight(draft, { sentiment: ruleSentiment(clauses, read.words.length + (title?.words.length ?? 0)) }));
    });
  };
}
