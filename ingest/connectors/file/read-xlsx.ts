import readXlsx from 'read-excel-file/node';
import type { Sheet } from './sheet.ts';
import { MAX_CELLS } from './table.ts';
import { unpack, workbookDamaged, workbookTooLarge } from './zip-file.ts';

/**
 * The sheets of an XLSX workbook. Dates come as ISO 8601, as the sheet shows them.
 * @throws EarshotError 'file-too-large' or 'file-damaged'.
 */
export async function readXlsxSheets(path: string): Promise<Sheet[]> {
  await checkSize(path);
  try {
    const sheets = await readXlsx(path);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(toText)) }));
  } catch (cause) {
    throw workbookDamaged(cause);
  }
}

/** Where a cell or a row stands. */
const PLACE = /\sr\s*=\s*["']([^"']{0,40})["']/g;
/** An attribute that is cut by the end of a piece is whole in the next, with so much of this one before it. */
const OVERLAP = 64;

/** A cell far out in an empty sheet takes no room in the file, and all of memory when the sheet is laid out. */
async function checkSize(path: string): Promise<void> {
  const extents = new Map<string, { rows: number; columns: number }>();
  const tails = new Map<string, string>();
  await unpack(path, (piece, entry) => {
    const extent = extents.get(entry) ?? { rows: 0, columns: 0 };
    extents.set(entry, extent);
    const text = (tails.get(entry) ?? '') + piece.toString('latin1');
    tails.set(entry, text.slice(-OVERLAP));
    for (const [, place = ''] of text.matchAll(PLACE)) {
      const [, letters, digits] = /^([A-Za-z]{0,7})(\d{0,12})$/.exec(place) ?? [];
      if (letters === undefined) continue;
      extent.columns = Math.max(extent.columns, columnNumber(letters));
      extent.rows = Math.max(extent.rows, Number(digits));
    }
    if (extent.rows * Math.max(1, extent.columns) > MAX_CELLS) throw workbookTooLarge();
  });
}

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
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
