import { EarshotError } from '#core/errors.ts';
import { findHeader } from './find-header.ts';
import { SAMPLE_ROWS, uniqueNames, type FileFormat, type Row, type Table } from './table.ts';

/** A sheet of a workbook, its cells as text. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** What a sheet is told by when one is chosen. */
export interface SheetHead {
  name: string;
  columns: readonly string[];
  rows: number;
}

/** Name of the sheet, or what chooses one: undefined for the one with the most rows. */
export type SheetChoice = string | ((sheets: readonly SheetHead[]) => string | undefined) | undefined;

const HEADER_ROWS = 200;

/** @throws EarshotError 'no-such-sheet', with those that there are. */
export function tableOf(sheets: readonly Sheet[], format: FileFormat, choice: SheetChoice): Table {
  const tables = sheets.map((sheet) => ({ sheet, ...findHeader(sheet.rows.slice(0, HEADER_ROWS)) }));
  const heads = tables.map(({ sheet, names }) => ({ name: sheet.name, columns: uniqueNames(names), rows: sheet.rows.length }));
  const wanted = typeof choice === 'function' ? choice(heads) : choice;
  const name = wanted ?? [...heads].sort((a, b) => b.rows - a.rows)[0]?.name;
  const chosen = tables.find(({ sheet }) => sheet.name === name);
  if (!chosen) {
    const known = heads.map((head) => `"${head.name}"`).join(', ');
    throw new EarshotError('no-such-sheet', `The workbook has no sheet "${name ?? ''}". It has: ${known || 'none'}.`);
  }
  const { sheet, header, names } = chosen;
  const columns = uniqueNames(names);
  const body = sheet.rows.slice(header + 1);
  const fit = (cells: readonly string[]) =>
    cells.length === columns.length ? cells : Array.from(columns, (_, index) => cells[index] ?? '');
  return {
    format,
    dialect: `sheet "${sheet.name}"`,
    columns,
    sample: body.slice(0, SAMPLE_ROWS).map(fit),
    async *rows(progress): AsyncGenerator<Row> {
      for (const [index, cells] of body.entries()) {
        if (index % 1_000 === 0) progress?.(index / body.length);
        if (cells.some((cell) => cell !== '')) yield { line: header + index + 2, cells: fit(cells) };
      }
    },
  };
}
