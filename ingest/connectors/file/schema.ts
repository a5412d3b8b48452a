import { z } from 'zod';
import { ODS_CODE } from '#core/organisations/ods-code.ts';
import { GENRES } from '#core/post.ts';
import { COLUMN_ROLES } from './columns.ts';
import { DATE_FORMATS } from './date-format.ts';
import { FILE_FORMATS } from './table.ts';

/** Without a path or a folder nothing is read. */
export const fileConfigSchema = z.strictObject({
  path: z.string().min(1).optional().describe('The file: CSV, XLSX, ODS or NDJSON.'),
  folder: z
    .string()
    .min(1)
    .optional()
    .describe('A folder: every file that comes into it is read, and again when it changes. The other keys hold for all of them.'),
  format: z.enum(FILE_FORMATS).optional().describe('Told from the file when not given.'),
  sheet: z.string().optional().describe('Sheet of a workbook; the one with the most rows when not given.'),
  columns: z
    .partialRecord(z.enum(COLUMN_ROLES), z.array(z.string()))
    .default({})
    .describe('Names of columns by what they are, in place of the guess.'),
  genre: z.enum(GENRES).optional().describe('Social posts, or reviews and survey answers; told from the columns when not given.'),
  organisation: z
    .string()
    .regex(ODS_CODE, 'must be an ODS code in capitals, such as RR8')
    .optional()
    .describe('ODS code of the one organisation that the file is about.'),
  dateFormat: z.enum(DATE_FORMATS).optional().describe('Told from the values when not given.'),
});
export type FileConfig = z.infer<typeof fileConfigSchema>;

/** Rows that were handed on of the file as it was then. */
export const fileCursorSchema = z.object({
  rows: z.number().int().nonnegative(),
  modifiedMs: z.number().nonnegative(),
  bytes: z.number().int().nonnegative(),
});
export type FileCursor = z.infer<typeof fileCursorSchema>;

export const FOLDER_MARK_LENGTH = 8;
export const MAX_DONE_FILES = 400;

export const folderCursorSchema = z.object({
  /** Marks of files that were read to their end, eight characters each. */
  done: z.string().max(FOLDER_MARK_LENGTH * MAX_DONE_FILES),
  /** Files that came by then are done too; of those that came in that instant, up to this mark. */
  forgottenMs: z.number().nonnegative(),
  forgottenMark: z.string().max(FOLDER_MARK_LENGTH).default(''),
  /** The file that is being read. */
  current: z.object({ mark: z.string().max(FOLDER_MARK_LENGTH), rows: z.number().int().nonnegative() }).optional(),
});
export type FolderCursor = z.infer<typeof folderCursorSchema>;

export const cursorSchema = z.union([fileCursorSchema, folderCursorSchema]);
export type Cursor = z.infer<typeof cursorSchema>;
