import type { CompanionKind } from './companion.ts';

/** From a date on, figures are not to be compared with those before it. */
export interface SeriesBreak {
  kind: CompanionKind;
  /** The first date of the new series. */
  date: string;
  note: string;
  /** The publisher's own page that says so. */
  source: string;
}

export const SERIES_BREAKS: readonly SeriesBreak[] = [
  {
    kind: 'fft',
    date: '2020-04-01',
    note: 'The question changed from whether one would recommend the service to how one’s experience of it was. Nothing was submitted from then until December 2020, by dentists until July 2021 and by GP practices until July 2022.',
    source: 'https://www.england.nhs.uk/fft/friends-and-family-test-development-project-2018-19/faqs/',
  },
  {
    kind: 'gpps',
    date: '2018-01-01',
    note: 'The questionnaire was written anew, and people of 16 and 17 years are asked too: the publisher shows no trends across it.',
    source: 'https://gp-patient.co.uk/surveysandreports',
  },
  {
    kind: 'gpps',
    date: '2024-01-01',
    note: 'The questionnaire was written anew, to match how practices can be contacted now: the publisher begins a new time series.',
    source: 'https://gp-patient.co.uk/gpps-2024-publication-webinar',
  },
  {
    kind: 'inpatient',
    date: '2020-01-01',
    note: 'People answer online or on paper since, no longer on paper only; the questions were revised, and patients of November are asked instead of July’s.',
    source: 'https://www.cqc.org.uk/publications/surveys/adult-inpatient-survey-2020',
  },
];

/** Breaks of a survey after the first and up to the second date: between figures of the two lies one if there is any. */
export function breaksBetween(kind: CompanionKind, first: string, last: string): SeriesBreak[] {
  return SERIES_BREAKS.filter((each) => each.kind === kind && each.date > first && each.date <= last);
}
