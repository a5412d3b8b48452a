import { join } from 'node:path';
import { describeDocumentStoreContract } from '#core/ports/document-store.contract.ts';
import { openSqliteDocumentStore } from './document-store.ts';
import { useTemporaryFolder } from './test-support/temporary-folder.ts';

const folder = useTemporaryFolder();
let files = 0;

describeDocumentStoreContract('SQLite', async () => {
  const file = join(folder(), `${files++}.db`);
  return [await openSqliteDocumentStore({ file }), await openSqliteDocumentStore({ file })];
});
