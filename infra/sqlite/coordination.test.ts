import { join } from 'node:path';
import { describeCoordinationContract } from '#core/ports/coordination.contract.ts';
import { openSqliteCoordination } from './coordination.ts';
import { useTemporaryFolder } from './test-support/temporary-folder.ts';

const folder = useTemporaryFolder();
let files = 0;

describeCoordinationContract('SQLite', async (clock) => {
  const file = join(folder(), `${files++}.db`);
  return [await openSqliteCoordination({ file, clock }), await openSqliteCoordination({ file, clock })];
});
