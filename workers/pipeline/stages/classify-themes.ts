import type { SentimentLabel, ThemeHit } from '#core/insight.ts';
import type { ReadText } from '#core/language/read-text.ts';
import { clauseAt } from '#core/language/read-text.ts';
import { clauseValences, labelOfValence } from '#core/language/rule-sentiment.ts';
import { keep } from '#core/outcome.ts';
import type { Stage } from '#core/stage.ts';
import { createThemeFinder, evidenceOf } from '#core/taxonomy/find-themes.ts';
import type { Taxonomy } from '#core/taxonomy/taxonomy.ts';
import { withInsight, type Draft, type ShouldAnalyse } from '../draft.ts';

/** A rule matched or it didn't: more of its words in the text make it a little surer, and nothing makes it certain. */
const BASE_SCORE = 0.6;
const SCORE_STEP = 0.1;
const TOP_SCORE = 0.9;

/** Finds themes by their rules; each theme feels as the clauses feel that its words stand in. */
export function createClassifyThemes(taxonomy: Taxonomy, shouldAnalyse: ShouldAnalyse): Stage<Draft, Draft> {
  const find = createThemeFinder(taxonomy.themes);
  const evidence = new Map(taxonomy.themes.map((theme) => [theme.id, evidenceOf(theme.where)]));

  function hitsIn(read: ReadText): ThemeHit[] {
    const themes = find(read);
    if (themes.length === 0) return [];
    const valences = clauseValences(read);
    return themes.map(({ id }) => {
      const words = evidence.get(id)!;
      const found = new Set<string>();
      const clauses = new Set<number>();
      for (let position = 0; position < read.stems.length; position++) {
        const token = read.stems[position]!;
        if (!words.has(token)) continue;
        found.add(token);
        clauses.add(clauseAt(read.clauses, position));
      }
      const score = Math.min(TOP_SCORE, BASE_SCORE + SCORE_STEP * (found.size - 1));
      return { id, score, sentiment: feelingOf([...clauses].map((clause) => valences[clause] ?? 0)) };
    });
  }

  return function classifyThemes(batch) {
    return batch.map((draft) => {
      if (!shouldAnalyse(draft)) return keep(draft);
      const hits = new Map<string, ThemeHit>();
      for (const hit of [...hitsIn(draft.read), ...(draft.title ? hitsIn(draft.title) : [])]) {
        if (!hits.has(hit.id)) hits.set(hit.id, hit);
      }
      const themes = [...hits.values()].sort((left, right) => right.score - left.score);
      return keep(withInsight(draft, { themes }));
    });
  };
}

function feelingOf(valences: readonly number[]): SentimentLabel {
  const labels = new Set(valences.map(labelOfValence));
  if (labels.has('positive') && labels.has('negative')) return 'mixed';
  if (labels.has('positive')) return 'positive';
  return labels.has('negative') ? 'negative' : 'neutral';
}
