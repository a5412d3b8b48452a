import { EarshotError } from '#core/errors.ts';
import { SourceError } from '../../source-error.ts';
import type { FileConfig } from './schema.ts';

interface Fault {
  /** The key of the configuration that may put it right. */
  key: keyof FileConfig;
  message: string;
}

/** By the code of the error, whose own message is for whoever imports a file: it names columns, which in a file without a header are what people wrote. */
const FAULTS: Record<string, Fault> = {
  'no-such-file': { key: 'path', message: 'There is no such file' },
  'file-empty': { key: 'path', message: 'The file holds no rows' },
  'file-format': { key: 'path', message: 'The file is of a kind that can’t be read: CSV, XLSX, ODS and NDJSON can' },
  'file-too-large': { key: 'path', message: 'The workbook or compressed file is too large; CSV has no limit' },
  'file-damaged': { key: 'path', message: 'The file is damaged or cut short' },
  'no-such-sheet': { key: 'sheet', message: 'The workbook has no sheet of this name' },
  'no-text-column': { key: 'columns', message: 'No column of the file looks like comments' },
  'no-such-column': { key: 'columns', message: 'A column that is named is not in the file' },
  'no-date-format': { key: 'dateFormat', message: 'The file’s dates are of no known format' },
};
const ANY: Fault = { key: 'path', message: 'The file can’t be read' };

/** What is wrong with a file, without its name and without a word of it. */
export function faultOf(error: unknown): Fault {
  return (error instanceof EarshotError ? FAULTS[error.code] : undefined) ?? ANY;
}

/** Shelves that are away for a while, such as those on another machine. */
const PASSING = new Set(['EIO', 'ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENOTCONN', 'EBUSY', 'EAGAIN', 'EMFILE', 'ENFILE']);

export function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && PASSING.has(error.code);
}

export function toSourceFault(error: unknown): SourceError {
  if (isPassing(error)) return new SourceError({ type: 'retry' }, 'The disk that holds the file doesn’t answer.', { cause: error });
  const { key, message } = faultOf(error);
  const setting = `sources.file.${key}`;
  return new SourceError({ type: 'config', setting }, `${message}: check ${setting}.`, { cause: error });
}
