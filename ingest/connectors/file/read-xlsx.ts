import readXlsx from 'read-excel-file/node';
import { EarshotError } from '#core/errors.ts';
import { MAX_COLUMNS, SAMPLE_ROWS, uniqueNames, type Row, type Table } from './table.ts';
import { findHeader } from './find-header.ts';
import { checkZip } from './zip-guard.ts';

/** A workbook's sheet with the most rows, or the one that is named. Dates come as ISO 8601, as the sheet shows them. */
export async function openXlsx(path: string, sheetName?: string): Promise<Table> {
  await checkZip(path);
  const sheets = await readSheets(path);
  const chosen = sheetName === undefined ? largest(sheets) : sheets.find((sheet) => sheet.name === sheetName);
  if (!chosen) {
    throw new EarshotError(
      'no-such-sheet',
      `The workbook has no sheet "${sheetName}". It has: ${sheets.map((sheet) => `"${sheet.name}"`).join(', ')}.`,
    );
  }
  const { header, names } = findHeader(chosen.rows.slice(0, 200));
  const columns = uniqueNames(names).slice(0, MAX_COLUMNS);
  const body = chosen.rows.slice(header + 1);
  return {
    format: 'xlsx',
    dialect: `sheet "${chosen.name}"`,
    columns,
    sample: body.slice(0, SAMPLE_ROWS),
    async *rows(progress): AsyncGenerator<Row> {
      for (const [index, cells] of body.entries()) {
        if (index % 1_000 === 0) progress?.(index / body.length);
        if (cells.some((cell) => cell !== '')) yield { line: header + index + 2, cells };
      }
    },
  };
}

interface Sheet {
  name: string;
  rows: string[][];
}

async function readSheets(path: string): Promise<Sheet[]> {
  try {
    const sheets = await readXlsx(path);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(toText)) }));
  } catch (cause) {
    throw new EarshotError(
      'file-damaged',
      'The workbook could not be read. Open it in Excel and save it again, or save the sheet as CSV.',
      { cause },
    );
  }
}

function largest(sheets: readonly Sheet[]): Sheet | undefined {
  return [...sheets].sort((a, b) => b.rows.length - a.rows.length)[0];
}

/** A date without a time has none in the sheet either. A number that was too long for a sheet is written as one that was rounded. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) return value.toExponential();
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  return typeof value === 'string' ? value : String(value as number | boolean);
}
