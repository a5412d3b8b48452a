import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPage } from './page.ts';

let folder = '';
let dist = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-page-'));
  dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Earshot</title>');
  await writeFile(join(dist, 'assets', 'index-Bx81kQ2z.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dist, '.secret.txt'), 'secret');
});

afterAll(() => rm(folder, { recursive: true }));

function get(path: string, page: { folder: string } | undefined = { folder: dist }, method = 'GET') {
  return createPage(page)(new Request(`http://localhost${path}`, { method }));
}

describe('the web app', () => {
  it('is the same document at every address that names no file', async () => {
    for (const path of ['/', '/explore', '/themes/access.waiting']) {
      const answer = await get(path);
      expect(answer?.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer?.headers.get('cache-control')).toBe('no-cache');
      expect(await answer?.text()).toContain('<title>Earshot</title>');
    }
  });

  it('lets browsers keep files whose name holds their hash', async () => {
    const answer = await get('/assets/index-Bx81kQ2z.js');
    expect(answer?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/v1/nothing',
    '/openapi.json',
    '/livez',
    '/assets/missing-Bx81kQ2z.js',
    '/.secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/a%00.js',
  ])('has nothing at %s', async (path) => {
    expect(await get(path)).toBeNull();
  });

  it('answers reads only', async () => {
    expect(await get('/', { folder: dist }, 'POST')).toBeNull();
  });

  it('says how to build it where it is not built', async () => {
    const answer = await get('/', { folder: join(folder, 'absent') });
    expect(answer?.status).toBe(503);
    expect(await answer?.text()).toContain('npm run build:page');
  });

  it('says that a process serves the API only', async () => {
    const answer = await createPage(undefined)(new Request('http://localhost/'));
    expect(answer?.status).toBe(404);
    expect(await answer?.text()).toContain('/openapi.json');
  });
});
