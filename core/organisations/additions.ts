import { z } from 'zod';
import { defineDocument } from '../ports/document-store.ts';
import { ODS_CODE } from './ods-code.ts';

const code = z.string().regex(ODS_CODE);
const date = z.iso.date();

/** A name that a team says an organisation bears. */
const aliasSchema = z.object({
  /** As it was given; with "#" in front only as a hashtag. */
  text: z.string().min(2).max(120),
  ods: code,
  addedAt: z.iso.datetime(),
});
export type Alias = z.infer<typeof aliasSchema>;

/** A GP practice or a trust's site, of an extract of the Organisation Data Service. */
const odsRecordSchema = z.object({
  kind: z.enum(['practice', 'site']),
  code,
  name: z.string().min(1).max(200),
  /** Of a practice its integrated care board, of a site its trust. */
  parent: code,
  /** Words that tell it from others of its name, folded: towns, and the district and area of its postcode. */
  near: z.array(z.string().min(1).max(80)).max(8),
  /** Local dates, both in. */
  from: date.optional(),
  to: date.optional(),
});
export type OdsRecord = z.infer<typeof odsRecordSchema>;

/** What an extract was when it was imported. Written after its records, so that half an import is none. */
const odsFileSchema = z.object({
  fileName: z.string().max(200),
  /** Of its content: names the records that belong to it. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** Its records hold from this local date, that of the file. */
  effectiveFrom: date,
  importedAt: z.iso.datetime(),
  practices: z.number().int().nonnegative(),
  sites: z.number().int().nonnegative(),
});
export type OdsFile = z.infer<typeof odsFileSchema>;

/** Ids are the alias's folded words. */
export const aliasDocument = defineDocument('organisation-alias', aliasSchema);
/** Ids are names of files without their ending. */
export const odsFileDocument = defineDocument('organisation-file', odsFileSchema);
/** Ids are `file/hash/number`. */
export const odsRecordsDocument = defineDocument('organisation-records', z.array(odsRecordSchema).max(1_000));

/** What a deployment knows of organisations beyond what comes with the program. */
export interface Additions {
  aliases: readonly Alias[];
  /** Of a code that several extracts hold only the one of the newest extract. */
  records: readonly OdsRecord[];
}

export const NOTHING_ADDED: Additions = { aliases: [], records: [] };
