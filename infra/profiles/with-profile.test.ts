import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { readConfig } from '#infra/config.ts';
import { openFolderLock } from '#infra/lock-file.ts';
import { createLogger } from '#infra/logger.ts';
import { rawPost, upsert } from '#workers/test-support/open-worker-deps.ts';
import { openEmbedded } from './embedded.ts';
import { statusOperation } from './operations.ts';
import { withProfile } from './with-profile.ts';

const parent = await mkdtemp(join(tmpdir(), 'earshot-access-'));
afterAll(() => rm(parent, { recursive: true, force: true }));
const configOf = (name: string) => readConfig({ EARSHOT_DATA: join(parent, name), EARSHOT_LOG_LEVEL: 'silent' });
const io = { signal: new AbortController().signal };
const options = { logger: createLogger('silent'), clock: systemClock };

describe('access to the stores for a command', () => {
  it('opens the folder where nothing runs, analyses what was handed over, and leaves the folder free', async () => {
    const config = configOf('alone');
    const pendings: number[] = [];
    const where = await withProfile(
      config,
      io,
      async (access) => {
        await access.intake.submit([upsert('a'), upsert('b')]);
        await access.settled((pending) => pendings.push(pending));
        return access.where;
      },
      { work: true },
    );
    expect(where).toBe('opened');
    expect(pendings.at(-1)).toBe(0);
    await using profile = await openEmbedded(config, options);
    expect(await profile.posts.get(rawPost('a').id)).not.toBeNull();
  });

  it('asks the running process, with the same secret', async () => {
    const config = configOf('running');
    await using profile = await openEmbedded(config, options);
    await withProfile(config, io, async (access) => {
      expect(access.where).toBe('running');
      expect(access.pseudonymSecret).toBe(profile.pseudonymSecret);
      await access.intake.submit(Array.from({ length: 1_200 }, (_, n) => upsert(`post ${n}`)));
      expect((await access.call(statusOperation, null)).accounts).toMatchObject([{ source: 'bluesky', pending: 1_200 }]);
    });
  });

  it('stops waiting for the work to settle when it is asked to stop', async () => {
    const config = configOf('stopped');
    await using profile = await openEmbedded(config, options);
    await profile.intake.submit([upsert('a')]);
    const stop = new AbortController();
    const waiting = withProfile(config, { signal: stop.signal }, (access) => access.settled(() => stop.abort(new Error('stopped'))));
    await expect(waiting).rejects.toThrow('stopped');
  });

  it('waits for a process that has only just started, until it is asked to stop', async () => {
    const config = configOf('starting');
    await using _lock = await openFolderLock(config.dataFolder);
    const stop = new AbortController();
    const waiting = withProfile(config, { signal: stop.signal }, () => Promise.resolve('reached'));
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
  });
});
