import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { readConfig } from '#infra/config.ts';
import { openEmbedded } from './embedded.ts';
import { personalDataContract } from './personal-data.contract.ts';

const folder = await mkdtemp(join(tmpdir(), 'earshot-personal-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

personalDataContract('embedded', async () => {
  const config = readConfig({ EARSHOT_DATA: folder });
  return {
    config,
    open: (logger) => openEmbedded(config, { logger, clock: systemClock }),
    // Databases, their logs, the queue and whatever else lies in the data folder.
    async written() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))));
    },
  };
});
