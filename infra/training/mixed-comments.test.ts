import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';

const RUN = 8;
const THEMES = new Set(TAXONOMY.themes.map(({ id }) => id));

const mixedComment = z.strictObject({
  id: z.string().regex(/^mixed-\d{3}$/),
  genre: z.enum(['feedback', 'post']),
  text: z.string().min(1),
  clauses: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        sentiment: z.enum(['positive', 'neutral', 'negative']),
        themes: z.array(z.string().refine((id) => THEMES.has(id), 'No theme of the taxonomy.')),
      }),
    )
    .min(2),
});

const readComments = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => mixedComment.parse(JSON.parse(line)));

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => words.slice(at, at + RUN).join(' ')));
}

/** Written without a look at what the product makes of them, unlike the first set. */
describe('the mixed comments that no rule was made for', () => {
  const comments = readComments('mixed-comments-unseen.ndjson');
  const all = [...readComments('mixed-comments.ndjson'), ...comments];

  it('are 180, of which at least 150 are for and against', () => {
    const mixed = comments.filter(({ clauses }) =>
      (['positive', 'negative'] as const).every((feeling) => clauses.some(({ sentiment }) => sentiment === feeling)),
    );
    expect(comments).toHaveLength(180);
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

  it('share no id and no eight words in a row with each other or the first set', () => {
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
