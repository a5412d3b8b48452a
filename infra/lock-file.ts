import { mkdir, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/errors.ts';
import { processRuns, processStart } from './process-start.ts';

/** Held from before the first file of a folder is opened until after the last one is closed. */
export interface FolderLock extends AsyncDisposable {
  /** Says in the lock file where the page is, for a second start to name. */
  announce(address: string): Promise<void>;
}

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  start: z.string().optional(),
  sinceMs: z.number(),
  address: z.string().optional(),
});
export type LockHolder = z.infer<typeof holderSchema>;

const HEARTBEAT_MS = 5_000;
/** Without a heartbeat for this long, a holder whose process can't be looked at is taken for dead. */
const SILENT_MS = 30_000;
/** Longer than it takes to write a lock file, or to take one over. */
const UNFINISHED_MS = 5_000;

/**
 * Locks a folder for this process. A lock whose process has died is taken over; one whose process lives is refused.
 * @throws EarshotError 'locked' that names the process that holds it.
 */
export async function openFolderLock(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock');
  const holder: LockHolder = { pid: process.pid, host: hostname(), start: processStart(process.pid), sinceMs: Date.now() };
  while (!(await create(path, holder))) {
    const other = await readHolder(path);
    if (other === 'gone') continue;
    if (other !== 'unfinished' && (await isAlive(path, other))) throw locked(folder, other);
    if (!(await takeOver(path, holder))) await new Promise((resolve) => setTimeout(resolve, 100));
    else break;
  }
  const heartbeat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS).unref();
  return {
    async announce(address) {
      await writeFile(`${path}.next`, JSON.stringify({ ...holder, address }), { mode: 0o600 });
      await rename(`${path}.next`, path);
    },
    async [Symbol.asyncDispose]() {
      clearInterval(heartbeat);
      await rm(path, { force: true });
    },
  };
}

/** Who holds a folder now, if its process lives. */
export async function folderHolder(folder: string): Promise<LockHolder | null> {
  const path = join(folder, 'lock');
  const holder = await readHolder(path);
  return typeof holder === 'object' && (await isAlive(path, holder)) ? holder : null;
}

async function create(path: string, content: LockHolder): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(content));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<LockHolder | 'unfinished' | 'gone'> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : 'unfinished';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unfinished';
  }
}

async function isAlive(path: string, holder: LockHolder): Promise<boolean> {
  if (holder.host !== hostname()) return (await silentMs(path)) < SILENT_MS;
  if (!processRuns(holder.pid)) return false;
  const start = processStart(holder.pid);
  if (start !== undefined && holder.start !== undefined) return start === holder.start;
  if (start === undefined && process.platform === 'linux') return false;
  return (await silentMs(path)) < SILENT_MS;
}

/**
 * Replaces a dead process's lock. One at a time: two that both found it dead must not remove each other's.
 * @returns false when another is at it, or the lock isn't dead any more.
 */
async function takeOver(path: string, holder: LockHolder): Promise<boolean> {
  const turn = `${path}.taking`;
  if (!(await create(turn, holder))) {
    if ((await silentMs(turn)) > UNFINISHED_MS) await rm(turn, { force: true });
    return false;
  }
  try {
    const other = await readHolder(path);
    const isDead = other === 'unfinished' ? (await silentMs(path)) > UNFINISHED_MS : other !== 'gone' && !(await isAlive(path, other));
    if (!isDead) return false;
    await rm(path, { force: true });
    return await create(path, holder);
  } finally {
    await rm(turn, { force: true });
  }
}

async function silentMs(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

function locked(folder: string, holder: LockHolder): EarshotError {
  const since = new Date(holder.sinceMs).toISOString().slice(0, 16).replace('T', ' ');
  const where = [`process ${holder.pid}`, ...(holder.host === hostname() ? [] : [`on ${holder.host}`]), `since ${since} UTC`].join(' ');
  return new EarshotError(
    'locked',
    `Earshot already runs on ${folder} (${where}${holder.address ? `, at ${holder.address}` : ''}). Only one process may use a folder: ` +
      'stop that one, or set EARSHOT_DATA to another folder.',
    { setting: 'EARSHOT_DATA' },
  );
}
