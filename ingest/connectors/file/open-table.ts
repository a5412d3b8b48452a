import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { EarshotError } from '#core/errors.ts';
import { readHead } from './read-bytes.ts';
import { openCsv } from './read-csv.ts';
import { openNdjson } from './read-ndjson.ts';
import { readOdsSheets } from './read-ods.ts';
import { readXlsxSheets } from './read-xlsx.ts';
import { tableOf, type SheetChoice } from './sheet.ts';
import type { FileFormat, Table } from './table.ts';

export interface OpenOptions {
  /** Told by the file's first bytes and its name when not given. */
  format?: FileFormat | undefined;
  /** The workbook's sheet; the one with the most rows when not given. */
  sheet?: SheetChoice;
}

/**
 * Opens a CSV, NDJSON, XLSX or ODS file as a table. CSV and NDJSON may be compressed by gzip.
 * @throws EarshotError 'no-such-file', 'file-empty', 'file-format', 'file-too-large', 'file-damaged' or 'no-such-sheet'.
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<Table> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new EarshotError('no-such-file', `There is no file "${path}".`);
  if (found.size === 0) throw new EarshotError('file-empty', `"${path}" is empty.`);
  const table = await open(path, options.format ?? (await detectFormat(path)), options.sheet);
  if (table.columns.length === 0) throw new EarshotError('file-empty', `"${path}" holds no rows that could be read.`);
  return table;
}

async function open(path: string, format: FileFormat, sheet: SheetChoice): Promise<Table> {
  if (format === 'xlsx') return tableOf(await readXlsxSheets(path), format, sheet);
  if (format === 'ods') return tableOf(await readOdsSheets(path), format, sheet);
  return format === 'ndjson' ? openNdjson(path) : openCsv(path);
}

async function detectFormat(path: string): Promise<FileFormat> {
  const head = await readHead(path, 512);
  const extension = extname(path.replace(/\.gz$/i, '')).toLowerCase();
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04')))
    return extension === '.ods' || head.includes('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : 'xlsx';
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw new EarshotError('file-format', 'The file is a workbook of an old kind (.xls). Save it as .xlsx or CSV.');
  }
  if (head.subarray(0, 4).equals(Buffer.from('%PDF')))
    throw new EarshotError('file-format', 'The file is a PDF. Export the comments as CSV or .xlsx.');
  if (['.ndjson', '.jsonl'].includes(extension)) return 'ndjson';
  const text = head
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(/^[\uFEFF\uFFFD]+/, '')
    .trimStart();
  if (/^<(?:!doctype|html|\?xml)/i.test(text))
    throw new EarshotError('file-format', 'The file is a web page or XML. Export the comments as CSV or .xlsx.');
  if (text.startsWith('['))
    throw new EarshotError('file-format', 'The file is one JSON array. Write one JSON object a line (NDJSON) instead.');
  return text.startsWith('{') && extension !== '.csv' ? 'ndjson' : 'csv';
}
