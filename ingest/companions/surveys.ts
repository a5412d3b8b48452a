import type { CompanionKind, CompanionMeasure } from '#core/companions/companion.ts';

/** Where a survey's publisher puts what, as names of columns: the first that a file has counts. */
export interface SurveyColumns {
  place: RegExp[];
  period: RegExp[];
}

/** One column of figures. */
export interface MeasureColumn {
  measure: CompanionMeasure;
  value: RegExp[];
  n: RegExp[];
}

export const FFT_SETTINGS = [
  'inpatient',
  'a-and-e',
  'maternity',
  'outpatient',
  'ambulance',
  'mental-health',
  'community',
  'gp',
  'dental',
] as const;
export type FftSetting = (typeof FFT_SETTINGS)[number];

export const COLUMNS: Record<CompanionKind, SurveyColumns> = {
  fft: {
    place: [/^(?:trust|provider|organi[sz]ation|org|practice|site) ?_?code$/i, /^code$/i, /^ods ?code$/i],
    period: [/^(?:period|month|reporting ?period)$/i],
  },
  gpps: { place: [/^(?:ad_)?practice_?code$/i, /^ods ?code$/i, /^(?:icb|ics)_?(?:ods)?_?code$/i], period: [/^(?:year|period|wave)$/i] },
  inpatient: { place: [/^(?:trust|provider|organi[sz]ation) ?_?code$/i, /^ods ?code$/i], period: [/^(?:year|survey ?year|period)$/i] },
};

/** Of the Friends and Family Test in one setting. */
export function fftMeasures(setting: FftSetting): MeasureColumn[] {
  const where = setting === 'a-and-e' ? 'A&E' : setting === 'gp' ? 'GP practices' : setting.replace('-', ' ');
  const n = [/^total responses$/i, /^responses$/i];
  const of = (side: 'positive' | 'negative') => ({
    measure: {
      id: `fft-${setting}-${side}`,
      kind: 'fft' as const,
      title: `Friends and Family Test, ${where}: ${side} experience`,
      unit: 'percent' as const,
    },
    value: [new RegExp(`^(?:percentage|percent|%)[ _]?${side}$`, 'i'), new RegExp(`^${side} ?(?:%|percentage|percent)$`, 'i')],
    n,
  });
  return [of('positive'), of('negative')];
}

/**
 * Of the GP Patient Survey, by the variables of its practice files: "pct" is a share, "base" who answered. Their numbers changed with the questionnaire of 2024; other
 * variables are named on the command line.
 */
export const GPPS_MEASURES: MeasureColumn[] = [
  gpps('gpps-overall', 'Overall experience of the GP practice good', 'q28'),
  gpps('gpps-phone', 'Easy to get through on the phone', 'q3'),
  gpps('gpps-appointment', 'Experience of making an appointment good', 'q18'),
];

/** Of the Adult Inpatient Survey: a line for each question of each trust. */
export const INPATIENT_COLUMNS = {
  question: [/^question ?(?:number|no\.?|id|code)$/i, /^q(?:uestion)?$/i],
  title: [/^question ?(?:text|title|wording)$/i, /^(?:text|measure|description)$/i],
  value: [/^(?:score|mean(?: score)?|trust score|value)$/i],
  n: [/^(?:number of )?(?:respondents|responses)$/i, /^n$/i],
};

function gpps(id: string, title: string, question: string): MeasureColumn {
  return {
    measure: { id, kind: 'gpps', title: `GP Patient Survey: ${title}`, unit: 'percent' },
    value: [new RegExp(`^${question}_12pct$`, 'i')],
    n: [new RegExp(`^${question}_?base$`, 'i')],
  };
}
