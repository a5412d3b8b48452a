import { EarshotError } from '#core/errors.ts';
import type { Genre } from '#core/post.ts';
import { describeProfile } from '#ingest/connectors/file/column-profile.ts';
import { COLUMN_ROLES, guessColumns, type ColumnMap } from '#ingest/connectors/file/columns.ts';
import { detectDateFormat, type DateFormat } from '#ingest/connectors/file/date-format.ts';
import type { Table } from '#ingest/connectors/file/table.ts';
import type { ImportOptions } from './import-options.ts';

/** How a file is going to be read: guessed, with what the user said in place of the guess. */
export interface ImportPlan {
  roles: ColumnMap;
  genre: Genre;
  dateFormat: DateFormat | undefined;
  /** The plan in words: names and kinds of columns, never what is in them. */
  description: string;
}

const SURVEY = /fft|friends and family|ward|respondent|survey|patient|question|rating|stars|response id|\?/i;
const SOCIAL =
  /^(?:likes?|like_count|retweets?|shares?|followers|reach|impressions|thread_?id|reply_count|screen name|twitter screen name|tweet id|page type)$/i;

/** @throws EarshotError 'no-such-column', or 'no-text-column' with the names that there are. */
export function planImport(table: Table, options: ImportOptions): ImportPlan {
  const guess = guessColumns(table.columns, table.sample);
  const chosen: ColumnMap = {};
  for (const role of COLUMN_ROLES) {
    const names = options.columns[role];
    if (names) chosen[role] = names.map((name) => columnNamed(table, name));
  }
  const given = new Set(Object.values(chosen).flat());
  const guessed = Object.entries(guess.roles).map(([role, indices]) => [role, indices.filter((index) => !given.has(index))] as const);
  const roles: ColumnMap = { ...Object.fromEntries(guessed.filter(([, indices]) => indices.length > 0)), ...chosen };
  if (!roles.text?.length) {
    throw new EarshotError('no-text-column', `No column looks like comments. Say which it is: --column text="…". ${columnList(table)}`);
  }
  const dateColumn = roles.date?.[0];
  const date = dateColumn === undefined ? undefined : detectDateFormat(table.sample.map((cells) => cells[dateColumn] ?? ''));
  if (dateColumn !== undefined && !date && !options.dateFormat) {
    throw new EarshotError(
      'no-date-format',
      `The dates in "${table.columns[dateColumn]}" are of no known format. Say which: --date-format dmy (or mdy, ymd, excel …).`,
    );
  }
  const genre = options.genre ?? guessGenre(table.columns);
  const dateFormat = options.dateFormat ?? date?.format;
  const isAssumed = options.dateFormat === undefined && (date?.isAssumed ?? false);
  const rows = COLUMN_ROLES.filter((role) => roles[role]?.length).map((role) => {
    const columns = roles[role]!.map((index) => `"${table.columns[index]}" (${describeProfile(guess.profiles[index]!)})`);
    return `  ${role.padEnd(9)} ${columns.join(', ')}${role === 'date' ? ` · read as ${dateFormat}${isAssumed ? ', day first assumed' : ''}` : ''}`;
  });
  const unused = table.columns.filter((_, index) => !Object.values(roles).flat().includes(index));
  const lines = [
    `${table.format.toUpperCase()}, ${table.dialect}, ${table.columns.length} columns. Read as ${genre === 'post' ? 'social posts' : 'feedback'} of source "${options.sourceName}":`,
    ...rows,
    ...(unused.length ? [`  not used  ${shortened(unused)}`] : []),
    '  Change this with --column ROLE="Name", --genre post|feedback, --date-format dmy|mdy|iso…',
  ];
  return { roles, genre, dateFormat, description: `${lines.join('\n')}\n` };
}

function columnNamed(table: Table, name: string): number {
  const exact = table.columns.indexOf(name);
  const index = exact >= 0 ? exact : table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  if (index < 0) throw new EarshotError('no-such-column', `The file has no column "${name}". ${columnList(table)}`);
  return index;
}

function columnList(table: Table): string {
  return `Its columns are: ${shortened(table.columns)}.`;
}

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `"${name.slice(0, 60)}"`);
  return names.length > 20 ? `${shown.join(', ')} and ${names.length - 20} more` : shown.join(', ');
}

function guessGenre(columns: readonly string[]): Genre {
  if (columns.some((name) => SURVEY.test(name)) || !columns.some((name) => SOCIAL.test(name.trim()))) return 'feedback';
  return 'post';
}
