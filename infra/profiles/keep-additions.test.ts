import { join } from 'node:path';
import { openSqliteDocumentStore } from '#infra/sqlite/document-store.ts';
import { useTemporaryFolder } from '#infra/sqlite/test-support/temporary-folder.ts';
import { keepAdditionsContract } from './keep-additions.contract.ts';

const folder = useTemporaryFolder();
let files = 0;

keepAdditionsContract('SQLite', async () => {
  const file = join(folder(), `${files++}.db`);
  return [await openSqliteDocumentStore({ file }), await openSqliteDocumentStore({ file })];
});
