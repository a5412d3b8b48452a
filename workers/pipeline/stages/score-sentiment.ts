import { EMOTIONS, type EmotionInsight, type SentimentLabel, type WeighedWord } from '#core/insight.ts';
import { explain } from '#core/language/heads/explain.ts';
import { likeliest, type LinearHead } from '#core/language/heads/linear-head.ts';
import type { Reading, Understanding } from '#core/language/heads/understanding.ts';
import { speaksOfCare } from '#core/language/judge-relevance.ts';
import { judgeSentiment, sentimentHeads } from '#core/language/judge-sentiment.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { judgedOf, withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';
import { wordsFor } from '../explain-words.ts';
import type { Understand, Understood } from '../understand.ts';

/** How a post feels as a whole, title and text together, and which words say so. */
export function createScoreSentiment(
  understanding: Understanding,
  understand: Understand,
  shouldAnalyse: ShouldAnalyse,
): Stage<Draft, Draft> {
  function emotionOf(reading: Reading): EmotionInsight {
    const probabilities = understanding.probabilities('emotion', reading);
    const label = likeliest(probabilities);
    return { label: EMOTIONS[label]!, confidence: probabilities[label]! };
  }

  /** By all heads that had a say. What is neither for nor against has words that pull both ways: what they add to the positive over the negative. */
  function wordsOf(understood: Understood, label: SentimentLabel, heads: readonly LinearHead[]): WeighedWord[] {
    const isSided = label === 'positive' || label === 'negative';
    const weights = isSided ? explain(understood.reading, heads, label) : explain(understood.reading, heads, 'positive', 'negative');
    return wordsFor(understood, weights, !isSided);
  }

  return function scoreSentiment(batch) {
    return batch.map((draft) => {
      if (!shouldAnalyse(draft)) return keep(draft);
      const { genre, question } = draft.post;
      const understood = understand(draft);
      const { reading, feelings } = understood;
      const isAboutCare = speaksOfCare(judgedOf(draft));
      const judged = { reading, genre, clauses: feelings, isAboutCare, text: draft.read.text, question };
      const sentiment = judgeSentiment(judged, understanding);
      const words = wordsOf(
        understood,
        sentiment.label,
        sentimentHeads(judged).map((name) => understanding.head(name)),
      );
      if (reading.isEmpty) return keep(withInsight(draft, { sentiment: { ...sentiment, words } }));
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
