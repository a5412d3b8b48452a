import * as fc from 'fast-check';
import { stem } from '../language/stemmer.ts';
import { tokenise } from '../language/tokens.ts';
import { allOf, anyOf, type QueryField, type QueryNode } from '../query.ts';
import { CORPUS } from './query-corpus.ts';
import { matchableOf } from '../query-matcher.ts';

const words = [...new Set(CORPUS.flatMap(({ post }) => post.words.split(' ').filter(Boolean)))];
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('the', 'nurse', 'nurses', 'and', 'was', 'never', 'again', 'waiting') },
  { weight: 6, arbitrary: fc.constantFrom(...words) },
);
const strange = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => tokenise(text)[0]?.word)
  .filter((token) => token !== undefined);
const token = fc.oneof({ weight: 12, arbitrary: word }, { weight: 1, arbitrary: strange });

/** Adjacent words of a document, or words that may stand nowhere side by side. */
const run = fc.oneof(
  fc.array(token, { minLength: 1, maxLength: 3 }),
  fc
    .tuple(fc.constantFrom(...CORPUS.filter(({ post }) => post.words)), fc.nat(20), fc.integer({ min: 1, max: 4 }))
    .map(([{ post }, from, length]) => {
      const all = post.words.split(' ');
      return all.slice(from % all.length, (from % all.length) + length);
    }),
);

const fieldValues = Map.groupBy(
  CORPUS.flatMap(({ post }) =>
    Object.entries(matchableOf(post).fields ?? {}).flatMap(([field, values]) => values.map((value) => ({ field, value }))),
  ),
  ({ field }) => field,
);
const field: fc.Arbitrary<QueryNode> = fc
  .constantFrom(...fieldValues)
  .chain(([name, values]) =>
    fc
      .oneof(
        { weight: 9, arbitrary: fc.constantFrom(...values.map(({ value }) => value)) },
        { weight: 1, arbitrary: fc.string({ minLength: 1 }) },
      )
      .map((value) => ({ type: 'field', field: name as QueryField, value })),
  );

const near: fc.Arbitrary<QueryNode> = fc
  .tuple(run, run, fc.nat(50))
  .map(([left, right, distance]): QueryNode => ({ type: 'near', left: left.map(stem), right: right.map(stem), distance }))
  .filter((node) => node.type === 'near' && !node.left.some((token) => node.right.includes(token)));

const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  run.map((tokens): QueryNode => ({ type: 'stems', tokens: tokens.map(stem) })),
  run.map((tokens): QueryNode => ({ type: 'phrase', tokens })),
  fc
    .tuple(
      token.filter((word) => word.length > 1),
      fc.integer({ min: 2, max: 5 }),
    )
    .map(([word, length]): QueryNode => ({ type: 'prefix', prefix: word.slice(0, length).replace(/[\uD800-\uDBFF]$/, '_') })),
  near,
  field,
  fc.constantFrom<QueryNode>({ type: 'all' }, { type: 'none' }),
);

/** Syntax trees as the parser makes them, over the words and values of the corpus and strange ones. */
export const arbitraryQuery: fc.Arbitrary<QueryNode> = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map(allOf),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map(anyOf),
    tie('node').map((node): QueryNode => ({ type: 'not', node })),
  ),
})).node;

/** Query strings: well-formed pieces, hostile pieces and noise, joined. */
export const arbitraryQueryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'AND',
          'OR',
          'NOT',
          'NEAR',
          'NEAR/3',
          'NEAR/',
          '(',
          ')',
          '"',
          '“',
          '”',
          '*',
          '-',
          ':',
          'theme:',
          'place:rr8',
          'wa*',
          '"',
          "'",
          ';',
          '--',
          '^',
          '+',
          '{',
          'words:',
          '\u0000',
          '\u202E',
          '\ud800',
          '😷',
          '%',
          '_',
          '\\',
        ),
        fc.constantFrom(...words),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
      ),
      { maxLength: 30 },
    )
    .chain((pieces) => fc.constantFrom('', ' ').map((glue) => pieces.join(glue))),
);
