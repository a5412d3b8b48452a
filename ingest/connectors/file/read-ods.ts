import { htmlToText } from '#core/language/html-to-text.ts';
import type { Sheet } from './sheet.ts';
import { MAX_CELLS } from './table.ts';
import { unpack, workbookDamaged, workbookTooLarge } from './zip-file.ts';

/** A tag with its attributes, or the text up to the next one. */
const TOKEN = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<]+/g;
const TAG = /^<(\/?)([\w:.-]+)/;
const MAX_ROWS = 1_048_576;
const MAX_SHEET_COLUMNS = 16_384;
/** Rows that are the same are written once, with their number: of rows with content no sheet has so many. */
const MAX_REPEATED_ROWS = 10_000;

/**
 * The sheets of an OpenDocument spreadsheet, in which public bodies publish. Numbers and dates are as the file has them and not as it shows them.
 * @throws EarshotError 'file-too-large' or 'file-damaged'.
 */
export async function readOdsSheets(path: string): Promise<Sheet[]> {
  const pieces: Buffer[] = [];
  await unpack(path, (piece, entry) => {
    if (entry === 'content.xml') pieces.push(piece);
  });
  if (pieces.length === 0) throw workbookDamaged();
  return parseContent(Buffer.concat(pieces).toString('utf8'));
}

interface OpenCell {
  value: string | undefined;
  paragraphs: string[];
  repeated: number;
}

function parseContent(xml: string): Sheet[] {
  const sheets: Sheet[] = [];
  let row: string[] | undefined;
  let rowsRepeated = 1;
  let cell: OpenCell | undefined;
  let paragraph: string | undefined;
  let notes = 0;
  let cells = 0;

  function endRow(): void {
    const rows = sheets.at(-1)?.rows ?? [];
    const filled = (row ?? []).findLastIndex((value) => value !== '') + 1;
    const content = row!.slice(0, filled);
    const copies = filled === 0 ? rowsRepeated : Math.min(rowsRepeated, MAX_REPEATED_ROWS);
    // Empty rows at the end go on to the last that a sheet may have.
    if (filled === 0 && rows.length + copies >= MAX_ROWS) return;
    if (rows.length + copies > MAX_ROWS) throw workbookTooLarge();
    cells += Math.max(1, filled) * copies;
    if (cells > MAX_CELLS) throw workbookTooLarge();
    for (let copy = 0; copy < copies; copy++) rows.push(content);
  }

  function endCell({ value, paragraphs, repeated }: OpenCell): void {
    const text = value ?? paragraphs.join('\n');
    const copies = text === '' ? Math.min(repeated, MAX_SHEET_COLUMNS - row!.length) : repeated;
    if (row!.length + copies > MAX_SHEET_COLUMNS) throw workbookTooLarge();
    for (let copy = 0; copy < copies; copy++) row!.push(text);
  }

  for (const [token] of xml.matchAll(TOKEN)) {
    const [, slash, name] = TAG.exec(token) ?? [];
    if (name === undefined) {
      if (paragraph !== undefined && notes === 0) paragraph += decodeEntities(token);
      continue;
    }
    const isEnd = slash === '/';
    const isEmpty = token.endsWith('/>');
    if (name === 'office:annotation') notes += isEmpty ? 0 : isEnd ? -1 : 1;
    else if (name === 'table:table' && !isEnd) sheets.push({ name: attribute(token, 'table:name') ?? '', rows: [] });
    else if (name === 'table:table-row') {
      if (!isEnd) [row, rowsRepeated] = [[], countOf(token, 'table:number-rows-repeated')];
      if ((isEnd || isEmpty) && row) {
        endRow();
        row = undefined;
      }
    } else if (row && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
      if (!isEnd) cell = { value: valueOf(token), paragraphs: [], repeated: countOf(token, 'table:number-columns-repeated') };
      if ((isEnd || isEmpty) && cell) {
        endCell(cell);
        cell = undefined;
      }
    } else if (cell && notes === 0) {
      if (name === 'text:p' && !isEnd) paragraph = '';
      if (name === 'text:p' && (isEnd || isEmpty)) {
        cell.paragraphs.push(paragraph ?? '');
        paragraph = undefined;
      } else if (paragraph !== undefined && !isEnd) {
        if (name === 'text:s') paragraph += ' '.repeat(Math.min(1_000, countOf(token, 'text:c')));
        if (name === 'text:tab') paragraph += '\t';
        if (name === 'text:line-break') paragraph += '\n';
      }
    }
  }
  return sheets.map((sheet) => ({ ...sheet, rows: withoutEmptyEnd(sheet.rows) }));
}

/** Undefined for what is written as text. */
function valueOf(tag: string): string | undefined {
  const type = attribute(tag, 'office:value-type');
  if (type === 'float' || type === 'percentage' || type === 'currency') return attribute(tag, 'office:value');
  if (type === 'date') return attribute(tag, 'office:date-value');
  if (type === 'boolean') return attribute(tag, 'office:boolean-value');
  return type === 'string' ? attribute(tag, 'office:string-value') : undefined;
}

const ATTRIBUTES = new Map<string, RegExp>();

function attribute(tag: string, name: string): string | undefined {
  const pattern = ATTRIBUTES.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  ATTRIBUTES.set(name, pattern);
  const found = pattern.exec(tag);
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : undefined;
}

function countOf(tag: string, name: string): number {
  const stated = Number(attribute(tag, name) ?? 1);
  return Number.isInteger(stated) && stated > 0 ? stated : 1;
}

/** XML has some of HTML's entities and no others. */
function decodeEntities(text: string): string {
  return text.includes('&') ? text.replaceAll(/&[#\w]+;/g, (entity) => htmlToText(entity) || entity) : text;
}

function withoutEmptyEnd(rows: string[][]): string[][] {
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}
