import { EarshotError } from '#core/errors.ts';
import type { Genre } from '#core/post.ts';
import { COLUMN_ROLES, guessColumns, timeColumn, type ColumnMap, type ColumnRole } from './columns.ts';
import type { ColumnProfile } from './column-profile.ts';
import { detectDateFormat, parseDate, type DateFormat } from './date-format.ts';
import { traitsOf, type RowTraits } from './row-traits.ts';
import type { Table } from './table.ts';

/** What a user says in place of a guess. */
export interface FileWishes {
  /** Names of columns by role, as the file has them. An empty list: no column has this role. */
  columns: Partial<Record<ColumnRole, readonly string[]>>;
  genre: Genre | undefined;
  dateFormat: DateFormat | undefined;
}

/** How a file is going to be read. */
export interface FilePlan {
  /** The tool that wrote the file, where it is known. */
  tool: string | undefined;
  roles: ColumnMap;
  traits: RowTraits;
  /** The user says which column tells rows apart: nothing else is looked at. */
  isIdStated: boolean;
  genre: Genre;
  dateFormat: DateFormat | undefined;
  /** Nothing in the file tells day from month: day first is assumed. */
  isDateAssumed: boolean;
  profiles: readonly ColumnProfile[];
}

const SURVEY = /\b(?:fft|friends and family|wards?|respondents?|survey|patients?|questions?|ratings?|stars|response id)\b/i;
const SOCIAL =
  /^(?:likes?|like_?count|retweets?|retweet_?count|reposts?|repost_?count|shares?|followers|reach|impressions|thread_?id|reply_?count|isreplyto|authorchannelid|screen name|twitter screen name|tweet id|page type|subreddit|hashtags|in_reply_to_\w+|conversation_id)$/i;

/** By its words, or since it is a question. */
function isOfSurvey(column: string): boolean {
  return SURVEY.test(column) || (column.trimEnd().endsWith('?') && /\w{3} /.test(column));
}

/** @throws EarshotError 'no-such-column', 'no-text-column' or 'no-date-format', with the names that there are. */
export async function planFile(table: Table, wishes: FileWishes): Promise<FilePlan> {
  const guess = guessColumns(table.columns, table.sample);
  const roles = applyWishes(table, guess.roles, wishes.columns);
  if (!roles.text?.length) {
    throw new EarshotError('no-text-column', `No column looks like comments. Say which it is: --column text="…". ${columnList(table)}`);
  }
  return {
    tool: guess.tool?.tool,
    roles: withTime(table, roles),
    traits: traitsOf(table.columns, guess.tool),
    isIdStated: Boolean(wishes.columns.id?.length),
    genre: wishes.genre ?? guess.tool?.genre ?? guessGenre(table.columns),
    ...(await planDates(table, roles.date?.[0], wishes.dateFormat)),
    profiles: guess.profiles,
  };
}

/** Times of day that stand in a column of their own go with the dates. */
function withTime(table: Table, roles: ColumnMap): ColumnMap {
  const [date, ...others] = roles.date ?? [];
  const time = date === undefined || others.length > 0 ? undefined : timeColumn(table.columns, table.sample, date);
  return time === undefined ? roles : { ...roles, date: [date!, time] };
}

async function planDates(
  table: Table,
  column: number | undefined,
  wished: DateFormat | undefined,
): Promise<Pick<FilePlan, 'dateFormat' | 'isDateAssumed'>> {
  if (column === undefined) return { dateFormat: wished, isDateAssumed: false };
  const found = detectDateFormat(table.sample.map((cells) => cells[column] ?? ''));
  if (wished !== undefined) return { dateFormat: wished, isDateAssumed: false };
  if (!found) {
    throw new EarshotError(
      'no-date-format',
      `The dates in "${table.columns[column]}" are of no known format. Say which: --date-format dmy (or mdy, ymd, excel …).`,
    );
  }
  if (!found.isAssumed) return { dateFormat: found.format, isDateAssumed: false };
  const told = await dayOrMonthFirst(table, column);
  return { dateFormat: told ?? found.format, isDateAssumed: told === undefined };
}

/** A file in the order of dates begins with the first days of a month, which tell nothing: the rows after them may. */
async function dayOrMonthFirst(table: Table, column: number): Promise<'dmy' | 'mdy' | undefined> {
  for await (const row of table.rows()) {
    const value = 'cells' in row ? row.cells[column] : undefined;
    if (!value) continue;
    const [isDay, isMonth] = (['dmy', 'mdy'] as const).map((format) => parseDate(value, format) !== undefined);
    if (isDay !== isMonth) return isDay ? 'dmy' : 'mdy';
  }
  return undefined;
}

/** What the user said stands; a column that has a role by it loses the one that was guessed. */
function applyWishes(table: Table, guessed: ColumnMap, wished: FileWishes['columns']): ColumnMap {
  const roles: ColumnMap = {};
  const given = new Set(Object.values(wished).flatMap((names) => names.map((name) => columnNamed(table, name))));
  for (const role of COLUMN_ROLES) {
    const indices = wished[role]?.map((name) => columnNamed(table, name)) ?? guessed[role]?.filter((index) => !given.has(index));
    if (indices?.length) roles[role] = indices;
  }
  return roles;
}

function columnNamed(table: Table, name: string): number {
  const exact = table.columns.indexOf(name);
  const index = exact >= 0 ? exact : table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  if (index < 0) throw new EarshotError('no-such-column', `The file has no column "${name}". ${columnList(table)}`);
  return index;
}

function columnList(table: Table): string {
  return `Its columns are: ${shortenedNames(table.columns)}.`;
}

export function shortenedNames(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `"${name.slice(0, 60)}"`);
  return names.length > 20 ? `${shown.join(', ')} and ${names.length - 20} more` : shown.join(', ');
}

function guessGenre(columns: readonly string[]): Genre {
  if (columns.some((name) => isOfSurvey(name)) || !columns.some((name) => SOCIAL.test(name.trim()))) return 'feedback';
  return 'post';
}
