import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

interface Locked {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

/** npm leaves out binaries of other platforms that it could not look up, and then refuses its own file: `npm ci` fails on a clean machine. */
it('locks the binaries of every platform', async () => {
  const { packages } = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8')) as Locked;
  const isLocked = (from: string, name: string): boolean => {
    if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
    if (!from) return false;
    const parent = from.lastIndexOf('/node_modules/');
    return isLocked(parent < 0 ? '' : from.slice(0, parent), name);
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});
