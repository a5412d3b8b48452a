import type { ThemeMapping } from './mapping-document.ts';
import type { ThemeScore } from './score-themes.ts';

/** What a text is called in another framework: its one label, or all that fit and how likely each label is. */
export type Mapped = { framework: string; label: string } | { framework: string; labels: string[]; scores: Record<string, number> };

interface JudgedLabel {
  name: string;
  score: number;
  over: boolean;
}

type JudgedTheme = Pick<ThemeScore, 'id' | 'score' | 'over'>;

/**
 * A label is as likely as the likeliest of its themes, and is found where any of them is over its threshold. The label for texts that no other fits
 * is as likely as the likeliest of the others isn't.
 */
export function mapThemes(mapping: ThemeMapping, themes: readonly JudgedTheme[], isBlank: boolean): Mapped {
  const { framework, kind } = mapping;
  const labels = judgeLabels(mapping, themes, isBlank ? (mapping.blank ?? mapping.otherwise) : mapping.otherwise);
  const found = labels.filter(({ over }) => over);
  // A mapping to one label has a label for what no other fits: there is always one.
  if (kind === 'one') return { framework, label: found.reduce((best, label) => (label.score > best.score ? label : best)).name };
  return { framework, labels: found.map(({ name }) => name), scores: Object.fromEntries(labels.map(({ name, score }) => [name, score])) };
}

function judgeLabels({ labels }: ThemeMapping, themes: readonly JudgedTheme[], fallback: string | undefined): JudgedLabel[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const judged = labels.map((label) => {
    const its = label.themes.flatMap((id) => byId.get(id) ?? []);
    return { name: label.name, score: Math.max(0, ...its.map(({ score }) => score)), over: its.some(({ over }) => over) };
  });
  const rest = { score: 1 - Math.max(...judged.map(({ score }) => score)), over: !judged.some(({ over }) => over) };
  return judged.map((label) => (label.name === fallback ? { ...label, ...rest } : label));
}
