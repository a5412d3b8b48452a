import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { TAXONOMY } from '#core/taxonomy/taxonomy.ts';
import { createLogger } from '#infra/logger.ts';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { useTemporaryFolder } from '#infra/sqlite/test-support/temporary-folder.ts';
import { publishFrameworksContract } from './publish-frameworks.contract.ts';
import { publishFrameworks } from './publish-frameworks.ts';

const folder = useTemporaryFolder();
let files = 0;

publishFrameworksContract('SQLite', async () => {
  const file = join(folder(), `${files++}.db`);
  return [await openSqliteDocumentStore({ file }), await openSqliteDocumentStore({ file })];
});

it('lets the program start while the store takes no writes, says so, and makes up for it at the next start', async () => {
  const file = join(folder(), 'busy.db');
  await using documents = await openSqliteDocumentStore({ file });
  const log = new PassThrough({ encoding: 'utf8' });
  {
    using busy = new DatabaseSync(file);
    busy.exec('BEGIN IMMEDIATE');
    expect(await publishFrameworks(documents, createLogger('warn', log))).toEqual([]);
  }
  expect(log.read()).toContain('could not be stored');
  expect(await publishFrameworks(documents, createLogger('silent'))).toContain(TAXONOMY.version);
}, 30_000);
