import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { MAPPINGS } from './frameworks.ts';
import { TAXONOMY } from './taxonomy.ts';

const page = await readFile(new URL('../../docs/taxonomy.md', import.meta.url), 'utf8');
const sections = page
  .split(/^#+ /m)
  .map((section) => ({ heading: section.split('\n')[0]!, rows: section.match(/^\|(?! ---).*$/gm) ?? [] }));
const rowsOf = (heading: string) => sections.find((section) => section.heading === heading)?.rows.slice(1);
const nameOf = new Map(TAXONOMY.themes.map(({ id, name }) => [id, name]));

describe('docs/taxonomy.md', () => {
  it('has the themes of the taxonomy, all of them and no other, in order, with what they are', () => {
    const byCategory = Map.groupBy(TAXONOMY.themes, ({ category }) => category);
    expect(page).toContain(`(\`${TAXONOMY.version}\`)`);
    expect(sections.map(({ heading }) => heading)).toEqual(['', 'Themes', ...byCategory.keys(), 'Other frameworks', 'NICE QS15']);
    for (const [category, themes] of byCategory) {
      expect(rowsOf(category)).toEqual(themes.map(({ name, id, definition }) => `| ${name} | \`${id}\` | ${definition} |`));
    }
  });

  it('has the frameworks, and which themes stand for which statement of NICE QS15', () => {
    expect(rowsOf('Other frameworks')).toEqual(
      MAPPINGS.map(
        ({ framework, name, kind }) =>
          `| \`${framework}\` | ${name} | ${kind === 'one' ? 'one label' : 'all labels that fit, and a score for each'} |`,
      ),
    );
    const statements = MAPPINGS.find(({ framework }) => framework === 'nice-qs15')!;
    if ('head' in statements) throw new Error('is a mapping of themes');
    expect(rowsOf('NICE QS15')).toEqual(
      statements.labels.map(
        ({ name, definition, themes }) => `| ${name} | ${definition} | ${themes.map((id) => nameOf.get(id)).join('; ')} |`,
      ),
    );
  });
});
