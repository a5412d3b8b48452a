import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { EarshotError } from '#core/errors.ts';

const ROOT = join(import.meta.dirname, '..');
export const PAGE_FOLDER = join(ROOT, 'dashboards', 'dist');
const STAMP = '.sources';
const SOURCES = ['package-lock.json', 'dashboards/*.{html,ts}', 'dashboards/public/**/*', 'dashboards/src/**/*', 'core/**/*.ts'];

/**
 * Builds the page if its sources changed since it was last built, with a line before and after. Where the build tool isn't installed
 * (a production image holds the finished page only) the page that is there is used as it is.
 *
 * @returns the folder of the built page.
 * @throws EarshotError 'page' that says why it could not be built.
 */
export async function ensurePage(progress: Writable): Promise<string> {
  const isBuilt = existsSync(join(PAGE_FOLDER, 'index.html'));
  const hash = await hashSources();
  if (isBuilt && (await readFile(join(PAGE_FOLDER, STAMP), 'utf8').catch(() => '')) === hash) return PAGE_FOLDER;
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) return PAGE_FOLDER;

  const startedMs = Date.now();
  progress.write('Building the page (only when its sources changed) … ');
  // Built beside the old one and then put in its place, so that nobody is ever served half a page.
  const draft = `${PAGE_FOLDER}-${process.pid}`;
  try {
    await build(vite, draft);
    await writeFile(join(draft, STAMP), hash);
    await rm(PAGE_FOLDER, { recursive: true, force: true });
    await rename(draft, PAGE_FOLDER).catch((error: unknown) => {
      // Another process that built at the same time was first: its page is as good.
      if (!existsSync(join(PAGE_FOLDER, 'index.html'))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  progress.write(`done in ${((Date.now() - startedMs) / 1000).toFixed(1)} s\n`);
  return PAGE_FOLDER;
}

/** In a process of its own: the build tool's memory is then given back before anything else starts. */
async function build(vite: string, outFolder: string): Promise<void> {
  const args = [vite, 'build', join(ROOT, 'dashboards'), '--outDir', outFolder, '--logLevel', 'error'];
  try {
    // Tests set another environment, and the page that they build is served afterwards.
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new EarshotError('page', `The page could not be built. "npm run build:page" tries again.\n${stderr?.trim() ?? ''}`, {
      cause: error,
    });
  }
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
