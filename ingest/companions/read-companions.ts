import { EarshotError } from '#core/errors.ts';
import type { CompanionEntry, CompanionKind, CompanionMeasure } from '#core/companions/companion.ts';
import { ODS_CODE } from '#core/organisations/ods-code.ts';
import type { Table } from '../connectors/file/table.ts';
import { readPeriod, type Period } from './period.ts';
import { COLUMNS, fftMeasures, GPPS_MEASURES, INPATIENT_COLUMNS, type FftSetting, type MeasureColumn } from './surveys.ts';

export interface CompanionWishes {
  kind: CompanionKind;
  /** Of the Friends and Family Test. */
  setting: FftSetting | undefined;
  /** Where the file has no column of it. */
  period: Period | undefined;
  /** Columns named by the user, by the id of a measure. */
  measures: ReadonlyMap<string, { value: string; n: string | undefined }>;
}

/** One figure of a file. */
export interface CompanionFigure extends CompanionEntry {
  measure: CompanionMeasure;
  period: Period;
}

export type CompanionRow = { line: number; figures: CompanionFigure[] } | { line: number; problem: string };

/** How the publishers write that a figure is held back, or that there is none. */
const HELD_BACK = /^(?:\*|-|–|—|\.\.?|s|n\/a|na|null|suppressed|\[[cxz]\])$/i;

/**
 * The figures of a published survey, row by row. Rows that are no place's (England, totals) are skipped; a bad row never stops the file.
 * @throws EarshotError 'companion-columns' that names the column that is missing and the flag that names another.
 */
export async function* readCompanions(table: Table, wishes: CompanionWishes): AsyncGenerator<CompanionRow> {
  const columns = COLUMNS[wishes.kind];
  const place = require(table, columns.place, 'of codes of places');
  const periodColumn = find(table, columns.period);
  if (periodColumn === undefined && !wishes.period) {
    throw new EarshotError(
      'companion-columns',
      'No column says which period it is: give --period, such as --period 2026-10 or --period 2026.',
    );
  }
  const read = wishes.kind === 'inpatient' && wishes.measures.size === 0 ? readLong(table) : readWide(table, wishes);
  for await (const row of table.rows()) {
    if ('problem' in row) {
      yield row;
      continue;
    }
    const code = row.cells[place]?.trim().toUpperCase() ?? '';
    if (!ODS_CODE.test(code) || !/\d|^[QRY]/.test(code)) continue;
    const period = wishes.period ?? readPeriod(row.cells[periodColumn!] ?? '');
    if (!period) {
      yield { line: row.line, problem: 'has a period that can’t be read' };
      continue;
    }
    const result = read(row.cells);
    yield 'problem' in result
      ? { line: row.line, ...result }
      : { line: row.line, figures: result.figures.map((figure) => ({ ...figure, place: code, period })) };
  }
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
      figures.push({ measure, value: scaled, n: n === null ? null : Math.round(n) });
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
    const text = (title === undefined ? '' : (cells[title] ?? '').trim()) || `question ${number}`;
    const measure = {
      id: `inpatient-q${number}`.slice(0, 80),
      kind: 'inpatient' as const,
      title: `Adult Inpatient Survey: ${text}`.slice(0, 300),
      unit: 'score' as const,
    };
    return { figures: [{ measure, value, n: n === null ? null : Math.round(n) }] };
  };
}

interface Wanted {
  measure: CompanionMeasure;
  value: number;
  n: number | undefined;
}

function measuresOf(table: Table, { kind, setting, measures }: CompanionWishes): Wanted[] {
  if (measures.size > 0) {
    return [...measures].map(([id, { value, n }]) => ({
      measure: { id, kind, title: `${TITLES[kind]}: ${value}`, unit: kind === 'inpatient' ? 'score' : 'percent' },
      value: named(table, value),
      n: n === undefined ? undefined : named(table, n),
    }));
  }
  if (kind === 'fft' && setting === undefined)
    throw new EarshotError('companion-columns', 'Say which setting the file is of: --setting inpatient, gp, a-and-e …');
  const known: MeasureColumn[] = kind === 'fft' ? fftMeasures(setting!) : GPPS_MEASURES;
  const found = known.flatMap(({ measure, value, n }) => {
    const column = find(table, value);
    return column === undefined ? [] : [{ measure, value: column, n: find(table, n) }];
  });
  if (found.length > 0) return found;
  throw new EarshotError(
    'companion-columns',
    `No column of "${TITLES[kind]}" was found. Name them: --measure ${kind}-overall="Column of the figure|Column of who answered". ${list(table)}`,
  );
}

const TITLES: Record<CompanionKind, string> = {
  fft: 'Friends and Family Test',
  gpps: 'GP Patient Survey',
  inpatient: 'Adult Inpatient Survey',
};

/** Whether these columns hold shares of one and not of a hundred. All are looked at: one of them alone may have no more than one in a hundred anywhere. */
function areShares(table: Table, columns: readonly number[]): boolean {
  const cells = table.sample.flatMap((row) => columns.map((column) => row[column] ?? ''));
  const values = cells.flatMap((cell) => (cell.includes('%') ? [100] : (readNumber(cell) ?? [])));
  return values.length > 0 && values.every((value) => value <= 1) && values.some((value) => value > 0);
}

/** Null: held back. Undefined: no number. */
function readNumber(cell: string): number | null | undefined {
  const plain = cell.trim();
  if (plain === '' || HELD_BACK.test(plain)) return null;
  return /^-?[\d,]*(?:\.\d+|\d)%?$/.test(plain) ? Number(plain.replaceAll(/[,%]/g, '')) : undefined;
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
