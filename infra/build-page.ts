import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

const ROOT = join(import.meta.dirname, '..');
export const PAGE_FOLDER = join(ROOT, 'dashboards', 'dist');
const STAMP = join(PAGE_FOLDER, '.sources');
const SOURCES = ['package-lock.json', 'dashboards/*.{html,ts}', 'dashboards/public/**/*', 'dashboards/src/**/*', 'core/**/*.ts'];

/**
 * Builds the page if its sources changed since it was last built, with a line before and after. Where the build tool isn't installed
 * (a production image holds the finished page only) the page that is there is used as it is.
 *
 * @returns the folder of the built page.
 */
export async function ensurePage(progress: Writable): Promise<string> {
  const isBuilt = existsSync(join(PAGE_FOLDER, 'index.html'));
  const vite = await import('vite').catch(() => undefined);
  if (!vite) return PAGE_FOLDER;
  const hash = await hashSources();
  if (isBuilt && (await readFile(STAMP, 'utf8').catch(() => '')) === hash) return PAGE_FOLDER;

  const startedMs = Date.now();
  progress.write('Building the page (only when its sources changed) … ');
  await vite.build({ configFile: join(ROOT, 'dashboards', 'vite.config.ts'), logLevel: 'error' });
  await writeFile(STAMP, hash);
  progress.write(`done in ${((Date.now() - startedMs) / 1000).toFixed(1)} s\n`);
  return PAGE_FOLDER;
}

async function hashSources(): Promise<string> {
  const files = [];
  for await (const entry of glob(SOURCES, { cwd: ROOT, withFileTypes: true })) {
    if (entry.isFile() && !entry.name.includes('.test.')) files.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(file.slice(ROOT.length)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}
