import { describe, expect, it } from 'vitest';
import { readMixedComments } from './mixed-comments.ts';

const RUN = 8;

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => words.slice(at, at + RUN).join(' ')));
}

/** Written without a look at what the product makes of them, unlike the first set. */
describe.each([
  ['unseen', 180],
  ['held-back', 165],
] as const)('the mixed comments that no rule was made for: %s', (name, count) => {
  const comments = readMixedComments(`mixed-comments-${name}`);

  it(`are ${count}, of which at least 150 are for and against`, () => {
    const mixed = comments.filter(({ clauses }) =>
      (['positive', 'negative'] as const).every((feeling) => clauses.some(({ sentiment }) => sentiment === feeling)),
    );
    expect(comments).toHaveLength(count);
    expect(mixed.length).toBeGreaterThanOrEqual(150);
  });

  it('have clauses that stand in the text, in order and apart', () => {
    for (const { text, clauses } of comments) {
      let from = 0;
      for (const clause of clauses) {
        const at = text.indexOf(clause.text, from);
        expect(at, `${clause.text} in ${text}`).toBeGreaterThanOrEqual(0);
        from = at + clause.text.length;
      }
    }
  });

  it('cover most themes, and those of public conversation in posts alone', () => {
    const themesOf = (genre: string) =>
      comments.filter((comment) => comment.genre === genre).flatMap(({ clauses }) => clauses.flatMap(({ themes }) => themes));
    expect(new Set([...themesOf('feedback'), ...themesOf('post')]).size).toBeGreaterThanOrEqual(30);
    expect(themesOf('feedback').filter((id) => id.startsWith('public-conversation.'))).toEqual([]);
  });
});

describe('all the mixed comments', () => {
  it('share no id and no eight words in a row with each other', () => {
    const all = (['mixed-comments', 'mixed-comments-unseen', 'mixed-comments-held-back'] as const).flatMap((set) => readMixedComments(set));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const seen = new Set<string>();
    const shared: string[] = [];
    for (const { text } of all) {
      for (const run of runsOf(text)) {
        if (seen.has(run)) shared.push(run);
        seen.add(run);
      }
    }
    expect(shared).toEqual([]);
  });
});
