import { join } from 'node:path';
import { systemClock } from '#core/clock.ts';
import { describePostStoreContract } from '#core/ports/post-store.contract.ts';
import { openSqlitePostStore } from './post-store.ts';
import { useTemporaryFolder } from './test-support/temporary-folder.ts';

const folder = useTemporaryFolder();
let files = 0;

describePostStoreContract('SQLite in memory', () => openSqlitePostStore({ file: ':memory:', clock: systemClock }));
describePostStoreContract('a SQLite file', () =>
  openSqlitePostStore({ file: join(folder(), `${files++}.db`), clock: systemClock, readThreads: 1 }),
);
