import type { AnalyseOutput } from '#infra/commands/analyse-format.ts';

/** One clause of an invented comment, as people labelled it. */
export interface LabelledClause {
  text: string;
  sentiment: 'positive' | 'neutral' | 'negative';
  themes: readonly string[];
}

export interface MixedComment {
  text: string;
  clauses?: readonly LabelledClause[] | undefined;
}

/** How well clauses of mixed comments are understood. */
export interface MixedScores {
  comments: number;
  clauses: number;
  /** Share of labelled clauses whose feeling is that of the found clause which overlaps them most. */
  feelings: number;
  /** The same for clauses that are not neutral: right side. */
  sides: number;
  /** Of pairs of theme and feeling, comment by comment. */
  recall: number;
  precision: number;
  f1: number;
  /** Of themes alone. */
  themeRecall: number;
  themePrecision: number;
  /** Of themes that were found: share with the right feeling. */
  themeFeelings: number;
}

export function describeMixed(comments: readonly MixedComment[], judged: readonly AnalyseOutput[]): string[] {
  const scores = scoreMixed(comments, judged);
  const shown = (value: number) => value.toFixed(3);
  return [
    `${scores.clauses.toLocaleString('en-GB')} labelled clauses`,
    `clauses: feeling right ${shown(scores.feelings)}; of those for or against, right side ${shown(scores.sides)}`,
    `themes: recall ${shown(scores.themeRecall)}, precision ${shown(scores.themePrecision)}; feeling of found themes right ${shown(scores.themeFeelings)}`,
    `theme and feeling together: recall ${shown(scores.recall)}, precision ${shown(scores.precision)}, F1 ${shown(scores.f1)}`,
  ];
}

/** Compares what `analyse --explain` says with the labels; both in the same order. */
export function scoreMixed(comments: readonly MixedComment[], judged: readonly AnalyseOutput[]): MixedScores {
  const sums = { clauses: 0, feelings: 0, sided: 0, sides: 0, wanted: 0, found: 0, themesRight: 0, pairsRight: 0 };
  for (const [nth, comment] of comments.entries()) {
    const output = judged[nth]!;
    let from = 0;
    for (const clause of comment.clauses ?? []) {
      const start = comment.text.indexOf(clause.text, from);
      from = start + clause.text.length;
      const feeling = feelingAt(output, start, from);
      sums.clauses += 1;
      if (feeling === clause.sentiment) sums.feelings += 1;
      if (clause.sentiment === 'neutral') continue;
      sums.sided += 1;
      if (feeling === clause.sentiment) sums.sides += 1;
    }
    const wanted = feelingsByTheme(comment);
    sums.wanted += wanted.size;
    const themes = output.themes.filter(({ over = true }) => over);
    sums.found += themes.length;
    for (const { id, sentiment } of themes) {
      const feelings = wanted.get(id);
      if (!feelings) continue;
      sums.themesRight += 1;
      if (sentiment === (feelings.size > 1 ? 'mixed' : [...feelings][0])) sums.pairsRight += 1;
    }
  }
  const recall = sums.pairsRight / sums.wanted;
  const precision = sums.pairsRight / sums.found;
  return {
    comments: comments.length,
    clauses: sums.clauses,
    feelings: sums.feelings / sums.clauses,
    sides: sums.sides / sums.sided,
    recall,
    precision,
    f1: (2 * recall * precision) / (recall + precision || 1),
    themeRecall: sums.themesRight / sums.wanted,
    themePrecision: sums.themesRight / sums.found,
    themeFeelings: sums.pairsRight / sums.themesRight,
  };
}

/** The feeling of the found clause that overlaps a run of the text most. */
function feelingAt({ clauses = [] }: AnalyseOutput, start: number, end: number): string | undefined {
  let [most, feeling]: [number, string | undefined] = [0, undefined];
  for (const clause of clauses) {
    const overlap = Math.min(end, clause.end) - Math.max(start, clause.start);
    if (overlap > most) [most, feeling] = [overlap, clause.sentiment];
  }
  return feeling;
}

/** A theme that clauses feel differently about is mixed; neutral beside a side gives way to it. */
function feelingsByTheme({ clauses = [] }: MixedComment): Map<string, Set<string>> {
  const byTheme = new Map<string, Set<string>>();
  for (const { themes, sentiment } of clauses) {
    for (const theme of themes) byTheme.set(theme, (byTheme.get(theme) ?? new Set()).add(sentiment));
  }
  for (const feelings of byTheme.values()) if (feelings.size > 1) feelings.delete('neutral');
  return byTheme;
}
