import { EMOTIONS, type EmotionInsight } from '#core/insight.ts';
import { createExplainer } from '#core/language/heads/explain.ts';
import { likeliest } from '#core/language/heads/linear-head.ts';
import type { Reading, Understanding } from '#core/language/heads/understanding.ts';
import { judgeSentiment } from '#core/language/judge-sentiment.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';
import { wordsFor } from '../explain-words.ts';
import type { Understand } from '../understand.ts';

/** How a post feels as a whole, title and text together, and which words say so. */
export function createScoreSentiment(
  understanding: Understanding,
  understand: Understand,
  shouldAnalyse: ShouldAnalyse,
): Stage<Draft, Draft> {
  const explain = createExplainer(understanding.vocabularySize);

  function emotionOf(reading: Reading): EmotionInsight {
    const probabilities = understanding.probabilities('emotion', reading);
    const label = likeliest(probabilities);
    return { label: EMOTIONS[label]!, confidence: probabilities[label]! };
  }

  return function scoreSentiment(batch) {
    return batch.map((draft) => {
      if (!shouldAnalyse(draft)) return keep(draft);
      const { genre, question } = draft.post;
      const understood = understand(draft);
      const { reading, feelings } = understood;
      const sentiment = judgeSentiment({ reading, genre, clauses: feelings, text: draft.read.text, question }, understanding);
      if (reading.isEmpty) return keep(withInsight(draft, { sentiment: { ...sentiment, words: [] } }));
      const head = understanding.head(genre === 'feedback' ? 'feedback-sentiment' : 'post-sentiment');
      const label = head.labels.indexOf(sentiment.label);
      const words = label < 0 ? [] : wordsFor(understood, explain(reading, head, label));
      return keep(
        withInsight(draft, {
          sentiment: { ...sentiment, words },
          emotion: emotionOf(reading),
          offensive: understanding.probabilities('offensive', reading)[1]!,
        }),
      );
    });
  };
}
