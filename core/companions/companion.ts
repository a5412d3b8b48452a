import { z } from 'zod';
import { ODS_CODE } from '../organisations/ods-code.ts';
import { defineDocument, type DocumentStore } from '../ports/document-store.ts';

/** Published surveys that stand beside what people write in public, never in one figure with it. */
export const COMPANION_KINDS = ['fft', 'gpps', 'inpatient'] as const;
export type CompanionKind = (typeof COMPANION_KINDS)[number];

const date = z.iso.date();

export const companionMeasureSchema = z.object({
  /** Lower-case words with dashes, such as `fft-inpatient-positive`. */
  id: z.string().regex(/^[a-z][a-z0-9-]{2,79}$/),
  kind: z.enum(COMPANION_KINDS),
  title: z.string().min(1).max(300),
  /** `percent`: of those who answered. `score`: 0 to 10. */
  unit: z.enum(['percent', 'score']),
  /** Of whom it is a figure, and how it was reckoned. */
  base: z.string().min(1).max(500).optional(),
});
export type CompanionMeasure = z.infer<typeof companionMeasureSchema>;

export const companionMeasureDocument = defineDocument('companion-measure', companionMeasureSchema);

const entrySchema = z.object({
  place: z.string().regex(ODS_CODE),
  /** Null: the publisher held it back, since too few answered. */
  value: z.number().min(0).max(100).nullable(),
  /** Who answered; null where it isn't published. */
  n: z.number().int().nonnegative().nullable(),
});
export type CompanionEntry = z.infer<typeof entrySchema>;

const MAX_ENTRIES = 2_000;

/** One measure in one period, of places whose codes begin alike: kept by `chunkId`, so that a place is found without reading all others. */
const chunkSchema = z.object({
  measure: z.string().max(80),
  /** Local dates, both in. */
  from: date,
  to: date,
  importedAt: z.iso.datetime(),
  entries: z.array(entrySchema).max(MAX_ENTRIES),
});
export type CompanionChunk = z.infer<typeof chunkSchema>;

export const companionValuesDocument = defineDocument('companion-values', chunkSchema);

/** Practices are many, and their codes are told apart by four characters. */
const CHUNK_LETTERS = 3;

export function chunkPrefix(measure: string, place: string): string {
  return `${measure}/${place.slice(0, CHUNK_LETTERS)}/`;
}

/** A year's figure stands beside January's. */
export function chunkId(measure: string, place: string, { from, to }: { from: string; to: string }): string {
  return `${chunkPrefix(measure, place)}${from}_${to}`;
}

/** What was published of a place, the earliest first. */
export interface CompanionPoint extends CompanionEntry {
  measure: string;
  from: string;
  to: string;
}

const PAGE = 100;

/** Points of one measure at one place whose period overlaps the dates, both in. */
export async function readCompanion(
  documents: Pick<DocumentStore, 'list'>,
  { measure, place, from, to }: { measure: string; place: string; from: string; to: string },
): Promise<CompanionPoint[]> {
  const points: CompanionPoint[] = [];
  let after: string | undefined;
  do {
    const page = await documents.list(companionValuesDocument, { prefix: chunkPrefix(measure, place), after, limit: PAGE });
    for (const { value: chunk } of page.documents) {
      const entry = chunk.entries.find((each) => each.place === place);
      if (entry && chunk.from <= to && chunk.to >= from) points.push({ ...entry, measure, from: chunk.from, to: chunk.to });
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return points.sort((left, right) => (left.from < right.from ? -1 : 1));
}
