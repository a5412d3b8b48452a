import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import { readMixedComments } from './mixed-comments.ts';

function sharedRuns(texts: readonly string[], length: number): string[] {
  const seen = new Set<string>();
  const shared: string[] = [];
  for (const text of texts) {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const own = new Set(Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) => words.slice(at, at + length).join(' ')));
    for (const run of own) {
      if (seen.has(run)) shared.push(run);
      seen.add(run);
    }
  }
  return shared;
}

describe('the invented mixed comments', () => {
  const comments = readMixedComments();

  it('are at least 150 with clauses for and against, of both genres, each written for itself', () => {
    const mixed = comments.filter(({ clauses }) => {
      const feelings = new Set(clauses.map(({ sentiment }) => sentiment));
      return feelings.has('positive') && feelings.has('negative');
    });
    expect(mixed.length).toBeGreaterThanOrEqual(150);
    expect(new Set(comments.map(({ genre }) => genre))).toEqual(new Set(['feedback', 'post']));
    expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length);
    expect(
      sharedRuns(
        comments.map(({ text }) => text),
        8,
      ),
    ).toEqual([]);
  });

  it('have clauses that stand in the text, in order, with themes of the taxonomy', () => {
    const ids = new Set(TAXONOMY.themes.map(({ id }) => id));
    for (const { text, clauses } of comments) {
      let from = 0;
      for (const clause of clauses) {
        const at = text.indexOf(clause.text, from);
        expect(at, `${clause.text} in ${text}`).toBeGreaterThanOrEqual(0);
        from = at + clause.text.length;
        for (const theme of clause.themes) expect(ids).toContain(theme);
      }
    }
  });

  it('cover most themes', () => {
    expect(new Set(comments.flatMap(({ clauses }) => clauses.flatMap(({ themes }) => themes))).size).toBeGreaterThanOrEqual(40);
  });
});

it('has 40 sarcastic complaints, all meant as such', () => {
  const file = readFileSync(new URL('sarcastic-comments.ndjson', import.meta.url), 'utf8');
  const complaints = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { label: string });
  expect(complaints).toHaveLength(40);
  expect(new Set(complaints.map(({ label }) => label))).toEqual(new Set(['negative']));
});
