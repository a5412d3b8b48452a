import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jobQueueContract } from '#core/ports/job-queue.contract.ts';
import { createLogger } from '../logger.ts';
import { openPgliteDatabase } from './pglite-database.ts';
import { openPgliteQueue } from './pglite-queue.ts';
import { killWhenStarted } from './test-support/run-until-started.ts';
import { SHORT } from './test-support/timings.ts';

const logger = createLogger('silent');
const parent = await mkdtemp(join(tmpdir(), 'earshot-queue-'));
afterAll(() => rm(parent, { recursive: true, force: true }));

jobQueueContract('PGlite', async () => {
  const folder = join(parent, 'queue');
  return {
    open: () => openPgliteQueue({ folder, logger, timings: SHORT }),
    dieDuringJob: (queue) => killWhenStarted(['pglite', folder, queue, '']),
    async reset() {
      await using database = await openPgliteDatabase(folder);
      await database.query('truncate job, scheduler, meta, event cascade');
    },
  };
});

describe('the folder of the embedded queue', () => {
  it('says what to do when it is damaged', async () => {
    const folder = join(parent, 'damaged');
    await mkdir(folder);
    await writeFile(join(folder, 'PG_VERSION'), 'nonsense');
    await expect(openPgliteQueue({ folder, logger })).rejects.toMatchObject({ code: 'queue-damaged' });
  });

  it('is made whole or not at all: what a kill left half made is made anew', async () => {
    const folder = join(parent, 'half');
    await mkdir(`${folder}.new`);
    await writeFile(join(`${folder}.new`, 'PG_VERSION'), 'nonsense');
    await using queue = await openPgliteQueue({ folder, logger });
    await expect(queue.checkHealth()).resolves.toBeUndefined();
  });
});
