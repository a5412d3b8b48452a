import { z } from 'zod';
import { COMPANION_KINDS, companionMeasureSchema } from '#core/companions/companion.ts';
import { EarshotError } from '#core/errors.ts';
import { FFT_SETTINGS } from './surveys.ts';

const column = z.string().min(1).max(300);

/** Where a file has what, said by whoever imports it: for files of another shape than those that are known. `docs/companions.md` shows one. */
const columnMapSchema = z.strictObject({
  kind: z.enum(COMPANION_KINDS).optional(),
  setting: z.enum(FFT_SETTINGS).optional(),
  /** Column of ODS codes. */
  place: column.optional(),
  period: column.optional(),
  measures: z
    .array(
      z.strictObject({
        id: companionMeasureSchema.shape.id,
        title: companionMeasureSchema.shape.title.optional(),
        unit: companionMeasureSchema.shape.unit.optional(),
        base: companionMeasureSchema.shape.base,
        value: column,
        /** Column of who answered. */
        n: column.optional(),
      }),
    )
    .max(200)
    .default([]),
});
export type ColumnMap = z.infer<typeof columnMapSchema>;
export type MeasureWish = ColumnMap['measures'][number];

/** @throws EarshotError 'companion-columns' that names the key that is wrong. */
export function parseColumnMap(text: string): ColumnMap {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new EarshotError('companion-columns', 'The file of --columns is no JSON.', { cause });
  }
  const parsed = columnMapSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new EarshotError(
    'companion-columns',
    `In the file of --columns, ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'is wrong'}.`,
  );
}
