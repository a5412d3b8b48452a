import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

describe('the registry of routes', () => {
  it('mounts every file of the folder', async () => {
    const files = (await readdir(import.meta.dirname)).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts',
    );
    const registry = await readFile(`${import.meta.dirname}/index.ts`, 'utf8');
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const routes = `${file.slice(0, -3)}Routes`;
      expect(registry).toContain(`import { ${routes} } from './${file}';`);
      expect(registry).toContain(`.route('/', ${routes}(deps))`);
    }
  });
});
