import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SORT_ORDERS } from '#core/ports/post-store.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { ProblemError } from './problem.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const position = fc.record({ createdAtMs: fc.nat({ max: 2 ** 45 }), id });

describe('cursors', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SORT_ORDERS), position, (order, given) => {
        expect(decodeCursor(encodeCursor(order, given), order)).toEqual(given);
      }),
    );
  });

  it('are refused in another order than their own', () => {
    const cursor = encodeCursor('newest', { createdAtMs: 1, id: 'a'.repeat(22) });
    expect(() => decodeCursor(cursor, 'oldest')).toThrow(ProblemError);
  });

  it('are refused, never misread, when made up', () => {
    const made = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
      fc.constant(Buffer.from('[1,"newest",-1,"aaaaaaaaaaaaaaaaaaaaaa"]').toString('base64url')),
    );
    fc.assert(
      fc.property(made, (cursor) => {
        expect(() => decodeCursor(cursor, 'newest')).toThrow(ProblemError);
      }),
    );
  });
});
