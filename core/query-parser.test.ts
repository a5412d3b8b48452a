import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUERY_LENGTH, parseQuery, QuerySyntaxError } from './query-parser.ts';
import type { QueryNode } from './query.ts';
import { arbitraryQueryText } from './test-support/arbitrary-query.ts';

const word = (...tokens: string[]): QueryNode => ({ type: 'stems', tokens });
const phrase = (...tokens: string[]): QueryNode => ({ type: 'phrase', tokens });

function faultOf(query: string): { position: number; message: string } {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof QuerySyntaxError) return { position: error.position, message: error.message };
    throw error;
  }
  throw new Error(`no fault found in ${query}`);
}

describe('parseQuery', () => {
  it('matches everything for an empty query', () => {
    for (const empty of ['', '   ', '\n\t']) expect(parseQuery(empty)).toEqual({ type: 'all' });
  });

  it('reads a word as its stem, a phrase and a prefix as written', () => {
    expect(parseQuery('Waiting')).toEqual(word('wait'));
    expect(parseQuery('"Waiting Times"')).toEqual(phrase('waiting', 'times'));
    expect(parseQuery('“Waiting Times”')).toEqual(phrase('waiting', 'times'));
    expect(parseQuery('Wait*')).toEqual({ type: 'prefix', prefix: 'wait' });
    expect(parseQuery('x-ray')).toEqual(word('x', 'rai'));
    expect(parseQuery('A&E')).toEqual(word('a_e'));
  });

  it('joins words side by side, and binds NOT before NEAR before AND before OR', () => {
    const [a, b, c, d] = ['alpha', 'beta', 'gamma', 'delta'].map((name) => parseQuery(name));
    expect(parseQuery('alpha beta')).toEqual({ type: 'and', nodes: [a, b] });
    expect(parseQuery('alpha AND beta')).toEqual(parseQuery('alpha beta'));
    expect(parseQuery('alpha OR beta gamma OR delta')).toEqual({ type: 'or', nodes: [a, { type: 'and', nodes: [b, c] }, d] });
    expect(parseQuery('(alpha OR beta) gamma')).toEqual({ type: 'and', nodes: [{ type: 'or', nodes: [a, b] }, c] });
    expect(parseQuery('NOT alpha beta')).toEqual({ type: 'and', nodes: [{ type: 'not', node: a }, b] });
    expect(parseQuery('-alpha')).toEqual({ type: 'not', node: a });
    expect(parseQuery('NOT NOT alpha')).toEqual(a);
    expect(parseQuery('NOT -NOT alpha')).toEqual({ type: 'not', node: a });
    expect(parseQuery('((alpha))')).toEqual(a);
  });

  it('reads operators only in capitals', () => {
    expect(parseQuery('cats and dogs')).toEqual({ type: 'and', nodes: [word('cat'), word('and'), word('dog')] });
  });

  it('reads NEAR with a distance, 10 if none is given, on stems', () => {
    expect(parseQuery('waiting NEAR/5 rooms')).toEqual({ type: 'near', left: ['wait'], right: ['room'], distance: 5 });
    expect(parseQuery('"waiting room" NEAR nurse')).toEqual({ type: 'near', left: ['wait', 'room'], right: ['nurs'], distance: 10 });
    expect(parseQuery('alpha beta NEAR/0 gamma')).toEqual({
      type: 'and',
      nodes: [word('alpha'), { type: 'near', left: ['beta'], right: ['gamma'], distance: 0 }],
    });
  });

  it('reads fields in the case that the store keeps their values in', () => {
    expect(parseQuery('place:rr8')).toEqual({ type: 'field', field: 'place', value: 'RR8' });
    expect(parseQuery('Theme:"Access.Waiting-Times"')).toEqual({ type: 'field', field: 'theme', value: 'access.waiting-times' });
    expect(parseQuery('voice:aB-_')).toEqual({ type: 'field', field: 'voice', value: 'aB-_' });
    expect(parseQuery('-sentiment:NEGATIVE')).toEqual({ type: 'not', node: { type: 'field', field: 'sentiment', value: 'negative' } });
  });

  it.each([
    ['"no end', 0, 'quotation mark'],
    ['alpha "no end', 6, 'quotation mark'],
    ['(alpha', 0, 'no ")"'],
    ['alpha)', 5, 'without a "("'],
    ['()', 0, 'nothing between'],
    ['alpha AND', 9, 'ends where a word'],
    ['OR alpha', 0, 'expected before OR'],
    ['alpha AND OR beta', 10, 'expected before OR'],
    ['?!', 0, 'no letter'],
    ['w*', 0, '"*" follows'],
    ['colour:red', 0, 'no field "colour:"'],
    ['theme:', 0, 'needs a value'],
    ['sentiment:sad', 0, 'can\'t be "sad"'],
    ['alpha NEAR (beta gamma)', 6, 'two words or phrases'],
    ['alpha NEAR/51 beta', 6, 'at most 50'],
    ['alpha NEAR/5 alphas', 6, 'different words'],
    ['alpha NEAR/5 beta NEAR/5 gamma', 18, 'not three'],
    ['theme:"x', 6, 'quotation mark'],
  ])('says where and why "%s" can\'t be read', (query, position, says) => {
    const fault = faultOf(query);
    expect(fault.message).toContain(says);
    expect(fault.position).toBe(position);
  });

  it('limits length, terms and nesting', () => {
    expect(faultOf('x'.repeat(MAX_QUERY_LENGTH + 1)).message).toContain('limit is 256');
    expect(faultOf(Array.from({ length: 33 }, (_, n) => `a${n}`).join(' ')).message).toContain('more than 32');
    expect(faultOf(`${'('.repeat(17)}a${')'.repeat(17)}`).message).toContain('16 deep');
    expect(parseQuery(`${'('.repeat(16)}ab${')'.repeat(16)}`)).toEqual(word('ab'));
  });

  it('throws nothing but a QuerySyntaxError, whose position lies in the query', () => {
    fc.assert(
      fc.property(arbitraryQueryText, (text) => {
        try {
          parseQuery(text);
        } catch (error) {
          expect(error).toBeInstanceOf(QuerySyntaxError);
          const { position } = error as QuerySyntaxError;
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
