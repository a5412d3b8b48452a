import { describe, expect, it } from 'vitest';
import { lex } from './query-lexer.ts';

describe('lex', () => {
  it('tells operators, words, phrases and fields apart, with their positions', () => {
    expect(lex('-kind (a OR "b c") x NEAR/3 y place:rr8').lexemes).toEqual([
      { type: 'not', position: 0 },
      { type: 'word', text: 'kind', prefix: false, position: 1 },
      { type: 'open', position: 6 },
      { type: 'word', text: 'a', prefix: false, position: 7 },
      { type: 'or', position: 9 },
      { type: 'phrase', text: 'b c', position: 12 },
      { type: 'close', position: 17 },
      { type: 'word', text: 'x', prefix: false, position: 19 },
      { type: 'near', distance: 3, position: 21 },
      { type: 'word', text: 'y', prefix: false, position: 28 },
      { type: 'field', field: 'place', text: 'rr8', position: 30 },
    ]);
  });

  it('takes a dash inside a word, or before a space, as part of no operator', () => {
    expect(lex('x-ray').lexemes).toEqual([{ type: 'word', text: 'x-ray', prefix: false, position: 0 }]);
    expect(lex('a - b').lexemes.map((lexeme) => lexeme.type)).toEqual(['word', 'word', 'word']);
  });

  it('lets any double quotation mark end a quotation', () => {
    for (const text of ['"a b"', '“a b”', '“a b"', '”a b”']) {
      expect(lex(text).lexemes).toEqual([{ type: 'phrase', text: 'a b', position: 0 }]);
    }
  });

  it('takes a web address or a time for a word only if no field name stands before its colon', () => {
    expect(lex('10:30').lexemes[0]).toMatchObject({ type: 'word', text: '10:30' });
    expect(lex('https://nhs.uk').lexemes[0]).toMatchObject({ type: 'field', field: 'https' });
  });

  it('stops at a quotation mark without a partner', () => {
    expect(lex('a "b').fault).toMatchObject({ position: 2 });
  });
});
