import { londonDate } from '../calendar.ts';
import { tokenise } from '../language/tokens.ts';
import type { OdsRecord } from './additions.ts';
import type { Directory } from './directory.ts';
import { isPlaceName } from './generic-names.ts';
import { ODS_CODE } from './ods-code.ts';

/** Columns of the CSV extracts of the Organisation Data Service, which have no header. */
const COLUMNS = 27;
const AT = { code: 0, name: 1, board: 3, address: 4, postcode: 9, open: 10, close: 11, parent: 14, provider: 23, setting: 25 } as const;
/** The prescribing setting of GP practices: a number until 2025, since then roles that are joined by "|". */
const GP_PRACTICE = ['4', 'RO76'];
const ADDRESS_LINES = 5;
const YEARS_KEPT = 5;

/** Why a sound row gives nothing. */
export const ODS_SKIPS = [
  'closed over five years ago',
  'not a GP practice',
  'in no integrated care board that is known',
  'of no trust that is known',
  'not the name of a place',
] as const;
export type OdsSkip = (typeof ODS_SKIPS)[number];

export type OdsRow = { record: OdsRecord } | { skip: OdsSkip } | { problem: string };

/**
 * Reads a row of `epraccur` (GP practices, told by their prescribing setting) or of `ets` (sites of trusts).
 */
export function createOdsRowParser(directory: Pick<Directory, 'get'>, nowMs: number): (cells: readonly string[]) => OdsRow {
  const oldest = `${Number(londonDate(nowMs).slice(0, 4)) - YEARS_KEPT}${londonDate(nowMs).slice(4)}`;

  return (row) => {
    if (row.length !== COLUMNS) return { problem: `has ${row.length} columns where an ODS extract has ${COLUMNS}` };
    const cells = row.map((cell) => cell.trim());
    const [code, name] = [cells[AT.code]!, cells[AT.name]!];
    if (!ODS_CODE.test(code)) return { problem: 'has no organisation code in column 1' };
    if (name === '') return { problem: 'has no name in column 2' };
    const [from, to] = [dateOf(cells[AT.open]!), dateOf(cells[AT.close]!)];
    if (from === null) return { problem: 'has an open date in column 11 that is not yyyymmdd' };
    if (to === null) return { problem: 'has a close date in column 12 that is not yyyymmdd' };
    if (to !== undefined && to < oldest) return { skip: 'closed over five years ago' };

    const roles = cells[AT.setting]!.split('|');
    const isPractice = GP_PRACTICE.some((role) => roles.includes(role));
    const parent = isPractice
      ? [cells[AT.board]!, cells[AT.parent]!, cells[AT.provider]!].find((other) => directory.get(other)?.level === 'icb')
      : cells[AT.parent]!;
    if (parent === undefined) return { skip: 'in no integrated care board that is known' };
    if (!isPractice && cells[AT.setting] !== '') return { skip: 'not a GP practice' };
    if (!isPractice && directory.get(parent)?.level !== 'organisation') return { skip: 'of no trust that is known' };
    if (!isPlaceName(wordsOf(name))) return { skip: 'not the name of a place' };
    const address = cells.slice(AT.address, AT.address + ADDRESS_LINES);
    const kind = isPractice ? 'practice' : 'site';
    const dates = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    return { record: { kind, code, name: inOrdinaryCase(name), parent, near: nearOf(address, cells[AT.postcode]!), ...dates } };
  };
}

function wordsOf(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

/** Undefined for none, null for what is no date. */
function dateOf(cell: string): string | undefined | null {
  if (cell === '') return undefined;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(cell) ?? [];
  const iso = `${year}-${month}-${day}`;
  return year !== undefined && !Number.isNaN(Date.parse(iso)) ? iso : null;
}

const SMALL_WORDS = new Set(['and', 'of', 'the', 'on', 'in', 'at', 'for', 'by', 'upon', 'le', 'under']);

/** Extracts are in capitals: "THE SURGERY ON THE HILL" is The Surgery on the Hill. */
function inOrdinaryCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu, (word, at: number) =>
      at > 0 && SMALL_WORDS.has(word) ? word : word[0]!.toUpperCase() + word.slice(1),
    );
}

/** A line of an address that is no town: a number, a street, a building. */
const NO_TOWN =
  /\d|\b(?:street|st|road|rd|lane|avenue|ave|way|close|drive|crescent|square|terrace|place|row|gardens?|grove|court|estate|walk|parade|broadway|hill|house|building|floor|unit|site|centre|center|surgery|practice|clinic|hospital|park|po box|high st)$/i;

/** Towns that are words as well: they tell only after "in". */
const WORD_TOWNS = new Set(
  `bath battle bury deal diss eye goole hale hook hove hyde leek looe lynn mold new nelson poole reading redcar rugby rye sale sandwich street stone
  wallasey ware wells wing wash ash broadway chard crook frome hythe march ripley settle sandy shine staines stroud tring wick yarm`.split(
    /\s+/,
  ),
);
const COUNTY =
  /shire$|^(?:(?:east|west|north|south) (?:sussex|yorkshire|midlands)|greater (?:london|manchester)|tyne (?:&|and) wear|merseyside|cleveland|county durham|co durham|cumbria|northumberland|norfolk|suffolk|essex|kent|surrey|sussex|devon|cornwall|somerset|dorset|avon|isle of wight|middlesex|middx|humberside|rutland|england)$/i;
const OUTWARD_CODE = /^[A-Z]{1,2}\d[A-Z\d]?/;

/** Its towns, and its postcode as the redactor leaves it. The last line is the county, unless the town is nowhere else. */
function nearOf(address: readonly string[], postcode: string): string[] {
  const lines = address.slice(1).filter((line) => line !== '' && !NO_TOWN.test(line) && !COUNTY.test(line));
  const before = address.slice(1, -1).filter((line) => lines.includes(line));
  const towns = (before.length > 0 ? before : lines).map((line) => wordsOf(line).join(' '));
  const outward = OUTWARD_CODE.exec(postcode)?.[0].toLowerCase();
  const area = outward && /^[a-z]+/.exec(outward)![0];
  const told = towns.filter(Boolean).map((town) => (WORD_TOWNS.has(town) ? `in ${town}` : town));
  return [...new Set([...told, ...(outward ? [outward, `postcode ${area}`] : [])])].slice(0, 8);
}
