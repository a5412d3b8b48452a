import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPost, stored } from '#core/test-support/analysed-post.ts';
import { fromDocument, toDocument, wellFormed, type PostDocument } from './post-document.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
const hostile = fc.oneof(
  text,
  fc
    .array(fc.constantFrom('\\', '"', '\ud83d', '\ude37', '\ud83d\ude37', 'ud800', '\\ud800', '\u0000', 'a'), { maxLength: 20 })
    .map((parts) => parts.join('')),
);

describe('the document of a post', () => {
  it('gives back the post as it was, but for lone surrogates', () => {
    fc.assert(
      fc.property(hostile, (each) => {
        const post = buildPost({ text: each, words: '', stems: '', contentHash: 'x' });
        const read = fromDocument(JSON.parse(toDocument(post)) as PostDocument);
        expect(read).toEqual({ ...stored(post), text: each.toWellFormed() });
      }),
      { numRuns: 500 },
    );
  });

  it('makes well-formed JSON of any JSON', () => {
    fc.assert(
      fc.property(hostile, (each) => {
        expect(JSON.parse(wellFormed(JSON.stringify({ [each]: each })))).toEqual({ [each.toWellFormed()]: each.toWellFormed() });
      }),
      { numRuns: 500 },
    );
  });
});
