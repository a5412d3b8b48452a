import type { ThemeHit } from '../insight.ts';
import { QDC_THEMES } from './qdc-v7.ts';

/** Other lists of themes, as mappings from ours: data, so that a team's own framework can be one more. */
export const FRAMEWORKS = ['single-label', 'qdc-v7'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export type Mapped =
  | { framework: 'single-label'; label: string }
  | { framework: 'qdc-v7'; labels: string[]; scores: Record<string, number> };

/** Categories, or single themes where one belongs elsewhere, and the label of the nine-label framework that they fall under. */
const SINGLE_LABEL: Readonly<Record<string, string>> = {
  general: 'Care received',
  'general.positive-experience-gratitude': 'Care received',
  'general.funding-use-of-financial-resources': 'Miscellaneous',
  staff: 'Staff',
  'access-to-medical-care-support': 'Access',
  'access-to-medical-care-support.timeliness-of-care': 'Access',
  'communication-involvement': 'Communication',
  'patient-journey-service-coordination': 'Transition/coordination',
  'medication-pain': 'Care received',
  'environment-equipment-catering': 'Environment/ facilities',
  'service-location-travel-transport': 'Environment/ facilities',
  activities: 'Environment/ facilities',
  'mental-health-specifics': 'Care received',
  'public-conversation': 'Miscellaneous',
};
const NOTHING_TO_IMPROVE = "Couldn't be improved";
const NOTHING = /^(?:nothing|none|no|n\/?a|nil|no complaints?|can ?'?t think of any ?thing)\b.{0,40}$/i;

/** A theme's own label, else its category's. */
function singleLabelOf(id: string): string | undefined {
  return SINGLE_LABEL[id] ?? SINGLE_LABEL[id.slice(0, id.indexOf('.'))];
}

/** What the themes found in a text are called in another framework. */
export function mapThemes(framework: Framework, themes: readonly ThemeHit[], text: string): Mapped {
  if (framework === 'qdc-v7') {
    const scores = new Map(themes.map(({ id, score }) => [id, score]));
    const named = QDC_THEMES.map(({ id, name }) => [name, scores.get(id) ?? 0] as const);
    return { framework, labels: named.filter(([, score]) => score > 0).map(([name]) => name), scores: Object.fromEntries(named) };
  }
  if (NOTHING.test(text.trim().slice(0, 100))) return { framework, label: NOTHING_TO_IMPROVE };
  const specific = themes.find(({ id }) => !id.startsWith('general.')) ?? themes[0];
  return { framework, label: (specific && singleLabelOf(specific.id)) ?? 'Miscellaneous' };
}
