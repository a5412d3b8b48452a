import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderHolder, openFolderLock } from './lock-file.ts';
import { processStart } from './process-start.ts';

const parent = await mkdtemp(join(tmpdir(), 'earshot-lock-'));
afterAll(() => rm(parent, { recursive: true, force: true }));
let count = 0;
const newFolder = () => join(parent, String((count += 1)));

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

describe('the lock of a folder', () => {
  it('makes the folder for its owner only, and is gone afterwards', async () => {
    const folder = newFolder();
    {
      await using lock = await openFolderLock(folder);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      expect((await stat(join(folder, 'lock'))).mode & 0o777).toBe(0o600);
      await lock.announce('http://127.0.0.1:8080');
    }
    expect(await folderHolder(folder)).toBeNull();
  });

  it('refuses a second holder and names the first', async () => {
    const folder = newFolder();
    await using lock = await openFolderLock(folder);
    await lock.announce('http://127.0.0.1:8080');
    const refusal = openFolderLock(folder);
    await expect(refusal).rejects.toMatchObject({ code: 'locked', setting: 'EARSHOT_DATA' });
    await expect(refusal).rejects.toThrow(`process ${process.pid}`);
    await expect(refusal).rejects.toThrow('http://127.0.0.1:8080');
    expect(await folderHolder(folder)).toMatchObject({ pid: process.pid });
  });

  it('takes over from a process that has died', async () => {
    const folder = newFolder();
    await (await openFolderLock(folder))[Symbol.asyncDispose]();
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: await deadPid(), host: hostname(), start: 'x', sinceMs: 1 }));
    await using _lock = await openFolderLock(folder);
    expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('takes over when another process has the number of the dead one', async () => {
    const folder = newFolder();
    await (await openFolderLock(folder))[Symbol.asyncDispose]();
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, host: hostname(), start: 'an earlier boot/1', sinceMs: 1 }));
    await expect(openFolderLock(folder)).resolves.toBeDefined();
  });

  it('waits for silence before it takes over from another machine', async () => {
    const folder = newFolder();
    await (await openFolderLock(folder))[Symbol.asyncDispose]();
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 1, host: 'another-container', start: 'x', sinceMs: 1 }));
    await expect(openFolderLock(folder)).rejects.toThrow('on another-container');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'lock'), longAgo, longAgo);
    await expect(openFolderLock(folder)).resolves.toBeDefined();
  });

  it('takes over a lock file that a kill left unfinished', async () => {
    const folder = newFolder();
    await (await openFolderLock(folder))[Symbol.asyncDispose]();
    await writeFile(join(folder, 'lock'), '{"pid":');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'lock'), longAgo, longAgo);
    await expect(openFolderLock(folder)).resolves.toBeDefined();
  });

  it('goes to exactly one of many that find it dead at once', async () => {
    const folder = newFolder();
    await (await openFolderLock(folder))[Symbol.asyncDispose]();
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: await deadPid(), host: hostname(), start: 'x', sinceMs: 1 }));
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => openFolderLock(folder)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the start of a process', () => {
  it('is the same each time for one process and differs between two', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const mark = processStart(process.pid);
    expect(processStart(process.pid)).toBe(mark);
    if (mark !== undefined) expect(processStart(child.pid!)).not.toBe(mark);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(processStart(child.pid!)).toBeUndefined();
  });
});
