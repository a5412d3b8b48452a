import { likeliest } from '../language/heads/linear-head.ts';
import type { Reading, Understanding } from '../language/heads/understanding.ts';
import { QDC_THEMES } from './qdc-v7.ts';
import type { ThemeScore } from './score-themes.ts';

/** Other lists of themes, as mappings from ours: data, so that a team's own framework can be one more. */
export const FRAMEWORKS = ['single-label', 'qdc-v7'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export type Mapped =
  | { framework: 'single-label'; label: string }
  | { framework: 'qdc-v7'; labels: string[]; scores: Record<string, number> };

/** What a text is called in another framework: by the head that learned that framework, or by our themes under its names. */
export function createThemeMapper(understanding: Understanding) {
  const single = understanding.head('single-label');
  return function mapThemes(framework: Framework, themes: readonly ThemeScore[], reading: Reading): Mapped {
    if (framework === 'single-label') {
      return { framework, label: single.labels[likeliest(single.probabilities(reading.vector))]! };
    }
    const byId = new Map(themes.map((theme) => [theme.id, theme]));
    const named = QDC_THEMES.map(({ id, name }) => [name, byId.get(id)] as const);
    return {
      framework,
      labels: named.filter(([, theme]) => theme?.over).map(([name]) => name),
      scores: Object.fromEntries(named.map(([name, theme]) => [name, theme?.score ?? 0])),
    };
  };
}
