import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasCode } from '#core/errors.ts';
import { createLogger } from '../logger.ts';
import { openPgliteQueue } from './pglite-queue.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-full-'));

/** A file system of its own, which only a privileged user can make. */
function mountSmall(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=140m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!mountSmall())('the embedded queue on a full disk', () => {
  it('refuses work, and goes on by itself with everything it had acknowledged when there is room again', async () => {
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(70_000_000));
    const queue = await openPgliteQueue({ folder: join(folder, 'queue'), logger: createLogger('silent') });
    const room = Promise.withResolvers<void>();
    const handled = new Set<string>();
    await queue.work(
      'work',
      async ({ id }) => {
        await room.promise;
        handled.add(id);
      },
      { concurrency: 2 },
    );
    const acknowledged = new Set<string>();
    const fill = async () => {
      for (let n = 0; n < 1_000; n++) {
        await queue.add('work', [{ id: `job-${n}`, data: noise(n) }]);
        acknowledged.add(`job-${n}`);
      }
    };
    await expect(fill()).rejects.toSatisfy((error) => hasCode(error, 'unavailable'));
    await expect(queue.checkHealth()).rejects.toSatisfy((error) => hasCode(error, 'unavailable'));
    rmSync(ballast);
    room.resolve();
    await expect.poll(() => handled.size, { timeout: 60_000 }).toBe(acknowledged.size);
    expect(await queue.counts('work')).toMatchObject({ waiting: 0, failed: 0 });
    await queue[Symbol.asyncDispose]();
    // The database that was given up still has its files open.
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  }, 120_000);
});

/** Hardly compressible. */
function noise(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 20_000 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state.toString(36);
  }).join('');
}
