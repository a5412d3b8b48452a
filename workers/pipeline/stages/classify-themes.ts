import type { ClauseInsight, SentimentLabel, ThemeHit } from '#core/insight.ts';
import { explain } from '#core/language/heads/explain.ts';
import type { Understanding } from '#core/language/heads/understanding.ts';
import { labelOfScore, type ClauseFeeling } from '#core/language/judge-clauses.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { createThemeScorer, type ThemeScore } from '#core/taxonomy/score-themes.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import { withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';
import { wordsFor, wordsOfRule } from '../explain-words.ts';
import { toScore, type Understand, type Understood } from '../understand.ts';

/** Finds themes; each feels as the clauses feel that carry it, or as the whole post where no clause does so alone. */
export function createClassifyThemes(
  { taxonomy, understanding }: { taxonomy: Taxonomy; understanding: Understanding },
  understand: Understand,
  shouldAnalyse: ShouldAnalyse,
): Stage<Draft, Draft> {
  const score = createThemeScorer(taxonomy.themes, understanding);
  const head = understanding.head('themes');

  function toHit(draft: Draft, understood: Understood, { id, score, clauses, label }: ThemeScore): ThemeHit {
    const words = label === null ? wordsOfRule(understood, id) : wordsFor(understood, explain(understood.reading, [head], id));
    return { id, score, sentiment: feelingOf(understood.feelings, clauses) ?? draft.insight.sentiment?.label ?? 'neutral', words };
  }

  return function classifyThemes(batch) {
    return batch.map((draft) => {
      if (!shouldAnalyse(draft)) return keep(draft);
      const understood = understand(draft);
      const found = score(toScore(draft, understood)).filter(({ over }) => over);
      const themes = found.map((theme) => toHit(draft, understood, theme)).sort((left, right) => right.score - left.score);
      const clauses = clausesOf(understood, found);
      return keep(withInsight(draft, clauses.length > 1 ? { themes, clauses } : { themes }));
    });
  };
}

function clausesOf({ clauses, feelings, place }: Understood, found: readonly ThemeScore[]): ClauseInsight[] {
  return clauses.map((clause, nth) => ({
    ...place(clause),
    sentiment: feelings[nth]!.label,
    score: feelings[nth]!.score,
    themes: found.filter((theme) => theme.clauses.includes(nth)).map(({ id }) => id),
  }));
}

/** Of the clauses together; mixed where some are positive and others negative. Undefined without clauses. */
function feelingOf(feelings: readonly ClauseFeeling[], clauses: readonly number[]): SentimentLabel | undefined {
  const own = clauses.map((clause) => feelings[clause]!).filter((feeling) => feeling !== undefined);
  if (own.length === 0) return undefined;
  const labels = new Set(own.map(({ label }) => label));
  if (labels.has('positive') && labels.has('negative')) return 'mixed';
  return labelOfScore(own.reduce((sum, { score }) => sum + score, 0) / own.length);
}
