import type { CompanionKind } from './companion.ts';

/** From a date on, figures are not to be compared with those before it. */
export interface SeriesBreak {
  kind: CompanionKind;
  /** The first date of the new series. */
  date: string;
  note: string;
  source: string;
}

export const SERIES_BREAKS: readonly SeriesBreak[] = [
  {
    kind: 'fft',
    date: '2020-04-01',
    note: 'The question changed from whether one would recommend the service to how one’s experience of it was; no figures were collected from April to November 2020.',
    source: 'https://www.england.nhs.uk/fft/friends-and-family-test-data/',
  },
  {
    kind: 'gpps',
    date: '2018-01-01',
    note: 'The questionnaire was written anew, and people of 16 and 17 years are asked too.',
    source: 'https://gp-patient.co.uk/',
  },
  {
    kind: 'gpps',
    date: '2024-01-01',
    note: 'The questionnaire was written anew and people are asked online first.',
    source: 'https://gp-patient.co.uk/',
  },
  {
    kind: 'inpatient',
    date: '2020-01-01',
    note: 'People answer online or on paper since, no longer on paper only, and the questionnaire was written anew.',
    source:
      'https://osr.statisticsauthority.gov.uk/correspondence/mark-pont-to-helen-louwrens-statistics-from-the-adult-inpatient-survey-in-england/',
  },
];

/** Breaks of a survey after the first and up to the second date: between figures of the two lies one if there is any. */
export function breaksBetween(kind: CompanionKind, first: string, last: string): SeriesBreak[] {
  return SERIES_BREAKS.filter((each) => each.kind === kind && each.date > first && each.date <= last);
}
