import { EarshotError } from '#core/errors.ts';
import type { Genre } from '#core/post.ts';
import { COLUMN_ROLES, guessColumns, type ColumnMap, type ColumnRole } from './columns.ts';
import type { ColumnProfile } from './column-profile.ts';
import { detectDateFormat, type DateFormat } from './date-format.ts';
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
  roles: ColumnMap;
  genre: Genre;
  dateFormat: DateFormat | undefined;
  /** Nothing in the file tells day from month: day first is assumed. */
  isDateAssumed: boolean;
  profiles: readonly ColumnProfile[];
}

const SURVEY = /fft|friends and family|ward|respondent|survey|patient|question|rating|stars|response id|\?/i;
const SOCIAL =
  /^(?:likes?|like_?count|retweets?|shares?|followers|reach|impressions|thread_?id|reply_?count|isreplyto|authorchannelid|screen name|twitter screen name|tweet id|page type)$/i;

/** @throws EarshotError 'no-such-column', 'no-text-column' or 'no-date-format', with the names that there are. */
export function planFile(table: Table, wishes: FileWishes): FilePlan {
  const guess = guessColumns(table.columns, table.sample);
  const roles = applyWishes(table, guess.roles, wishes.columns);
  if (!roles.text?.length) {
    throw new EarshotError('no-text-column', `No column looks like comments. Say which it is: --column text="…". ${columnList(table)}`);
  }
  const dateColumn = roles.date?.[0];
  const date = dateColumn === undefined ? undefined : detectDateFormat(table.sample.map((cells) => cells[dateColumn] ?? ''));
  const dateFormat = wishes.dateFormat ?? date?.format;
  if (dateColumn !== undefined && !dateFormat) {
    throw new EarshotError(
      'no-date-format',
      `The dates in "${table.columns[dateColumn]}" are of no known format. Say which: --date-format dmy (or mdy, ymd, excel …).`,
    );
  }
  return {
    roles,
    genre: wishes.genre ?? guessGenre(table.columns),
    dateFormat,
    isDateAssumed: wishes.dateFormat === undefined && (date?.isAssumed ?? false),
    profiles: guess.profiles,
  };
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
  if (columns.some((name) => SURVEY.test(name)) || !columns.some((name) => SOCIAL.test(name.trim()))) return 'feedback';
  return 'post';
}
