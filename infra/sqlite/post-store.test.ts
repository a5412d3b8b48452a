import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '#core/clock.ts';
import { describePostStoreContract } from '#core/ports/post-store.contract.ts';
import { openSqlitePostStore } from './post-store.ts';

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-sqlite-'));
});
afterAll(() => rm(folder, { recursive: true }));

describePostStoreContract('SQLite in memory', () => openSqlitePostStore({ file: ':memory:', clock: systemClock }));
describePostStoreContract('a SQLite file', () =>
  openSqlitePostStore({ file: join(folder, `${files++}.db`), clock: systemClock, readThreads: 1 }),
);
