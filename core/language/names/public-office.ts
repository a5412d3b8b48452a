import { createNameIndex } from '../name-index.ts';
import { tokenise } from '../tokens.ts';
import type { NameRange } from './find-names.ts';

/** Someone whose name stays in texts, since it stands for an office. */
export interface OfficeHolder {
  /** Forms of the name that mean nobody else. A form that others bear, such as a common family name alone, is left out. */
  names: readonly string[];
  office: string;
  /** The local date on which the first listed office began: texts of before are about a person. What was done in office is talked of long after it. */
  from: string;
  /** The last day of the last listed office; none while it is held as far as this list knows. */
  to?: string;
}

/**
 * Prime ministers, health secretaries, chancellors, chief executives of NHS England and chief medical officers since 2018. Source: "Past Prime
 * Ministers", "Past Chancellors" and the pages of ministers and of NHS England on GOV.UK and england.nhs.uk (Open Government Licence v3.0). People who hold
 * no listed office any more keep their entry; whoever takes an office is added here.
 */
export const OFFICE_HOLDERS: readonly OfficeHolder[] = [
  { names: ['Theresa May'], office: 'Prime Minister', from: '2016-07-13', to: '2019-07-24' },
  { names: ['Boris Johnson'], office: 'Prime Minister', from: '2019-07-24', to: '2022-09-06' },
  { names: ['Liz Truss'], office: 'Prime Minister', from: '2022-09-06', to: '2022-10-25' },
  { names: ['Rishi Sunak', 'Sunak'], office: 'Chancellor, Prime Minister', from: '2020-02-13', to: '2024-07-05' },
  { names: ['Keir Starmer', 'Sir Keir', 'Starmer'], office: 'Prime Minister', from: '2024-07-05' },
  { names: ['Jeremy Hunt'], office: 'Secretary of State for Health and Social Care, Chancellor', from: '2012-09-04', to: '2024-07-05' },
  { names: ['Matt Hancock'], office: 'Secretary of State for Health and Social Care', from: '2018-07-09', to: '2021-06-26' },
  { names: ['Sajid Javid'], office: 'Secretary of State for Health and Social Care', from: '2021-06-26', to: '2022-07-05' },
  { names: ['Steve Barclay'], office: 'Secretary of State for Health and Social Care', from: '2022-07-05', to: '2023-11-13' },
  {
    names: ['Thérèse Coffey', 'Therese Coffey'],
    office: 'Secretary of State for Health and Social Care',
    from: '2022-09-06',
    to: '2022-10-25',
  },
  { names: ['Victoria Atkins'], office: 'Secretary of State for Health and Social Care', from: '2023-11-13', to: '2024-07-05' },
  { names: ['Wes Streeting', 'Streeting'], office: 'Secretary of State for Health and Social Care', from: '2024-07-05' },
  { names: ['Philip Hammond'], office: 'Chancellor of the Exchequer', from: '2016-07-13', to: '2019-07-24' },
  { names: ['Kwasi Kwarteng'], office: 'Chancellor of the Exchequer', from: '2022-09-06', to: '2022-10-14' },
  { names: ['Rachel Reeves'], office: 'Chancellor of the Exchequer', from: '2024-07-05' },
  { names: ['Simon Stevens'], office: 'Chief Executive of NHS England', from: '2014-04-01', to: '2021-07-31' },
  { names: ['Amanda Pritchard'], office: 'Chief Executive of NHS England', from: '2021-08-01', to: '2025-03-31' },
  { names: ['Jim Mackey', 'Sir James Mackey'], office: 'Chief Executive of NHS England', from: '2025-04-01' },
  { names: ['Dame Sally Davies'], office: 'Chief Medical Officer for England', from: '2010-06-01', to: '2019-09-30' },
  { names: ['Chris Whitty'], office: 'Chief Medical Officer for England', from: '2019-10-01' },
];

/** Where holders of public office are named. `date`: the text's local date, today's if it isn't known. */
export function createOfficeHolderFinder(holders: readonly OfficeHolder[] = OFFICE_HOLDERS): (text: string, date?: string) => NameRange[] {
  const find = createNameIndex(
    holders.flatMap((holder) => holder.names.map((name) => ({ tokens: tokenise(name).map(({ word }) => word), value: holder }))),
  );
  return (text, date) => {
    const tokens = tokenise(text);
    return find(text, tokens)
      .filter(({ value }) => date === undefined || value.from <= date)
      .map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end }));
  };
}
