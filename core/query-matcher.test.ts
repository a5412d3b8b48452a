import { describe, expect, it } from 'vitest';
import { createMatcher, matchableOf } from './query-matcher.ts';
import { parseQuery } from './query-parser.ts';
import { CORPUS, QUERIES } from './test-support/query-corpus.ts';

describe('createMatcher', () => {
  it('has a corpus worth the name', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(60);
    expect(QUERIES.length).toBeGreaterThanOrEqual(80);
  });

  it.each(QUERIES)('%s', (query, finds) => {
    const matches = createMatcher(parseQuery(query));
    const names = CORPUS.filter(({ post }) => matches(matchableOf(post))).map(({ name }) => name);
    expect(names.join(' ')).toBe(finds);
  });

  it('tests a text without fields', () => {
    const matches = createMatcher(parseQuery('wait* -theme:access'));
    expect(matches({ words: ['long', 'waits'], stems: ['long', 'wait'] })).toBe(true);
    expect(matches({ words: ['long', 'await'], stems: ['long', 'await'] })).toBe(false);
  });
});
