import { z } from '@hono/zod-openapi';
import type { SearchPosition, SortOrder } from '#core/ports/post-store.ts';
import { ProblemError } from './problem.ts';

export const MAX_CURSOR_LENGTH = 200;

const cursorSchema = z.tuple([z.literal(1), z.enum(['newest', 'oldest']), z.int().nonnegative(), z.string().regex(/^[A-Za-z0-9_-]{22}$/)]);

/** An opaque cursor: base64url of JSON that says where the last page ended, and in which order it was read. */
export function encodeCursor(order: SortOrder, position: SearchPosition): string {
  return Buffer.from(JSON.stringify([1, order, position.createdAtMs, position.id] satisfies z.infer<typeof cursorSchema>)).toString(
    'base64url',
  );
}

/** @throws ProblemError 'invalid-cursor' for anything that `encodeCursor` didn't make for this order. */
export function decodeCursor(cursor: string, order: SortOrder): SearchPosition {
  const parsed = cursorSchema.safeParse(readJson(cursor));
  if (!parsed.success) {
    throw new ProblemError('invalid-cursor', {
      detail: 'The cursor could not be read. Use "nextCursor" from the page before, unchanged, or leave it out for the first page.',
      parameter: 'cursor',
    });
  }
  const [, cursorOrder, createdAtMs, id] = parsed.data;
  if (cursorOrder !== order) {
    throw new ProblemError('invalid-cursor', {
      detail: `The cursor belongs to a list in the order "${cursorOrder}". Ask for that order, or leave the cursor out.`,
      parameter: 'cursor',
    });
  }
  return { createdAtMs, id };
}

function readJson(cursor: string): unknown {
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
