import type { SentimentLabel, ThemeHit } from '#core/insight.ts';
import { clauseValences, labelOfValence } from '#core/language/clause-valence.ts';
import type { Understanding } from '#core/language/heads/understanding.ts';
import type { ReadText } from '#core/language/read-text.ts';
import { clauseAt } from '#core/language/read-text.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { evidenceOf } from '#core/taxonomy/find-themes.ts';
import { createThemeScorer } from '#core/taxonomy/score-themes.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import { withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';
import type { Understand } from '../understand.ts';

/** Finds themes; each feels as the clauses feel that its words stand in, or as the whole post where none of them is there. */
export function createClassifyThemes(
  { taxonomy, understanding }: { taxonomy: Taxonomy; understanding: Understanding },
  understand: Understand,
  shouldAnalyse: ShouldAnalyse,
): Stage<Draft, Draft> {
  const score = createThemeScorer(taxonomy.themes, understanding);
  const evidence = new Map(taxonomy.themes.map((theme) => [theme.id, evidenceOf(theme.where)]));

  /** Valence of each clause that holds a word of the theme. */
  function valencesOf(id: string, read: ReadText): number[] {
    const words = evidence.get(id)!;
    const clauses = new Set<number>();
    for (let position = 0; position < read.stems.length; position++) {
      if (words.has(read.stems[position]!)) clauses.add(clauseAt(read.clauses, position));
    }
    if (clauses.size === 0) return [];
    const valences = clauseValences(read);
    return [...clauses].map((clause) => valences[clause] ?? 0);
  }

  function hitsIn(draft: Draft): ThemeHit[] {
    const { reading, fired } = understand(draft);
    return score(reading, fired, draft.post.genre === 'feedback')
      .filter(({ over }) => over)
      .map(({ id, score }) => {
        const inText = valencesOf(id, draft.read);
        const valences = inText.length > 0 || !draft.title ? inText : valencesOf(id, draft.title);
        const sentiment = valences.length > 0 ? feelingOf(valences) : (draft.insight.sentiment?.label ?? 'neutral');
        return { id, score, sentiment };
      });
  }

  return function classifyThemes(batch) {
    return batch.map((draft) => {
      if (!shouldAnalyse(draft)) return keep(draft);
      return keep(withInsight(draft, { themes: hitsIn(draft).sort((left, right) => right.score - left.score) }));
    });
  };
}

function feelingOf(valences: readonly number[]): SentimentLabel {
  const labels = new Set(valences.map(labelOfValence));
  if (labels.has('positive') && labels.has('negative')) return 'mixed';
  if (labels.has('positive')) return 'positive';
  return labels.has('negative') ? 'negative' : 'neutral';
}
