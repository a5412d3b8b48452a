import { makeDatabase } from './pglite-database.ts';

/** `node make-pglite-database.ts <empty folder>`: run by `pglite-database.ts`. */
await makeDatabase(process.argv[2]!);
