import type { Clock } from '#core/clock.ts';
import type { Coordination } from '#core/ports/coordination.ts';
import { createBudgets } from './coordination/budgets.ts';
import { createCursors } from './coordination/cursors.ts';
import { createDuplicatesIndex } from './coordination/duplicates.ts';
import { createLeases } from './coordination/leases.ts';
import { createLedger } from './coordination/ledger.ts';
import { COORDINATION_MIGRATIONS } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';
import { fromSqlite } from './sqlite-error.ts';

/**
 * Coordination of the embedded profile. Its process is alone, but commands may open the same file beside it.
 *
 * @throws EarshotError 'damaged', 'schema-too-new' or 'unavailable'.
 */
export async function openSqliteCoordination({ file, clock }: { file: string; clock: Clock }): Promise<Coordination> {
  const database = openDatabase({ file, migrations: COORDINATION_MIGRATIONS });
  return {
    cursors: withErrors(createCursors(database, clock), file),
    leases: withErrors(createLeases(database, clock), file),
    budgets: withErrors(createBudgets(database, clock), file),
    duplicates: withErrors(createDuplicatesIndex(database, clock), file),
    ledger: withErrors(createLedger(database, clock), file),
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}

/** The same part, its errors in the port's terms: a full disk is 'unavailable'. */
function withErrors<Part extends object>(part: Part, file: string): Part {
  const wrapped = Object.entries(part).map(([name, method]: [string, (...args: unknown[]) => Promise<unknown>]) => [
    name,
    (...args: unknown[]) =>
      method(...args).catch((error: unknown) => {
        throw fromSqlite(error, file);
      }),
  ]);
  return Object.fromEntries(wrapped) as Part;
}
