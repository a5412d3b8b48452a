import type { Reading, Understanding } from '../language/heads/understanding.ts';
import type { RuledTheme } from './define-themes.ts';

export interface ThemeScore {
  id: string;
  /** 0 … 1. */
  score: number;
  /** Whether the theme counts as found. */
  over: boolean;
}

/** A rule matched or it didn't: nothing makes it certain. */
const RULE_SCORE = 0.6;

/**
 * Scores of all themes: by the head where it has learned the theme from examples, else by the theme's rule. In posts, whose words differ from
 * those of the survey answers that the head learned from, a rule that fired is enough.
 */
export function createThemeScorer(themes: readonly RuledTheme[], understanding: Understanding) {
  const head = understanding.head('themes');
  const labelOf = new Map(head.labels.map((id, label) => [id, label]));

  return function scoreThemes(reading: Reading, fired: ReadonlySet<string>, isFeedback: boolean): ThemeScore[] {
    const probabilities = head.probabilities(reading.vector);
    return themes.map(({ id }) => {
      const label = labelOf.get(id);
      const byRule = fired.has(id);
      if (label === undefined || !head.learned[label]) return { id, score: byRule ? RULE_SCORE : 0, over: byRule };
      const score = reading.isEmpty ? 0 : probabilities[label]!;
      const isOver = !reading.isEmpty && score >= head.thresholds[label]!;
      if (isFeedback || isOver || !byRule) return { id, score, over: isOver };
      return { id, score: Math.max(score, RULE_SCORE), over: true };
    });
  };
}
