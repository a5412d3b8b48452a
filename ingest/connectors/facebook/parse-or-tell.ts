import type { z } from 'zod';
import type { SourceContext } from '../../connector.ts';
import { idSchema } from './schema.ts';

/** What can't be read is told, without its content. */
export function parseOrTell<T>(schema: z.ZodType<T>, item: unknown, context: Pick<SourceContext, 'malformed'>): T | undefined {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const json = JSON.stringify(item) ?? '';
  const field = parsed.error.issues[0]?.path.join('.') || 'item';
  context.malformed({ key: idSchema.safeParse(item).data?.id ?? json, field, bytes: Buffer.byteLength(json) });
  return undefined;
}
