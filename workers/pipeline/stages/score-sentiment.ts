import { clauseValences } from '#core/language/clause-valence.ts';
import type { Understanding } from '#core/language/heads/understanding.ts';
import { judgeSentiment } from '#core/language/judge-sentiment.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';
import type { Understand } from '../understand.ts';

/** How a post feels as a whole, title and text together. */
export function createScoreSentiment(
  understanding: Understanding,
  understand: Understand,
  shouldAnalyse: ShouldAnalyse,
): Stage<Draft, Draft> {
  return function scoreSentiment(batch) {
    return batch.map((draft) => {
      if (!shouldAnalyse(draft)) return keep(draft);
      const { post, read, title } = draft;
      const { reading } = understand(draft);
      const clauses = [...(title ? clauseValences(title) : []), ...clauseValences(read)];
      const { genre, question } = post;
      return keep(withInsight(draft, { sentiment: judgeSentiment({ reading, genre, clauses, text: read.text, question }, understanding) }));
    });
  };
}
