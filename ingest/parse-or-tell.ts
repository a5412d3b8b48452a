import type { z } from 'zod';
import type { SourceContext } from './connector.ts';

/**
 * An item as its schema reads it. What can't be read is told without its content, and left out: undefined.
 * @param keyOf the item's id at the source, where that can be read of it. Default: its field `id`.
 */
export function parseOrTell<T>(
  schema: z.ZodType<T>,
  item: unknown,
  context: Pick<SourceContext, 'malformed'>,
  keyOf: (item: unknown) => string | undefined = idOf,
): T | undefined {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const json = JSON.stringify(item) ?? '';
  const field = parsed.error.issues[0]?.path.join('.') || 'item';
  context.malformed({ key: keyOf(item) ?? json, field, bytes: Buffer.byteLength(json) });
  return undefined;
}

function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined;
  return typeof item.id === 'string' || typeof item.id === 'number' ? String(item.id).slice(0, 200) : undefined;
}
