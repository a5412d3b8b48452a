import type { Genre, RawPost } from '#core/post.ts';
import { shortHash } from '../../identity.ts';
import { kindOfText } from '../../kind-of-text.ts';
import type { ColumnMap, ColumnRole } from './columns.ts';
import { parseDate, type DateFormat } from './date-format.ts';
import { isFiller } from './fillers.ts';
import type { Row } from './table.ts';

export interface RowReading {
  source: string;
  genre: Genre;
  /** ODS code of the one organisation that the file is about. */
  organisation?: string | undefined;
  columns: readonly string[];
  roles: ColumnMap;
  dateFormat: DateFormat | undefined;
  /** The collection time, ISO 8601. */
  observedAt: string;
  /** The file's own date, for rows that have none. */
  fileDate: string;
}

/** Why a row gave no post. */
export const ROW_DROPS = ['no comment', 'blank row'] as const;
export type RowDrop = (typeof ROW_DROPS)[number];

export type RowResult = { posts: RawPost[]; drop?: RowDrop; isMisdated?: boolean } | { problem: string };

/**
 * Turns rows into posts: one for each text column that is filled. A row without an id column is identified by its content,
 * whatever file it is in; where a file holds the same row again, the copies are told apart by their number, so that two
 * people who wrote the same are two comments, and importing a file twice adds nothing.
 */
export function createRowReader(reading: RowReading): (row: Extract<Row, { cells: readonly string[] }>) => RowResult {
  const copies = new Map<string, number>();
  const order = reading.columns.map((_, index) => index).sort((a, b) => (reading.columns[a]! < reading.columns[b]! ? -1 : 1));
  const texts = reading.roles.text ?? [];

  function identify(cells: readonly string[]): string {
    const content = shortHash(
      JSON.stringify(order.flatMap((index) => (cells[index]?.trim() ? [reading.columns[index], cells[index].trim()] : []))),
    );
    const copy = copies.get(content) ?? 0;
    copies.set(content, copy + 1);
    return copy === 0 ? content : `${content}.${copy + 1}`;
  }

  return ({ cells }) => {
    const cell = (role: ColumnRole) =>
      reading.roles[role]
        ?.map((index) => cells[index]?.trim())
        .filter(Boolean)
        .join(', ') || undefined;
    if (cells.every((value) => value.trim() === '')) return { posts: [], drop: 'blank row' };
    const statedId = cell('id');
    if (statedId !== undefined && statedId.length > 900) return { problem: 'has an id of over 900 characters' };
    const rowId = statedId ?? identify(cells);
    const title = cell('title');
    const date = dateOf(cell('date'), reading.dateFormat);

    const posts = texts.flatMap((column): RawPost[] => {
      const text = cells[column] ?? '';
      if (isFiller(text) && (title === undefined || isFiller(title) || texts.length > 1)) return [];
      const question =
        cell('question') ?? (texts.length > 1 || reading.columns[column]!.includes('?') ? reading.columns[column]! : undefined);
      const nativeId = texts.length > 1 ? `${rowId}/${shortHash(reading.columns[column]!).slice(0, 6)}` : rowId;
      return [
        {
          ...describe(cell, reading, title),
          nativeId,
          canonicalId: nativeId,
          kind: kindOfText(reading.genre, { question, parentId: parentOf(cell) }),
          text: isFiller(text) ? '' : text,
          ...(question ? { question } : {}),
          createdAt: date ?? reading.fileDate,
        },
      ];
    });
    return posts.length === 0 ? { posts, drop: 'no comment' } : { posts, isMisdated: date === undefined && cell('date') !== undefined };
  };
}

function dateOf(value: string | undefined, format: DateFormat | undefined): string | undefined {
  const ms = value === undefined || format === undefined ? undefined : parseDate(value, format);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

type Describe = Pick<RawPost, 'source' | 'observedAt'> & Partial<RawPost>;

function describe(cell: (role: ColumnRole) => string | undefined, reading: RowReading, title: string | undefined): Describe {
  const [author, place, lang, url, parent] = [cell('author'), cell('place'), cell('language'), cell('url'), parentOf(cell)];
  return {
    source: reading.source,
    observedAt: reading.observedAt,
    ...(reading.organisation === undefined ? {} : { organisation: reading.organisation }),
    ...(title === undefined || isFiller(title) ? {} : { title }),
    ...(author === undefined ? {} : { author: { id: author.slice(0, 1_000) } }),
    ...(place === undefined ? {} : { place }),
    ...(lang === undefined ? {} : { lang: languageTag(lang) }),
    ...(url === undefined || url.length > 4_000 ? {} : { url }),
    ...(parent === undefined ? {} : { parentId: parent.slice(0, 2_000) }),
  };
}

/** What begins a thread names itself. */
function parentOf(cell: (role: ColumnRole) => string | undefined): string | undefined {
  const parent = cell('parent');
  return parent === cell('id') ? undefined : parent;
}

const LANGUAGE_NAMES: Record<string, string> = {
  english: 'en',
  welsh: 'cy',
  polish: 'pl',
  urdu: 'ur',
  punjabi: 'pa',
  bengali: 'bn',
  arabic: 'ar',
  french: 'fr',
  spanish: 'es',
};

function languageTag(value: string): string {
  return LANGUAGE_NAMES[value.toLowerCase()] ?? value;
}
