import { htmlToText } from '#core/language/html-to-text.ts';
import type { Genre, PostKind, RawPost } from '#core/post.ts';
import { shortHash } from '../../identity.ts';
import { kindOfText } from '../../kind-of-text.ts';
import type { ColumnMap, ColumnRole } from './columns.ts';
import { parseDate, type DateFormat } from './date-format.ts';
import { isFiller } from './fillers.ts';
import { languageTag } from './languages.ts';
import { statedKind, type RowTraits } from './row-traits.ts';
import type { Row } from './table.ts';

export interface RowReading {
  source: string;
  genre: Genre;
  /** ODS code of the one organisation that the file is about. */
  organisation?: string | undefined;
  columns: readonly string[];
  roles: ColumnMap;
  traits: RowTraits;
  isIdStated: boolean;
  dateFormat: DateFormat | undefined;
  /** When a row is read. */
  now(): number;
  /** The file's own date, for rows that have none. */
  fileDate: string;
}

/** Why a row gave no post. */
export const ROW_DROPS = ['no comment', 'blank row'] as const;
export type RowDrop = (typeof ROW_DROPS)[number];

export type RowResult = { posts: RawPost[]; drop?: RowDrop; isMisdated?: boolean } | { problem: string };

type Cell = (role: ColumnRole) => string | undefined;

const MAX_ID_LENGTH = 900;
/** Spreadsheets round long numbers and show them so: many posts would share what is left. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;
/** Numbers that forms and spreadsheets give to rows, which the next file begins anew. */
const RUNNING_NUMBER = /^\d{1,6}$/;
/** What a column holds of those who have no name, who are not one person. */
const NOBODY = /^(?:n\/?a|unknown|anonymous|anon|none|null|nan|nil|guest|-+|\[?(?:deleted|removed)\]?)$/i;
/** Reddit's ids say of what kind a thing is where they refer to it, and not where they name it. */
const REDDIT_NAME = /^t[1-6]_(?=[a-z0-9]+$)/;
const NAMELESS_QUESTION = /^(?:comments?|feedback|answer|text|q(?:uestion)?)[ _-]?\d*$/i;

/**
 * Turns rows into posts: one for each text column that is filled. A row without an id column is identified by its content,
 * whatever file it is in; where a file holds the same row again, the copies are told apart by their number, so that two
 * people who wrote the same are two comments, and importing a file twice adds nothing.
 */
export function createRowReader(reading: RowReading): (row: Extract<Row, { cells: readonly string[] }>) => RowResult {
  const copies = new Map<string, number>();
  const order = reading.columns.map((_, index) => index).sort((a, b) => (reading.columns[a]! < reading.columns[b]! ? -1 : 1));
  const texts = reading.roles.text ?? [];
  const questions = texts.map((column) => questionOf(reading.columns[column]!, texts.length));
  const marks = texts.map((column) => shortHash(reading.columns[column]!).slice(0, 6));
  const isThreaded = Boolean(reading.roles.parent?.length || reading.roles.thread?.length);

  function identify(cells: readonly string[]): string {
    const content = shortHash(
      JSON.stringify(order.flatMap((index) => (cells[index]?.trim() ? [reading.columns[index], cells[index].trim()] : []))),
    );
    const copy = copies.get(content) ?? 0;
    copies.set(content, copy + 1);
    return copy === 0 ? content : `${content}.${copy + 1}`;
  }

  function textOf(cells: readonly string[], column: number): string {
    const own = cells[column] ?? '';
    const excerpt = own.trim() === '' ? reading.traits.excerpt.map((index) => cells[index] ?? '').find((text) => text.trim()) : undefined;
    return reading.traits.isHtml ? htmlToText(excerpt ?? own) : (excerpt ?? own);
  }

  /** The row's number alone would be that of another row in the next file. */
  function scopeOf(id: string, date: string | undefined): string {
    return reading.isIdStated || isThreaded || !RUNNING_NUMBER.test(id) || date === undefined ? '' : `@${date}`;
  }

  return ({ cells }) => {
    if (cells.every((value) => value.trim() === '')) return { posts: [], drop: 'blank row' };
    const cell: Cell = (role) => cellOf(cells, role, reading.roles);
    const statedId = cell('id');
    if (statedId !== undefined && statedId.length > MAX_ID_LENGTH) return { problem: `has an id of over ${MAX_ID_LENGTH} characters` };
    const rowId = statedId ?? identify(cells);
    const title = titleOf(cells, cell('title'), reading.traits);
    const statedDate = cell('date');
    const date = dateOf(statedDate, reading);
    const scope = statedId === undefined ? '' : scopeOf(statedId, statedDate);
    const described = describe(cell, reading, title);

    const posts = texts.flatMap((column, nth): RawPost[] => {
      const text = textOf(cells, column);
      if (isFiller(text) && (title === undefined || texts.length > 1)) return [];
      const question = cell('question') ?? questions[nth];
      const nativeId = texts.length > 1 ? `${rowId}/${marks[nth]}` : rowId;
      return [
        {
          ...described,
          nativeId,
          canonicalId: `${nativeId}${scope}`,
          ...kindAndGenre(statedKind(cells, reading.traits), reading.genre, {
            isAnswer: question !== undefined || texts.length > 1,
            isReply: described.parentId !== undefined,
          }),
          text: isFiller(text) ? '' : text.trim(),
          ...(question === undefined || NAMELESS_QUESTION.test(question) ? {} : { question }),
          createdAt: date ?? reading.fileDate,
        },
      ];
    });
    return posts.length === 0 ? { posts, drop: 'no comment' } : { posts, isMisdated: date === undefined && statedDate !== undefined };
  };
}

/** The name of a column is a question if it reads like one, or if it is one of several. */
function questionOf(name: string, columns: number): string | undefined {
  return columns > 1 || name.includes('?') ? name : undefined;
}

/** Places and the parts of a date belong together; of an id, only one that can tell rows apart counts. */
function cellOf(cells: readonly string[], role: ColumnRole, roles: ColumnMap): string | undefined {
  const indices = roles[role];
  if (indices === undefined) return undefined;
  if (role === 'place' || role === 'date') {
    const filled = indices.map((index) => (cells[index] ?? '').trim()).filter(Boolean);
    return filled.join(role === 'place' ? ', ' : ' ') || undefined;
  }
  for (const index of indices) {
    const value = (cells[index] ?? '').trim();
    if (value !== '' && !(role === 'id' && ROUNDED.test(value))) return value;
  }
  return undefined;
}

function titleOf(cells: readonly string[], title: string | undefined, { untitled }: RowTraits): string | undefined {
  if (title === undefined || isFiller(title)) return undefined;
  return untitled && untitled.words.test((cells[untitled.column] ?? '').trim()) ? undefined : title;
}

function dateOf(value: string | undefined, { dateFormat, traits }: RowReading): string | undefined {
  const ms = value === undefined || dateFormat === undefined ? undefined : parseDate(value, dateFormat, traits.zone);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function kindAndGenre(
  stated: PostKind | undefined,
  genre: Genre,
  { isAnswer, isReply }: { isAnswer: boolean; isReply: boolean },
): Pick<RawPost, 'kind' | 'genre'> {
  if (genre === 'feedback') return { kind: isAnswer ? 'answer' : 'review' };
  if (stated === 'review') return { kind: 'review', genre: 'feedback' };
  return { kind: stated ?? kindOfText(genre, isReply ? { parentId: 'any' } : {}) };
}

type Described = Pick<RawPost, 'source' | 'observedAt'> & Partial<RawPost>;

function describe(cell: Cell, reading: RowReading, title: string | undefined): Described {
  const [author, place, url] = [cell('author'), cell('place'), cell('url')];
  const language = cell('language');
  const lang = language === undefined ? undefined : languageTag(language);
  return {
    source: reading.source,
    observedAt: new Date(reading.now()).toISOString(),
    ...(reading.organisation === undefined ? {} : { organisation: reading.organisation }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined || NOBODY.test(author) ? {} : { author: { id: author.slice(0, 1_000) } }),
    ...(place === undefined || isFiller(place) ? {} : { place }),
    ...(lang === undefined ? {} : { lang }),
    ...(url === undefined || url.length > 4_000 ? {} : { url }),
    ...threadOf(cell),
  };
}

/** What begins a thread names itself. */
function threadOf(cell: Cell): Pick<RawPost, 'parentId' | 'rootId'> {
  const id = cell('id');
  const other = (name: string | undefined) => {
    const plain = name?.slice(0, 2_000).replace(REDDIT_NAME, '');
    return plain === undefined || plain === id || NOBODY.test(plain) ? undefined : plain;
  };
  const [parent, root] = [other(cell('parent')), other(cell('thread'))];
  return {
    ...(parent === undefined && root === undefined ? {} : { parentId: parent ?? root! }),
    ...(root === undefined ? {} : { rootId: root }),
  };
}
