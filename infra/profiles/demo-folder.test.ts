import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderLock } from '#infra/lock-file.ts';
import { finishDemoFolder, prepareDemoFolder, type DemoContent } from './demo-folder.ts';

const CONTENT: DemoContent = { generator: 1, seed: 1, until: '2026-11-22', posts: 60_000 };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-demo-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder that was filled with the same content is opened as it is', async () => {
  expect(await prepareDemoFolder(folder, CONTENT)).toEqual({ isFilled: false });
  await writeFile(join(folder, 'posts.db'), 'x');
  await finishDemoFolder(folder, CONTENT);
  expect(await prepareDemoFolder(folder, CONTENT)).toEqual({ isFilled: true });
  expect(await readdir(folder)).toContain('posts.db');
});

test.each([
  ['another end', { ...CONTENT, until: '2026-11-23' }],
  ['another seed', { ...CONTENT, seed: 2 }],
  ['another size', { ...CONTENT, posts: 100 }],
  ['another generator', { ...CONTENT, generator: 2 }],
])('%s replaces what is there', async (_, wanted) => {
  await prepareDemoFolder(folder, CONTENT);
  await writeFile(join(folder, 'posts.db'), 'x');
  await finishDemoFolder(folder, CONTENT);
  expect(await prepareDemoFolder(folder, wanted)).toEqual({ isFilled: false, replaces: CONTENT });
  expect(await readdir(folder)).toEqual(['demo.json']);
});

test('one that was never finished is begun again', async () => {
  await prepareDemoFolder(folder, CONTENT);
  await writeFile(join(folder, 'posts.db'), 'half');
  expect(await prepareDemoFolder(folder, CONTENT)).toEqual({ isFilled: false, replaces: CONTENT });
  expect(await readdir(folder)).not.toContain('posts.db');
});

test('anything that is not a demo is left alone', async () => {
  await writeFile(join(folder, 'thesis.doc'), 'precious');
  await expect(prepareDemoFolder(folder, CONTENT)).rejects.toMatchObject({ code: 'config', setting: 'EARSHOT_DATA' });
  expect(await readdir(folder)).toEqual(['thesis.doc']);
});

test('nothing is removed under a demo that runs', async () => {
  await prepareDemoFolder(folder, CONTENT);
  await finishDemoFolder(folder, CONTENT);
  await using lock = await openFolderLock(folder);
  void lock;
  await expect(prepareDemoFolder(folder, { ...CONTENT, seed: 3 })).rejects.toMatchObject({ code: 'locked' });
});
