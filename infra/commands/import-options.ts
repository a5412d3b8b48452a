import { GENRES, type Genre } from '#core/post.ts';
import { ODS_CODE } from '#core/organisations/ods-code.ts';
import { COLUMN_ROLES, type ColumnRole } from '#ingest/connectors/file/columns.ts';
import { DATE_FORMATS, type DateFormat } from '#ingest/connectors/file/date-format.ts';
import { FILE_FORMATS, type FileFormat } from '#ingest/connectors/file/table.ts';
import { UsageError } from './command.ts';
import { parseFlags } from './parse-flags.ts';

export interface ImportOptions {
  files: string[];
  /** Names of columns by role, as the file has them. An empty list: no column has this role. */
  columns: Partial<Record<ColumnRole, string[]>>;
  genre: Genre | undefined;
  sourceName: string;
  /** ODS code of the one organisation that the files are about. */
  organisation: string | undefined;
  dateFormat: DateFormat | undefined;
  format: FileFormat | undefined;
  sheet: string | undefined;
  isDryRun: boolean;
}

/** @throws UsageError that names the flag and what it takes. */
export function readImportOptions(args: string[]): ImportOptions {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError('"import" needs the name of a file.');
  const sourceName = values['source-name'] ?? 'file';
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(sourceName)) {
    throw new UsageError('--source-name must be lower-case letters, digits and dashes, at most 40, beginning with a letter.');
  }
  const organisation = values.organisation?.toUpperCase();
  if (organisation !== undefined && !ODS_CODE.test(organisation)) {
    throw new UsageError('--organisation must be an ODS code, such as RR8: "organisations list" has them all.');
  }
  return {
    files: positionals,
    columns: readColumns(values.column ?? []),
    genre: oneOf('--genre', values.genre, GENRES),
    sourceName,
    organisation,
    dateFormat: oneOf('--date-format', values['date-format'], DATE_FORMATS),
    format: oneOf('--format', values.format, FILE_FORMATS),
    sheet: values.sheet,
    isDryRun: values['dry-run'] ?? false,
  };
}

function parse(args: string[]) {
  return parseFlags(args, {
    allowPositionals: true,
    options: {
      column: { type: 'string', multiple: true },
      genre: { type: 'string' },
      'source-name': { type: 'string' },
      organisation: { type: 'string' },
      'date-format': { type: 'string' },
      format: { type: 'string' },
      sheet: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
  });
}

function oneOf<T extends string>(flag: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw new UsageError(`${flag} must be one of ${allowed.join(', ')}.`);
  return found;
}

function readColumns(given: readonly string[]): ImportOptions['columns'] {
  const columns: ImportOptions['columns'] = {};
  for (const item of given) {
    const at = item.indexOf('=');
    const role = oneOf('The part of --column before "="', item.slice(0, Math.max(0, at)), COLUMN_ROLES)!;
    const name = item.slice(at + 1).trim();
    columns[role] = name === '' ? [] : [...(columns[role] ?? []), name];
  }
  return columns;
}
