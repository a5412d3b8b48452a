import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { configError } from '#core/errors.ts';
import { openFolderLock } from '#infra/lock-file.ts';

/** What a demo's folder holds: the same content always gives the same posts. */
const contentSchema = z.object({
  /** Version of the generator. */
  generator: z.number(),
  seed: z.number(),
  /** Last day, `2026-11-22`. */
  until: z.string(),
  posts: z.number(),
});
export type DemoContent = z.infer<typeof contentSchema>;

const stateSchema = z.object({ content: contentSchema, isFilled: z.boolean() });

const STATE_FILE = 'demo.json';

/**
 * Looks whether the folder holds what is wanted, and empties it if it is a demo that holds something else or was never finished.
 * `replaces` says what was there.
 *
 * @throws EarshotError 'config' when the folder holds anything but a demo, 'locked' while one runs on it.
 */
export async function prepareDemoFolder(folder: string, wanted: DemoContent): Promise<{ isFilled: boolean; replaces?: DemoContent }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await using lock = await openFolderLock(folder);
  void lock;
  const entries = (await readdir(folder)).filter((name) => name !== 'lock');
  const state = await readState(folder);
  if (!state) {
    if (entries.length > 0) {
      throw configError(
        'EARSHOT_DATA',
        `${folder} holds something that is not a demo, so nothing is written there. Set EARSHOT_DATA to another folder, or move it away.`,
      );
    }
    await writeState(folder, wanted, false);
    return { isFilled: false };
  }
  if (state.isFilled && isSame(state.content, wanted)) return { isFilled: true };
  // First of all the state: whatever is interrupted from here on begins anew.
  await writeState(folder, wanted, false);
  for (const name of entries) if (name !== STATE_FILE) await rm(join(folder, name), { recursive: true, force: true });
  return { isFilled: false, replaces: state.content };
}

/** Everything is in: the next start opens it as it is. */
export async function finishDemoFolder(folder: string, content: DemoContent): Promise<void> {
  await writeState(folder, content, true);
}

function isSame(left: DemoContent, right: DemoContent): boolean {
  return left.generator === right.generator && left.seed === right.seed && left.until === right.until && left.posts === right.posts;
}

async function readState(folder: string): Promise<z.infer<typeof stateSchema> | undefined> {
  const text = await readFile(join(folder, STATE_FILE), 'utf8').catch(() => '{}');
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function writeState(folder: string, content: DemoContent, isFilled: boolean): Promise<void> {
  const path = join(folder, STATE_FILE);
  await writeFile(`${path}.next`, JSON.stringify({ content, isFilled }), { mode: 0o600 });
  await rename(`${path}.next`, path);
}
