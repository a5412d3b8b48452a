import { COMPANION_KINDS, type CompanionKind } from '#core/companions/companion.ts';
import type { SheetHead } from '../connectors/file/sheet.ts';
import { readPeriod, type Period } from './period.ts';
import {
  COLUMNS,
  fftMeasures,
  FFT_SETTINGS,
  GPPS_MEASURES,
  INPATIENT_COLUMNS,
  inpatientMeasures,
  WARD_COLUMN,
  type FftSetting,
} from './surveys.ts';

/** The survey that a table with these columns is of: undefined where they tell none, or more than one. */
export function kindOfColumns(columns: readonly string[]): CompanionKind | undefined {
  const kinds = COMPANION_KINDS.filter((kind) => hasFigures(columns, kind));
  return kinds.length === 1 ? kinds[0] : undefined;
}

function hasFigures(columns: readonly string[], kind: CompanionKind): boolean {
  if (!has(columns, COLUMNS[kind].place)) return false;
  if (kind === 'fft') return fftMeasures('gp').some(({ value }) => has(columns, value));
  if (kind === 'gpps') return GPPS_MEASURES.some(({ value }) => has(columns, value));
  return inpatientMeasures(columns).length > 0 || (has(columns, INPATIENT_COLUMNS.question) && has(columns, INPATIENT_COLUMNS.value));
}

function has(columns: readonly string[], names: readonly RegExp[]): boolean {
  return names.some((name) => columns.some((column) => name.test(column.trim())));
}

const SITE_COLUMN = /^site[ _]?code$/i;
const TRUST_COLUMN = /^(?:trust|provider|organi[sz]ation|org|(?:ad_)?practice)[ _]?code$/i;

/** The sheet of trusts or practices before those of sites and boards; wards never. Undefined where none looks like a survey. */
export function chooseSheet(sheets: readonly SheetHead[], kind: CompanionKind | undefined): string | undefined {
  const usable = sheets.filter(
    ({ columns }) => !has(columns, [WARD_COLUMN]) && (kind ? hasFigures(columns, kind) : kindOfColumns(columns) !== undefined),
  );
  const rank = ({ columns }: SheetHead) => (has(columns, [SITE_COLUMN]) ? 1 : has(columns, [TRUST_COLUMN]) ? 0 : 2);
  return usable.toSorted((left, right) => rank(left) - rank(right) || right.rows - left.rows)[0]?.name;
}

const SETTING_NAMES: readonly [FftSetting, RegExp][] = [
  ['a-and-e', /\b(?:a ?(?:&|and) ?e|ae|emergency|ed)\b/i],
  ['gp', /\b(?:gp|practices?)\b/i],
  ['mental-health', /\bmental|\bmh\b/i],
  ...FFT_SETTINGS.map((setting): [FftSetting, RegExp] => [setting, new RegExp(`\\b${setting.replaceAll('-', '[ -]')}`, 'i')]),
];

/** By the name that the publisher gives a file: "FFT-inpatient-data-October-2023.xlsm". */
export function settingOfName(name: string): FftSetting | undefined {
  const words = plain(name);
  return SETTING_NAMES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** A month for the Friends and Family Test, a year for the others: "GPPS_2024_Practice_data…", "20210917 IP20 Trust-level benchmark". */
export function periodOfName(name: string, kind: CompanionKind): Period | undefined {
  const words = plain(name);
  if (kind === 'fft') {
    const [, month, year] = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} ?(\d{4}|\d{2})\b/i.exec(words) ?? [];
    return month === undefined ? undefined : readPeriod(`${month} ${year}`);
  }
  const wave = /\bip(\d{2})\b/i.exec(words)?.[1];
  const year = wave === undefined ? /\b(20\d{2})\b/.exec(words)?.[1] : `20${wave}`;
  return year === undefined ? undefined : readPeriod(year);
}

function plain(name: string): string {
  return name.replace(/\.[a-z]{2,6}(?:\.gz)?$/i, '').replaceAll(/[_-]/g, ' ');
}
