import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenFields } from './language/tokens.ts';
import { createMatcher } from './query-matcher.ts';
import { parseQuery } from './query-parser.ts';
import { createRuleIndex } from './rule-index.ts';
import { arbitraryQuery } from './test-support/arbitrary-query.ts';

function readable(text: string) {
  const { words, stems } = tokenFields(text);
  return { words: words.split(' ').filter(Boolean), stems: stems.split(' ').filter(Boolean) };
}

test('gives the rules that match, in their order, each once', () => {
  const rules = ['nurse', 'doctor OR "rude nurse"', 'NOT nurse', 'rude NEAR/3 nurse', 'kind nurse'].map((query) => ({
    query,
    where: parseQuery(query),
  }));
  const find = createRuleIndex(rules);
  expect(find(readable('A rude nurse, one nurse of many')).map(({ rule }) => rule.query)).toEqual([
    'nurse',
    'doctor OR "rude nurse"',
    'rude NEAR/3 nurse',
  ]);
  expect(find(readable('')).map(({ rule }) => rule.query)).toEqual(['NOT nurse']);
});

test('tells where the words stand that set a rule off', () => {
  const find = createRuleIndex(['nurse', 'rude NEAR/3 nurse', 'NOT doctor'].map((query) => ({ where: parseQuery(query) })));
  const positions = find(readable('A nurse came. Another nurse was rude')).map((match) => match.positions);
  expect(positions[0]).toEqual([1, 4]);
  expect(positions[1]!.length).toBeGreaterThan(0);
  expect(positions[2]).toEqual([]);
});

test('finds what trying every rule would find', () => {
  const text = fc.array(fc.constantFrom('the', 'nurse', 'nurses', 'was', 'rude', 'kind', 'waited', 'waiting', 'hours', 'hospital', 'a&e'), {
    maxLength: 15,
  });
  fc.assert(
    fc.property(fc.array(arbitraryQuery, { maxLength: 6 }), text, (nodes, words) => {
      const document = readable(words.join(' '));
      const rules = nodes.map((where) => ({ where }));
      expect(createRuleIndex(rules)(document).map(({ rule }) => rule)).toEqual(rules.filter(({ where }) => createMatcher(where)(document)));
    }),
  );
});
