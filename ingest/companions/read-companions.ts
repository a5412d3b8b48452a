import type { CompanionEntry, CompanionKind, CompanionMeasure } from '#core/companions/companion.ts';
import { EarshotError } from '#core/errors.ts';
import { ODS_CODE } from '#core/organisations/ods-code.ts';
import type { Table } from '../connectors/file/table.ts';
import type { MeasureWish } from './column-map.ts';
import { readPeriod, type Period } from './period.ts';
import {
  COLUMNS,
  fftMeasures,
  GPPS_MEASURES,
  INPATIENT_COLUMNS,
  inpatientMeasure,
  inpatientMeasures,
  SURVEY_TITLES,
  WARD_COLUMN,
  type FftSetting,
  type MeasureColumn,
} from './surveys.ts';

export interface CompanionWishes {
  kind: CompanionKind;
  /** Of the Friends and Family Test. */
  setting: FftSetting | undefined;
  /** In place of the file's column of it. */
  period: Period | undefined;
  /** Names of columns, in place of those that are known. */
  columns: { place?: string | undefined; period?: string | undefined; measures: readonly MeasureWish[] };
}

/** One figure of a file. */
export interface CompanionFigure extends CompanionEntry {
  measure: CompanionMeasure;
  period: Period;
}

export type CompanionRow = { line: number; figures: CompanionFigure[] } | { line: number; problem: string };

/** How the publishers write that a figure is held back, or that there is none. */
const HELD_BACK = /^(?:\*{1,3}|-|–|—|\/|\.\.?|s|n\/a|na|null|suppressed|\[[cxz]\])$/i;
/** The GP Patient Survey writes −97 and the like instead. */
const SENTINEL = /^-9\d(?:\.0{0,6})?%?$/;

/**
 * The figures of a published survey, row by row. Rows that are no place's (England, totals) are skipped; a bad row never stops the file.
 * @throws EarshotError 'companion-columns' that names the column that is missing and the flag that names another.
 */
export async function* readCompanions(table: Table, wishes: CompanionWishes): AsyncGenerator<CompanionRow> {
  if (table.columns.some((column) => WARD_COLUMN.test(column))) {
    throw new EarshotError(
      'companion-columns',
      'These are figures of wards, which have no code: import the sheet or file of trusts or of sites.',
    );
  }
  const known = COLUMNS[wishes.kind];
  const place = wishes.columns.place === undefined ? require(table, known.place, 'of codes of places') : named(table, wishes.columns.place);
  const periodOf = periodReader(table, wishes, known.period);
  const isLong = wishes.kind === 'inpatient' && wishes.columns.measures.length === 0 && inpatientMeasures(table.columns).length === 0;
  const read = isLong ? readLong(table) : readWide(table, wishes);
  const seen = new Set<string>();
  for await (const row of table.rows()) {
    if ('problem' in row) {
      yield row;
      continue;
    }
    const code = row.cells[place]?.trim().toUpperCase() ?? '';
    if (!isPlace(code)) continue;
    const period = periodOf(row.cells);
    const result = period ? read(row.cells) : { problem: 'has a period that can’t be read' };
    if ('problem' in result) {
      yield { line: row.line, problem: result.problem };
      continue;
    }
    const figures = result.figures.map((figure) => ({ ...figure, place: code, period: period! }));
    const keys = figures.map(({ measure }) => `${measure.id} ${code} ${period!.from} ${period!.to}`);
    const isSecond = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    yield isSecond ? { line: row.line, problem: `is a second line of ${code}` } : { line: row.line, figures };
  }
}

/** Words such as "ENG" and the sum of independent providers ("IS1") are no places. */
function isPlace(code: string): boolean {
  return ODS_CODE.test(code) && /\d|^[QRY]/.test(code) && !/^IS\d$/.test(code);
}

function periodReader(table: Table, wishes: CompanionWishes, names: readonly RegExp[]): (cells: readonly string[]) => Period | undefined {
  const { period } = wishes;
  if (period) return () => period;
  const column = wishes.columns.period === undefined ? find(table, names) : named(table, wishes.columns.period);
  if (column === undefined) {
    throw new EarshotError(
      'companion-columns',
      'Neither a column nor the file’s name says which period it is: give --period, such as --period 2026-10 or --period 2026.',
    );
  }
  return (cells) => readPeriod(cells[column] ?? '');
}

type Figure = Pick<CompanionFigure, 'measure' | 'value' | 'n'>;
type ReadCells = (cells: readonly string[]) => { figures: Figure[] } | { problem: string };

/** A column for each measure. */
function readWide(table: Table, wishes: CompanionWishes): ReadCells {
  const wanted = measuresOf(table, wishes);
  const areShared = areShares(
    table,
    wanted.flatMap(({ measure, value }) => (measure.unit === 'percent' ? [value] : [])),
  );
  return (cells) => {
    const figures: Figure[] = [];
    for (const { measure, value: column, n: base } of wanted) {
      const value = readNumber(cells[column] ?? '');
      const n = base === undefined ? null : readNumber(cells[base] ?? '');
      if (value === undefined || n === undefined)
        return { problem: `has no number in "${table.columns[value === undefined ? column : base!]}"` };
      const scaled = value !== null && areShared && measure.unit === 'percent' ? value * 100 : value;
      const most = measure.unit === 'percent' ? 100 : 10;
      if (scaled !== null && (scaled < 0 || scaled > most))
        return { problem: `has a number in "${table.columns[column]}" that isn’t from 0 to ${most}` };
      figures.push({ measure, value: scaled === null ? null : Number(scaled.toFixed(6)), n: n === null ? null : Math.round(n) });
    }
    return { figures };
  };
}

/** A row for each measure. */
function readLong(table: Table): ReadCells {
  const question = require(table, INPATIENT_COLUMNS.question, 'of the question’s number');
  const title = find(table, INPATIENT_COLUMNS.title);
  const score = require(table, INPATIENT_COLUMNS.value, 'of scores');
  const base = find(table, INPATIENT_COLUMNS.n);
  return (cells) => {
    const number = (cells[question] ?? '')
      .trim()
      .toLowerCase()
      .replace(/^q(?:uestion)?\s*/, '')
      .replaceAll(/[^a-z0-9]+/g, '-');
    const value = readNumber(cells[score] ?? '');
    const n = base === undefined ? null : readNumber(cells[base] ?? '');
    if (!number) return { problem: 'names no question' };
    if (value === undefined || n === undefined)
      return { problem: `has no number in "${table.columns[value === undefined ? score : base!]}"` };
    if (value !== null && (value < 0 || value > 10)) return { problem: 'has a score that isn’t from 0 to 10' };
    const measure = inpatientMeasure(number, title === undefined ? undefined : (cells[title] ?? '').trim());
    return { figures: [{ measure, value, n: n === null ? null : Math.round(n) }] };
  };
}

interface Wanted {
  measure: CompanionMeasure;
  value: number;
  n: number | undefined;
}

function measuresOf(table: Table, { kind, setting, columns }: CompanionWishes): Wanted[] {
  if (columns.measures.length > 0) {
    return columns.measures.map(({ id, title, unit, base, value, n }) => ({
      measure: {
        id,
        kind,
        title: title ?? `${SURVEY_TITLES[kind]}: ${value}`.slice(0, 300),
        unit: unit ?? (kind === 'inpatient' ? 'score' : 'percent'),
        ...(base === undefined ? {} : { base }),
      },
      value: named(table, value),
      n: n === undefined ? undefined : named(table, n),
    }));
  }
  if (kind === 'fft' && setting === undefined)
    throw new EarshotError('companion-columns', 'Say which setting the file is of: --setting inpatient, gp, a-and-e …');
  const found = knownMeasures(table, kind, setting).flatMap(({ measure, value, n }) => {
    const column = find(table, value);
    return column === undefined ? [] : [{ measure, value: column, n: find(table, n) }];
  });
  if (found.length > 0) return found;
  throw new EarshotError(
    'companion-columns',
    `No column of "${SURVEY_TITLES[kind]}" was found. Name them: --measure ${kind}-overall="Column of the figure|Column of who answered". ${list(table)}`,
  );
}

function knownMeasures(table: Table, kind: CompanionKind, setting: FftSetting | undefined): MeasureColumn[] {
  if (kind === 'fft') return fftMeasures(setting!);
  return kind === 'gpps' ? GPPS_MEASURES : inpatientMeasures(table.columns);
}

/** Whether these columns hold shares of one and not of a hundred. All are looked at: one of them alone may have no more than one in a hundred anywhere. */
function areShares(table: Table, columns: readonly number[]): boolean {
  const cells = table.sample.flatMap((row) => columns.map((column) => row[column] ?? ''));
  const values = cells.flatMap((cell) => (cell.includes('%') ? [100] : (readNumber(cell) ?? [])));
  return values.length > 0 && values.every((value) => value <= 1) && values.some((value) => value > 0);
}

/** Null: held back. Undefined: no number. */
function readNumber(cell: string): number | null | undefined {
  const plain = cell.trim();
  if (plain === '' || HELD_BACK.test(plain) || SENTINEL.test(plain)) return null;
  const [, digits = ''] = /^(-?[\d,.]{1,40}(?:e-?\d{1,2})?)%?$/i.exec(plain) ?? [];
  const number = digits === '' ? Number.NaN : Number(digits.replaceAll(',', ''));
  return Number.isNaN(number) ? undefined : number;
}

function find(table: Table, names: readonly RegExp[]): number | undefined {
  for (const name of names) {
    const index = table.columns.findIndex((column) => name.test(column.trim()));
    if (index >= 0) return index;
  }
  return undefined;
}

function require(table: Table, names: readonly RegExp[], what: string): number {
  const index = find(table, names);
  if (index === undefined) throw new EarshotError('companion-columns', `There is no column ${what}. ${list(table)}`);
  return index;
}

function named(table: Table, name: string): number {
  const index = table.columns.findIndex((column) => column.trim().toLowerCase() === name.trim().toLowerCase());
  if (index < 0) throw new EarshotError('companion-columns', `The file has no column "${name}". ${list(table)}`);
  return index;
}

function list(table: Table): string {
  const names = table.columns.slice(0, 15).map((name) => `"${name.slice(0, 60)}"`);
  const more = table.columns.length > names.length ? ` and ${table.columns.length - names.length} more` : '';
  return `Its columns are ${names.join(', ')}${more}.`;
}
