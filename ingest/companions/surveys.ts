import type { CompanionKind, CompanionMeasure } from '#core/companions/companion.ts';

/** Where a survey's publisher puts what, as names of columns: the first that a file has counts. */
export interface SurveyColumns {
  /** The smallest place first: a table of sites names their trust as well. */
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

export const SURVEY_TITLES: Record<CompanionKind, string> = {
  fft: 'Friends and Family Test',
  gpps: 'GP Patient Survey',
  inpatient: 'Adult Inpatient Survey',
};

const BASES: Record<CompanionKind, string> = {
  fft: 'Of those who chose to answer, who are no sample of patients; not weighted.',
  gpps: 'Of those of 16 years and over who were sampled and answered this question, weighted; people who said that they didn’t know are left out.',
  inpatient:
    'Mean of the answers of those of 16 years and over who had stayed at least one night and were sampled, from 0 (worst) to 10 (best), standardised for who answered.',
};

export const COLUMNS: Record<CompanionKind, SurveyColumns> = {
  fft: {
    place: [
      /^site[ _]?code$/i,
      /^(?:trust|provider|organi[sz]ation|org|practice)[ _]?code$/i,
      /^(?:icb|ics|stp|region)[ _]?(?:ods[ _]?)?code$/i,
      /^(?:ods[ _]?)?code$/i,
    ],
    period: [/^(?:period|month|reporting[ _]?period)$/i],
  },
  gpps: {
    place: [/^(?:ad_)?practice_?code$/i, /^(?:ad_)?pcn_?code$/i, /^(?:ad_)?(?:icb|ics)_?(?:ods_?)?code$/i, /^ods[ _]?code$/i],
    period: [/^(?:year|period|wave)$/i],
  },
  inpatient: {
    place: [/^site[ _]?code$/i, /^(?:trust|provider|organi[sz]ation)[ _]?code$/i, /^ods[ _]?code$/i],
    period: [/^(?:year|survey[ _]?year|period)$/i],
  },
};

/** Figures of wards have no place that others could be compared by. */
export const WARD_COLUMN = /^ward[ _]?(?:name|code)?$/i;

/** Of the Friends and Family Test in one setting: of today's question, and of the one that was asked until March 2020. */
export function fftMeasures(setting: FftSetting): MeasureColumn[] {
  const where = setting === 'a-and-e' ? 'A&E' : setting === 'gp' ? 'GP practices' : setting.replace('-', ' ');
  const of = (id: string, title: string, words: string): MeasureColumn => ({
    measure: {
      id: `fft-${setting}-${id}`,
      kind: 'fft',
      title: `${SURVEY_TITLES.fft}, ${where}: ${title}`,
      unit: 'percent',
      base: BASES.fft,
    },
    value: [new RegExp(`^(?:percentage|percent|%)[ _]*${words}$`, 'i'), new RegExp(`^${words} ?(?:%|percentage|percent)$`, 'i')],
    n: [/^total[ _]responses$/i, /^responses$/i],
  });
  return [
    of('positive', 'positive experience', 'positive'),
    of('negative', 'negative experience', 'negative'),
    of('recommended', 'would recommend it', 'recommended'),
    of('not-recommended', 'would not recommend it', 'not[ _]recommended'),
  ];
}

/**
 * Of the GP Patient Survey, by the variables of its practice, PCN and ICS files: until 2023 by the number of the question of 2018 ("_12pct" is the share of
 * the two best answers, "base" who answered), since 2024 by a stem ("pcteval" and "baseeval").
 */
export const GPPS_MEASURES: MeasureColumn[] = [
  gpps('gpps-overall', 'overall experience of the GP practice good', 'q28', 'overallexp'),
  gpps('gpps-phone', 'easy to get through on the phone', 'q3', 'localgpservicesphone'),
  gpps('gpps-appointment', 'experience of making an appointment good (until 2023)', 'q18'),
  gpps('gpps-contact', 'experience of contacting the practice good (since 2024)', undefined, 'gpcontactoverall'),
  gpps('gpps-confidence', 'confidence and trust in the professional at the last appointment', 'q89', 'lastgpapptconf'),
  gpps('gpps-needs-met', 'needs met at the last appointment', 'q90', 'lastgpapptneeds'),
  gpps('gpps-preferred', 'sees the preferred professional when they would like to', 'q9', 'localgpservicesprefhpsee'),
];

function gpps(id: string, title: string, question: string | undefined, stem?: string): MeasureColumn {
  return {
    measure: { id, kind: 'gpps', title: `${SURVEY_TITLES.gpps}: ${title}`, unit: 'percent', base: BASES.gpps },
    value: [
      ...(stem === undefined ? [] : [new RegExp(`^${stem}[._]pcteval$`, 'i')]),
      ...(question === undefined ? [] : [new RegExp(`^${question}_12pct$`, 'i')]),
    ],
    n: [
      ...(stem === undefined ? [] : [new RegExp(`^${stem}[._]baseeval$`, 'i'), new RegExp(`^${stem}[._]baseevalw$`, 'i')]),
      ...(question === undefined ? [] : [new RegExp(`^${question}_\\d{2,}base$`, 'i'), new RegExp(`^${question}_?base$`, 'i')]),
    ],
  };
}

/** Of the Adult Inpatient Survey with a line for each question of each trust. */
export const INPATIENT_COLUMNS = {
  question: [/^question[ _]?(?:number|no\.?|id|code)$/i, /^q(?:uestion)?$/i],
  title: [/^question[ _]?(?:text|title|wording)$/i, /^(?:text|measure|description)$/i],
  value: [/^(?:score|mean(?:[ _]score)?|trust[ _]score|value)$/i],
  n: [/^(?:number[ _]of[ _])?(?:respondents|responses)$/i, /^n$/i],
};

/** … and with a line for each trust, as the CQC publishes it (sheet "Trust_Scores"): "meanq45" is the score of question 45, "n_tpat" who answered the survey. */
const MEAN_COLUMN = /^mean_?q_?(\d{1,3}[a-z]?(?:_\d{1,2})?)$/i;

export function inpatientMeasures(columns: readonly string[]): MeasureColumn[] {
  return columns.flatMap((column) => {
    const number = MEAN_COLUMN.exec(column.trim())?.[1]?.toLowerCase();
    return number === undefined
      ? []
      : [
          {
            measure: inpatientMeasure(number, undefined),
            value: [new RegExp(`^${column.trim()}$`, 'i')],
            n: [new RegExp(`^n_?q_?${number}$`, 'i'), /^n_tpat$/i],
          },
        ];
  });
}

export function inpatientMeasure(number: string, text: string | undefined): CompanionMeasure {
  return {
    id: `inpatient-q${number.replaceAll('_', '-')}`.slice(0, 80),
    kind: 'inpatient',
    title: `${SURVEY_TITLES.inpatient}: ${text || `question ${number}`}`.slice(0, 300),
    unit: 'score',
    base: BASES.inpatient,
  };
}
